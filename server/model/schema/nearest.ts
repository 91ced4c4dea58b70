import { editDistance } from "../../expression/editDistance.ts";

/**
 * The known word that was most likely meant: the same but for case, blanks, hyphens and underscores, or else the one with the fewest slips of
 * the keyboard, where they are few for the word's length. Undefined where none is near, or where two are equally near.
 */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const plain = plainly(written);
  const same = known.filter((word) => plainly(word) === plain);
  if (same.length === 1) return same[0];
  const most = plain.length <= 1 ? 0 : plain.length <= 5 ? 1 : plain.length <= 9 ? 2 : 3;
  const near = known
    .flatMap((word) => {
      const other = plainly(word);
      if (Math.abs(other.length - plain.length) > most) return [];
      const slips = editDistance(plain, other, most + 1);
      return slips <= most && slips < other.length ? { word, slips } : [];
    })
    .sort((a, b) => a.slips - b.slips);
  const [best, second] = near;
  return best && best.slips !== second?.slips ? best.word : undefined;
}

const plainly = (word: string): string => word.toLowerCase().replace(/[\s_-]/g, "");

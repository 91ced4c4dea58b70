import type { Instrument, Recode, Score } from "../model/instrument.ts";
import { type Member, membersOf, possibleAnswers, recodable, recoded } from "../model/resolve.ts";

/** Whether an item counts upwards or downwards with its codes, in one score. */
export interface KeyedItem {
  readonly id: string;
  readonly down: boolean;
  /** The line of `items` that it stands in. */
  readonly place: number;
}

/** The items of a score with their directions, after recode and reversal. Undefined where it is made from anything else, or a direction is not plain. */
export function keyOfScore(instrument: Instrument, score: Score): readonly KeyedItem[] | undefined {
  if (score.level === "group" || !score.entries) return undefined;
  const { members, unknown } = membersOf(instrument, score);
  if (unknown.length > 0 || members.length < 2) return undefined;
  const keyed: KeyedItem[] = [];
  for (const member of members) {
    const falls = member.recode ? recodesDown(instrument, member, member.recode) : member.item ? member.weight.s < 0n : undefined;
    if (falls === undefined) return undefined;
    keyed.push({ id: member.id, down: falls !== member.reversed, place: member.place });
  }
  return keyed;
}

/** Undefined of a recode that goes up and down. */
function recodesDown(instrument: Instrument, { item }: Member, recode: Recode): boolean | undefined {
  const possible = item && possibleAnswers(instrument, item);
  if (!item || possible?.kind !== "codes") return undefined;
  const points = possible.answers.flatMap((answer) => {
    const result = recoded(recode, recodable(item, answer));
    return answer.number && result.kind === "number" ? [{ from: answer.number, to: result.value }] : [];
  });
  points.sort((a, b) => a.from.compare(b.from));
  const steps = points.slice(1).map(({ to }, i) => to.compare(points[i]?.to ?? to));
  const [up, down] = [steps.some((step) => step > 0), steps.some((step) => step < 0)];
  return up === down ? undefined : down;
}

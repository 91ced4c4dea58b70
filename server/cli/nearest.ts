import { editDistance } from "../expression/editDistance.ts";

/** The known word that a mistyped one most likely means, or undefined where none is near enough. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of known) {
    const started = wanted.length > 1 && name.startsWith(wanted);
    const distance = started ? 0.5 : editDistance(wanted, name.toLowerCase());
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { name, distance };
  }
  return best?.name;
}

/** `did you mean "check"?`, or what there is to choose from. Begins with a blank where it says anything. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? `; known are ${known.join(", ")}` : `; did you mean "${near}"?`;
}

import type { Language } from "../../preview/language.ts";
import type { Run, Runs } from "../block.ts";

/** The one language of some words; undefined where they are in several, or are only numbers and marks. */
export function languageOfRuns(runs: Runs): Language | undefined {
  const [first, ...rest] = runs.filter(hasLetters);
  return first !== undefined && rest.every(({ language }) => language.tag === first.language.tag) ? first.language : undefined;
}

export function hasLetters({ text }: Run): boolean {
  return /\p{L}/u.test(text);
}

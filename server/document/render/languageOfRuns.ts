import type { Language } from "../../language/language.ts";
import type { Run, Runs } from "../block.ts";

/** The language that some words begin in, by which they are laid out; undefined where they are only numbers and marks. */
export function languageOfRuns(runs: Runs): Language | undefined {
  return runs.find(hasLetters)?.language;
}

export function hasLetters({ text }: Run): boolean {
  return /\p{L}/u.test(text);
}

import type { Severity } from "../problem.ts";

interface Worded {
  readonly words: string;
  readonly tag: string;
}

/** What a text in one language holds and in another does not: an inserted answer, or a number where each has one. */
export function translationDifference(own: Worded, other: Worded): { readonly message: string; readonly severity?: Severity } | undefined {
  const [mine, theirs] = [pipes(own.words), pipes(other.words)];
  const missing = mine.find((pipe) => !theirs.includes(pipe));
  if (missing) return { message: `"${missing}" stands in "${own.tag}" and not in "${other.tag}"` };
  const added = theirs.find((pipe) => !mine.includes(pipe));
  if (added) return { message: `"${added}" stands in "${other.tag}" and not in "${own.tag}"` };
  // One number in each text: the same thing is counted. Times of the day and more numbers are written in many ways.
  const [a, b] = [numbers(own.words), numbers(other.words)];
  if (a.length === 1 && b.length === 1 && a[0] !== b[0])
    return { severity: "warning", message: `"${own.tag}" says ${a[0]}, and "${other.tag}" says ${b[0]}` };
  return undefined;
}

const PIPE = /\{[a-z][a-z0-9_]*\}/g;

const pipes = (text: string): readonly string[] => text.match(PIPE) ?? [];

const numbers = (text: string): readonly string[] => text.replaceAll(PIPE, "").match(/\d+(?:[.,:]\d+)*/g) ?? [];

import type { Analysis } from "../analysis/analysis.ts";
import { linesOf } from "../analysis/ignores.ts";
import type { Fix, Problem } from "../problem.ts";
import { sliceText } from "../syntax/segmentedText.ts";

/** Puts a comment above the line of a problem that silences it there. The reason is left to the author, who is asked for it until it is given. */
export function ignoreFix({ text }: Analysis, { code, range }: Problem): Fix | undefined {
  if (NEVER_IGNORED.has(code)) return undefined;
  const start = linesOf(text, range.start).at(-1);
  if (start === undefined) return undefined;
  const indent = /^[ ]*/.exec(sliceText(text, { start, end: range.start }))?.[0] ?? "";
  return {
    title: `Ignore "${code}" here`,
    safe: false,
    edits: [{ range: { start, end: start }, newText: `${indent}# scalewright-ignore ${code}: \n` }],
  };
}

/** What the text cannot be read with, and what is said of such comments themselves. */
export const NEVER_IGNORED: ReadonlySet<string> = new Set([
  "yaml-syntax",
  "tab-indent",
  "multiple-documents",
  "unused-ignore",
  "ignored-without-reason",
]);

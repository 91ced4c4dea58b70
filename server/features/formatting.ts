import type { Edit, Range } from "../problem.ts";
import { type SegmentedText, startOf, wholeText } from "../syntax/segmentedText.ts";
import { gapEdits } from "./formatting/gapEdits.ts";
import { lineEdits } from "./formatting/lineEdits.ts";
import { layOut } from "./formatting/lines.ts";
import { canBeRead, isSameMeaning, isWithoutKeys } from "./formatting/sameMeaning.ts";

/** The edits that lay a text out, or why it stays as it is. */
export type Formatting = { readonly edits: readonly Edit[] } | { readonly refused: "unreadable" | "without keys" | "meaning" };

/**
 * Lays a document out by small edits between its words: two blanks a level, one behind commas and colons, none at the ends of lines, at most
 * one empty line in a row. Comments, texts and the order of everything stay. Where the result would not be read as what it was, there is none.
 * `within`: only lines that this range touches.
 */
export function formattingEdits(text: SegmentedText, within?: Range): Formatting {
  if (!canBeRead(text)) return { refused: isWithoutKeys(text) ? "without keys" : "unreadable" };
  const whole = wholeText(text);
  const gaps = text.segments.list.flatMap((segment, i) =>
    segment.kind === "entry" || segment.kind === "branch" ? moved(gapEdits(segment), startOf(text, i)) : [],
  );
  const lines = lineEdits(layOut(text, whole), whole);
  const touched = within && linesAround(whole, within);
  const chosen = (edits: readonly Edit[]) => (touched ? edits.filter(({ range }) => isIn(range, touched)) : edits);
  // A part of the lines cannot always be moved without the others; blanks inside lines always can.
  for (const some of [[...lines, ...gaps], gaps]) {
    const edits = chosen(some).toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
    if (edits.length === 0 || isSameMeaning(text, whole, applied(whole, edits))) return { edits };
  }
  return { refused: "meaning" };
}

const moved = (edits: readonly Edit[], by: number): readonly Edit[] =>
  by === 0 ? edits : edits.map(({ range, newText }) => ({ range: { start: range.start + by, end: range.end + by }, newText }));

const isIn = ({ start, end }: Range, around: Range): boolean => start >= around.start && end <= around.end && start < around.end;

function linesAround(whole: string, { start, end }: Range): Range {
  const last = whole.indexOf("\n", end);
  return { start: whole.lastIndexOf("\n", start - 1) + 1, end: last < 0 ? whole.length : last + 1 };
}

/** The text with edits that stand in order and do not touch each other. */
export function applied(whole: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { range, newText } of edits) {
    pieces.push(whole.slice(at, range.start), newText);
    at = range.end;
  }
  pieces.push(whole.slice(at));
  return pieces.join("");
}

import type { Range as LineRange, Position } from "vscode-languageserver";
import type { Range } from "../problem.ts";
import { lineOf, type SegmentedText, segmentAt, segmentAtLine, startOf, textLength } from "../syntax/segmentedText.ts";

/** The offset of a line and a character, both from 0 and in UTF-16 units; kept inside the line and the text. */
export function offsetAt(text: SegmentedText, { line, character }: Position): number {
  if (line < 0) return 0;
  const index = segmentAtLine(text, line);
  const segment = text.segments.at(index);
  if (!segment) return 0;
  let from = 0;
  for (let left = line - lineOf(text, index); left > 0; left--) {
    const next = segment.text.indexOf("\n", from);
    if (next < 0) return textLength(text);
    from = next + 1;
  }
  const end = segment.text.indexOf("\n", from);
  const stop = end < 0 ? segment.text.length : segment.text[end - 1] === "\r" && end > from ? end - 1 : end;
  return startOf(text, index) + Math.min(from + Math.max(0, character), stop);
}

export function positionAt(text: SegmentedText, offset: number): Position {
  const at = Math.max(0, Math.min(offset, textLength(text)));
  const index = segmentAt(text, at);
  const inside = at - startOf(text, index);
  const source = text.segments.at(index)?.text ?? "";
  let line = lineOf(text, index);
  let last = 0;
  for (let next = source.indexOf("\n"); next >= 0 && next < inside; next = source.indexOf("\n", next + 1)) {
    line++;
    last = next + 1;
  }
  return { line, character: inside - last };
}

/** The same for many offsets, each behind the one before: only what lies between two of them is looked through. */
export function positionsInOrder(text: SegmentedText): (offset: number) => Position {
  let [index, line, from, before] = [-1, 0, 0, 0];
  return (offset) => {
    if (offset < before || offset > textLength(text)) return positionAt(text, offset);
    before = offset;
    if (index < 0 || (index < text.segments.length - 1 && offset >= startOf(text, index + 1))) {
      index = segmentAt(text, offset);
      line = lineOf(text, index);
      from = 0;
    }
    const inside = offset - startOf(text, index);
    const source = text.segments.at(index)?.text ?? "";
    for (let next = source.indexOf("\n", from); next >= 0 && next < inside; next = source.indexOf("\n", from)) {
      line++;
      from = next + 1;
    }
    return { line, character: inside - from };
  };
}

export const toLines = (text: SegmentedText, { start, end }: Range): LineRange => ({
  start: positionAt(text, start),
  end: positionAt(text, end),
});
export const toOffsets = (text: SegmentedText, { start, end }: LineRange): Range => ({
  start: offsetAt(text, start),
  end: offsetAt(text, end),
});

import { treeOf } from "../../syntax/outline.ts";
import { type SegmentedText, startOf } from "../../syntax/segmentedText.ts";
import type { Node, Pair } from "../../syntax/tree.ts";

/** One line of a text, with what the layout knows of it. Offsets in the whole text. */
export interface Line {
  readonly start: number;
  /** Where its text ends, before blanks at its end and the line break. */
  readonly end: number;
  /** Where its line break begins. */
  readonly stop: number;
  /** Column of its first character that is no blank; of an empty line 0. */
  readonly column: number;
  readonly isBlank: boolean;
  readonly isComment: boolean;
  /** Whether it begins inside a text or a bracket that an earlier line opened. */
  isInside: boolean;
  /** Whether a text goes on behind its end, whose blanks may count. */
  isOpen: boolean;
  /** The column that it should have, where a key or a list entry begins on it. */
  wanted: number | undefined;
  /** By how many columns it moves, where it is a line of a block text, which stands one level below its key. */
  moves: number | undefined;
}

/** Blanks for one more level. */
const STEP = 2;

/** The lines of a text that can be read, each with the column that its place in the document asks for. */
export function layOut(text: SegmentedText, whole: string): readonly Line[] {
  const lines = linesOf(whole);
  for (const [i, segment] of text.segments.list.entries())
    if (segment.kind === "entry" || segment.kind === "branch")
      layOutPairs(treeOf(segment).pairs, segment.within.path.length * STEP, startOf(text, i));
  return lines;

  function layOutPairs(pairs: readonly Pair[], column: number, from: number): void {
    for (const { key, value } of pairs) {
      const index = indexAt(lines, from + key.start);
      const line = lines[index];
      if (line && line.start + line.column === from + key.start) line.wanted = column;
      layOutValue(value, column + STEP, from, indexAt(lines, from + value.start) !== index);
    }
  }

  function layOutValue(node: Node, column: number, from: number, isBelow: boolean): void {
    if (node.kind === "mapping" && !node.flow) {
      if (isBelow) layOutPairs(node.pairs, column, from);
    } else if (node.kind === "sequence" && !node.flow) {
      if (isBelow) for (const item of node.items) layOutEntry(item, column, from);
    } else holdTogether(node, from, column);
  }

  function layOutEntry(item: Node, column: number, from: number): void {
    const index = indexAt(lines, from + item.start);
    const line = lines[index];
    // An entry whose dash does not stand before it on its line, and before nothing else, moves with what is above it.
    if (!line || !/^ *- +$/.test(whole.slice(line.start, from + item.start))) return;
    line.wanted = column;
    if (item.kind === "mapping" && !item.flow) {
      const [first, ...others] = item.pairs;
      if (first) layOutValue(first.value, column + 2 * STEP, from, indexAt(lines, from + first.value.start) !== index);
      layOutPairs(others, column + STEP, from);
    } else layOutValue(item, column + STEP, from, false);
  }

  /** Marks the lines that a text or a bracket runs over, with the blank lines behind a text that keeps them. */
  function holdTogether(node: Node, from: number, column: number): void {
    const first = indexAt(lines, from + node.start);
    const isBlock = node.kind === "scalar" && (node.style === "literal" || node.style === "folded");
    const header = isBlock ? whole.slice(from + node.start, from + node.start + 3) : "";
    const keeps = /^[|>]\d?\+/.test(header);
    // A number in the header counts from the key, so such a text moves with it.
    const body = isBlock && !/^[|>][+-]?\d/.test(header) ? firstWritten(lines, first + 1) : undefined;
    for (let i = first; i < lines.length; i++) {
      const line = lines[i];
      if (!line || (line.start >= from + node.end && !(keeps && line.isBlank))) return;
      if (i > first) line.isInside = true;
      if (i > first && body) line.moves = column - body.column;
      if (line.end < from + node.end || isBlock) line.isOpen = true;
    }
  }
}

function firstWritten(lines: readonly Line[], from: number): Line | undefined {
  for (let i = from; i < lines.length; i++) if (!lines[i]?.isBlank) return lines[i];
  return undefined;
}

/** The line that holds an offset. */
function indexAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function linesOf(whole: string): Line[] {
  const lines: Line[] = [];
  for (let next = 0; next < whole.length; ) {
    const start = next === 0 && whole.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : next;
    const found = whole.indexOf("\n", next);
    const isLast = found < 0;
    let stop = isLast ? whole.length : found;
    if (stop > start && whole.charCodeAt(stop - 1) === RETURN && !isLast) stop--;
    let first = start;
    while (first < stop && whole.charCodeAt(first) === SPACE) first++;
    let end = stop;
    while (end > first && isBlank(whole.charCodeAt(end - 1))) end--;
    const isEmpty = first >= end;
    lines.push({
      start,
      end,
      stop,
      column: isEmpty ? 0 : first - start,
      isBlank: isEmpty,
      isComment: !isEmpty && whole.charCodeAt(first) === HASH,
      isInside: false,
      isOpen: false,
      wanted: undefined,
      moves: undefined,
    });
    next = isLast ? whole.length : found + 1;
  }
  return lines;
}

const [TAB, RETURN, SPACE, HASH, BYTE_ORDER_MARK] = [9, 13, 32, 35, 0xfeff];
const isBlank = (unit: number): boolean => unit === SPACE || unit === TAB;

import { keptWith } from "../keptWith.ts";
import { Pieces } from "../pieces.ts";
import type { Range } from "../problem.ts";
import { remember } from "../remember.ts";
import { type IsBranch, type Segment, sameBranch } from "./segment.ts";
import { split } from "./split.ts";

/** One version of a text as segments. Immutable: an edit gives a new one that shares every segment that the edit did not touch. */
export interface SegmentedText {
  readonly segments: Pieces<Segment>;
  /** Offset at which each piece of the list of segments starts, and last the length of the text. */
  readonly starts: Int32Array;
  /** Line (from 0) on which each piece starts, and last the number of line breaks. */
  readonly lines: Int32Array;
  readonly isBranch: IsBranch;
}

/** What an edit did: `removed` segments from `index` on gave way to `inserted`. */
export interface Splice {
  readonly text: SegmentedText;
  readonly index: number;
  readonly removed: readonly Segment[];
  readonly inserted: readonly Segment[];
}

export function segmentText(text: string, isBranch: IsBranch): SegmentedText {
  return withPositions(Pieces.of(split(text, isBranch)), isBranch);
}

/** The text with `newText` in the place of `range`. Costs what the edit touches, plus one addition for each piece. */
export function editText(old: SegmentedText, range: Range, newText: string): Splice {
  const { segments, isBranch } = old;
  if (segments.length === 0) {
    const text = segmentText(newText, isBranch);
    return { text, index: 0, removed: [], inserted: text.segments.list };
  }
  const a = segmentAt(old, range.start);
  const b = Math.max(a, segmentAt(old, range.end));
  const before = segments.at(a)?.text.slice(0, range.start - startOf(old, a)) ?? "";
  const after = segments.at(b)?.text.slice(range.end - startOf(old, b)) ?? "";

  // The common case: the edit stays inside one entry, and the entry stays what it was to its neighbours.
  const only = segments.at(a);
  if (a === b && only?.kind === "entry" && only.key !== "") {
    // Only at the very beginning is a byte order mark no character of a key.
    const parts = split(before + newText + after, isBranch, a === 0 ? undefined : only.within);
    const part = parts[0];
    const whole = a === segments.length - 1 || part?.text.endsWith("\n");
    if (parts.length === 1 && part?.kind === "entry" && part.key !== "" && whole && sameBranch(part.within, only.within))
      return splice(old, a, 1, [part]);
  }

  // Otherwise cut anew from the segment before (which the edit may have joined) until a later segment comes out as it was.
  let from = Math.max(0, a - 1);
  while (from > 0 && !segments.at(from)?.key) from--;
  const head = segments
    .slice(from, a)
    .map((segment) => segment.text)
    .join("");
  const within = from === 0 ? undefined : segments.at(from)?.within;
  let text = head + before + newText + after;
  for (let to = b + 1, step = 1; ; step *= 2) {
    const stop = Math.min(segments.length, to + step);
    for (; to < stop; to++) text += segments.at(to)?.text ?? "";
    const parts = split(text, isBranch, within);
    const last = parts.at(-1);
    const old1 = segments.at(to - 1);
    if (to >= segments.length) return splice(old, from, to - from, parts);
    if (
      parts.length > 1 &&
      last &&
      old1 &&
      to - 1 > b &&
      last.text === old1.text &&
      sameBranch(last.within, old1.within) &&
      isSettled(last)
    ) {
      return splice(old, from, to - 1 - from, parts.slice(0, -1));
    }
  }
}

/** Index of the segment that holds an offset; one at the end of the text is in the last. */
export function segmentAt(text: SegmentedText, offset: number): number {
  return search(text, "starts", offset);
}

export function segmentAtLine(text: SegmentedText, line: number): number {
  return search(text, "lines", line);
}

/** The offset at which a segment starts; the length of the text for one behind the last. */
export const startOf = (text: SegmentedText, index: number): number => positionOf(text, "starts", index);

/** The line on which a segment starts. */
export const lineOf = (text: SegmentedText, index: number): number => positionOf(text, "lines", index);

/** The characters of a range of the document. */
export function sliceText(text: SegmentedText, { start, end }: Range): string {
  let out = "";
  let from = startOf(text, segmentAt(text, start));
  for (let i = segmentAt(text, start); i < text.segments.length && from < end; i++) {
    const source = text.segments.at(i)?.text ?? "";
    out += source.slice(Math.max(0, start - from), end - from);
    from += source.length;
  }
  return out;
}

export const textLength = (text: SegmentedText): number => text.starts[text.segments.pieces.length] ?? 0;
export const wholeText = (text: SegmentedText): string => text.segments.list.map((segment) => segment.text).join("");

/** A segment that an edit elsewhere cannot turn into another kind as long as its text and its branch are the same. */
const isSettled = (segment: Segment) => segment.kind === "entry" || segment.kind === "branch";

/** Where the segments of a piece stand, counted from its beginning, with what stands behind the last. */
interface Positions {
  readonly starts: Int32Array;
  readonly lines: Int32Array;
}
type SegmentPiece = Pieces<Segment>["pieces"][number];

const POSITIONS = keptWith<SegmentPiece, Positions>();

function positionsIn(piece: SegmentPiece): Positions {
  return remember(POSITIONS, piece, () => {
    const starts = new Int32Array(piece.all.length + 1);
    const lines = new Int32Array(piece.all.length + 1);
    // Each edit does this anew for one piece: what goes through the entries of a list makes two objects for each of them.
    for (let i = 0, start = 0, line = 0; i < piece.all.length; i++) {
      start += piece.all[i]?.text.length ?? 0;
      line += piece.all[i]?.breaks ?? 0;
      starts[i + 1] = start;
      lines[i + 1] = line;
    }
    return { starts, lines };
  });
}

function positionOf(text: SegmentedText, what: "starts" | "lines", index: number): number {
  const { segments } = text;
  const place = segments.pieceAt(index);
  const piece = segments.pieces[place];
  const inside = piece ? positionsIn(piece)[what][index - segments.countBefore(place)] : 0;
  return (text[what][place] ?? 0) + (inside ?? 0);
}

function search(text: SegmentedText, what: "starts" | "lines", value: number): number {
  const { segments } = text;
  const place = lastUpTo(text[what], segments.pieces.length, value);
  const piece = segments.pieces[place];
  if (!piece) return 0;
  return segments.countBefore(place) + lastUpTo(positionsIn(piece)[what], piece.all.length, value - (text[what][place] ?? 0));
}

/** The last of so many that is not above a value. */
function lastUpTo(starts: Int32Array, count: number, value: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

function splice(old: SegmentedText, index: number, count: number, inserted: readonly Segment[]): Splice {
  const removed = old.segments.slice(index, index + count);
  // Segments that came out as they were keep their identity, and with it all that is known about them.
  const known = new Map<string, Segment[]>();
  for (const segment of removed) known.set(segment.text, [...(known.get(segment.text) ?? []), segment]);
  const kept = inserted.map((segment) => {
    const candidates = known.get(segment.text);
    const same = candidates?.findIndex((candidate) => isSame(candidate, segment)) ?? -1;
    return (same >= 0 ? candidates?.splice(same, 1)[0] : undefined) ?? segment;
  });
  return { text: withPositions(old.segments.splice(index, count, kept), old.isBranch), index, removed, inserted: kept };
}

const isSame = (a: Segment, b: Segment) => a.kind === b.kind && sameBranch(a.within, b.within);

function withPositions(segments: Pieces<Segment>, isBranch: IsBranch): SegmentedText {
  const { pieces } = segments;
  const starts = new Int32Array(pieces.length + 1);
  const lines = new Int32Array(pieces.length + 1);
  for (let i = 0, start = 0, line = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece) continue;
    const inside = positionsIn(piece);
    start += inside.starts[piece.all.length] ?? 0;
    line += inside.lines[piece.all.length] ?? 0;
    starts[i + 1] = start;
    lines[i + 1] = line;
  }
  return { segments, starts, lines, isBranch };
}

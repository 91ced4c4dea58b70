import type { Lines, PositionRange } from "../positions.ts";
import { cellWidth } from "./width.ts";

export interface Excerpt {
  /** Number of the line from 1. */
  readonly line: number;
  readonly text: string;
  /** Blanks and marks, to stand under `text`. */
  readonly marks: { readonly indent: number; readonly length: number };
}

/** Widest excerpt; of a longer line the stretch around the finding is shown. */
const LONGEST = 140;
const TAB = 4;

/** The first line of a range, as a terminal shows it, and where the marks under it go: tabs opened up, wide characters counted as two. */
export function excerpt(lines: Lines, { start, end }: PositionRange): Excerpt {
  const source = lines.line(start.line);
  const line = draw(source);
  const from = line.cellAt(start.character);
  const to = end.line > start.line ? line.cellAt(source.length) : line.cellAt(end.character);
  const marks = { indent: from, length: Math.max(1, to - from) };
  return { line: start.line + 1, ...shorten(line.pieces, marks) };
}

/** A text without what could play tricks on a terminal: control characters and those that turn the reading direction are made visible. */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, (char) => {
    const code = char.charCodeAt(0);
    return code < 32 ? String.fromCharCode(0x2400 + code) : "\ufffd";
  });
}

interface Piece {
  readonly text: string;
  readonly width: number;
}

interface Drawn {
  readonly pieces: readonly Piece[];
  /** Cell at which the UTF-16 unit is shown. */
  cellAt(unit: number): number;
}

function draw(source: string): Drawn {
  const pieces: Piece[] = [];
  const cells: number[] = [];
  let cell = 0;
  for (const grapheme of graphemes(source)) {
    const piece =
      grapheme === "\t"
        ? { text: " ".repeat(TAB - (cell % TAB)), width: TAB - (cell % TAB) }
        : { text: clean(grapheme), width: cellWidth(clean(grapheme)) };
    for (let unit = 0; unit < grapheme.length; unit++) cells.push(cell);
    pieces.push(piece);
    cell += piece.width;
  }
  return { pieces, cellAt: (unit) => cells[unit] ?? cell };
}

/** Only lines outside ASCII need the segmenter, which is slow to make. */
function graphemes(source: string): Iterable<string> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
  if (/^[\u0000-\u007f]*$/.test(source)) return source;
  return Array.from(new Intl.Segmenter("en").segment(source), ({ segment }) => segment);
}

function shorten(pieces: readonly Piece[], marks: Excerpt["marks"]): Pick<Excerpt, "text" | "marks"> {
  const total = pieces.reduce((sum, piece) => sum + piece.width, 0);
  if (total <= LONGEST) return { text: pieces.map((piece) => piece.text).join(""), marks };
  const first = Math.max(0, Math.min(marks.indent - Math.floor(LONGEST / 3), total - LONGEST));
  let text = "";
  let cell = 0;
  let shownFrom: number | undefined;
  let shown = 0;
  for (const piece of pieces) {
    if (cell >= first && shown + piece.width <= LONGEST) {
      shownFrom ??= cell;
      text += piece.text;
      shown += piece.width;
    } else if (cell >= first) break;
    cell += piece.width;
  }
  const from = shownFrom ?? first;
  const lead = from > 0 ? "…" : "";
  const tail = from + shown < total ? "…" : "";
  const indent = marks.indent - from + lead.length;
  return { text: lead + text + tail, marks: { indent, length: Math.max(1, Math.min(marks.length, shown + lead.length - indent)) } };
}

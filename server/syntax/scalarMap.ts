import type { Range } from "../problem.ts";
import type { Scalar } from "./tree.ts";

/** Range in the segment of a stretch of a scalar's decoded text. */
export type Locate = (from: number, to: number) => Range;

/**
 * Says where each UTF-16 unit of a scalar's decoded text was written, whatever the style (plain, quoted, literal, folded; escapes; chomping;
 * CRLF), so that a formula inside it has exact ranges. The source is decoded again beside its positions; where the outcome is not the text
 * that the YAML reader gave, the whole scalar is the answer: never a wrong range, at worst a wide one.
 */
export function scalarMap(source: string, scalar: Scalar): Locate {
  const { start, end, text } = scalar;
  if (scalar.style === "plain" && source.slice(start, end) === text) return (from, to) => ({ start: start + from, end: start + to });
  // Decoded when the first place is asked for: of most texts none is.
  let map: Decoded | undefined;
  return (from, to) => {
    map ??= decoded(source, scalar);
    // The final line breaks of a block scalar are chomping's business and never part of a range.
    if (!map.isSame) return { start, end };
    const first = map.starts[from] ?? map.ends.at(-1) ?? start;
    return { start: first, end: to > from ? (map.ends[Math.min(to, map.ends.length) - 1] ?? first) : first };
  };
}

function decoded(source: string, scalar: Scalar): Decoded {
  const map: Decoded = { text: "", starts: [], ends: [], isSame: false };
  if (scalar.style === "literal" || scalar.style === "folded") decodeBlock(source, scalar, map);
  else {
    const quotes = scalar.style === "plain" ? 0 : 1;
    decodeFlow(source, scalar.start + quotes, scalar.end - quotes, scalar.style, map);
  }
  map.isSame = map.text.trimEnd() === scalar.text.trimEnd();
  return map;
}

interface Decoded {
  text: string;
  readonly starts: number[];
  readonly ends: number[];
  /** Whether it is the text that the YAML reader gave, but for line breaks at its end. */
  isSame: boolean;
}

function push(map: Decoded, text: string, start: number, end: number): void {
  for (let i = 0; i < text.length; i++) {
    map.starts.push(start);
    map.ends.push(end);
  }
  map.text += text;
}

const FOLD = /[ \t]*(?:\r?\n[ \t]*)+/y;

function decodeFlow(source: string, from: number, to: number, style: Scalar["style"], map: Decoded): void {
  for (let at = from; at < to; ) {
    FOLD.lastIndex = at;
    const fold = FOLD.exec(source)?.[0];
    if (fold !== undefined && at + fold.length <= to) {
      const breaks = fold.split("\n").length - 1;
      push(map, breaks === 1 ? " " : "\n".repeat(breaks - 1), at, at + fold.length);
      at += fold.length;
    } else if (style === "single" && source.startsWith("''", at)) {
      push(map, "'", at, at + 2);
      at += 2;
    } else if (style === "double" && source[at] === "\\") {
      const { text, length } = readEscape(source, at);
      push(map, text, at, at + length);
      at += length;
    } else {
      push(map, source[at] ?? "", at, at + 1);
      at++;
    }
  }
}

const ESCAPES: Record<string, string> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};
const HEX_DIGITS: Record<string, number> = { x: 2, u: 4, U: 8 };
const JOINED = /\\\r?\n[ \t]*/y;

function readEscape(source: string, at: number): { text: string; length: number } {
  JOINED.lastIndex = at;
  const joined = JOINED.exec(source);
  if (joined) return { text: "", length: joined[0].length };
  const code = source[at + 1] ?? "";
  const digits = HEX_DIGITS[code];
  if (digits === undefined) return { text: ESCAPES[code] ?? code, length: 1 + code.length };
  const point = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
  return { text: point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd", length: 2 + digits };
}

interface Line {
  readonly text: string;
  readonly at: number;
}

function decodeBlock(source: string, scalar: Scalar, map: Decoded): void {
  const headerEnd = source.indexOf("\n", scalar.start) + 1;
  if (headerEnd === 0) return;
  const header = source.slice(scalar.start, headerEnd);
  const folded = scalar.style === "folded";
  const raw: Line[] = [];
  for (let at = headerEnd; at < scalar.end; ) {
    const eol = source.indexOf("\n", at);
    const next = eol < 0 ? source.length : eol + 1;
    raw.push({ text: source.slice(at, eol < 0 ? next : eol).replace(/\r$/, ""), at });
    at = next;
  }
  const indent = (line: Line) => /^ */.exec(line.text)?.[0].length ?? 0;
  const first = raw.find((line) => line.text.trim() !== "");
  // With an explicit indentation the parent's column would be needed: the first line's own is tried, and the comparison with the text decides.
  const trim = first ? (/[1-9]/.test(header.replace(/#.*/, "")) ? indent(first) - leading(scalar.text) : indent(first)) : 0;
  const lines = raw.map((line) => ({ text: line.text.slice(trim), at: line.at + Math.min(trim, line.text.length) }));
  lines.forEach((line, i) => {
    for (let k = 0; k < line.text.length; k++) push(map, line.text[k] ?? "", line.at + k, line.at + k + 1);
    const next = lines[i + 1];
    if (next) push(map, foldedBreak(lines, i, folded), line.at + line.text.length, next.at);
  });
}

const leading = (text: string) => /^ */.exec(text)?.[0].length ?? 0;

/** What the break after line `i` stands for: kept, folded to a space, or swallowed by the blank lines after it. */
function foldedBreak(lines: readonly Line[], i: number, folded: boolean): string {
  if (!folded) return "\n";
  const indented = (text: string) => text[0] === " " || text[0] === "\t";
  const here = lines[i]?.text ?? "";
  const next = lines[i + 1]?.text ?? "";
  if (here === "" || indented(here)) return "\n";
  if (next !== "") return indented(next) ? "\n" : " ";
  const after = lines.slice(i + 1).find((line) => line.text !== "")?.text;
  return after !== undefined && indented(after) ? "\n" : "";
}

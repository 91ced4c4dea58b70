import { BACKSLASH, BAR, COLON, DASH, DOUBLE_QUOTE, HASH, NEWLINE, RETURN, SINGLE_QUOTE, SPACE } from "./characters.ts";
import { type Cursor, endLine, isGap } from "./fastReaderCursor.ts";
import type { Scalar, ScalarStyle } from "./tree.ts";

export function scalar(style: ScalarStyle, text: string, start: number, end: number): Scalar {
  return { kind: "scalar", style, text, value: style === "plain" ? resolve(text) : text, start, end };
}

const NUMBER = /^[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/;
const OTHER_NUMBER = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const WORDS = new Map<string, boolean | null>([
  ["", null],
  ["~", null],
  ...["null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
]);

/** What the core schema of YAML 1.2 makes of a plain text. */
function resolve(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0);
  if ((first >= 48 && first <= 57) || first === DASH || first === 43 || first === 46) {
    if (NUMBER.test(text)) return Number(text);
    return OTHER_NUMBER.test(text) ? otherNumber(text) : text;
  }
  if (text.length > 5) return text;
  const word = WORDS.get(text);
  return word === undefined ? text : word;
}

function otherNumber(text: string): number {
  if (/inf$/i.test(text)) return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(text);
}

/** Whether a plain text may begin here: not at a character that begins something else. */
export function isPlainStart(text: string, at: number): boolean {
  const char = text.charCodeAt(at);
  if (char === DASH) return !isGap(text.charCodeAt(at + 1));
  return !isGap(char) && !INDICATORS.includes(text.charAt(at));
}

const INDICATORS = "?:,[]{}#&*!|>'\"%@`";

/** Where the plain key that begins here ends: the place of its colon; -1 where the line holds none. */
export function keyEnd(text: string, start: number): number {
  if (!isPlainStart(text, start)) return -1;
  for (let at = start; ; at++) {
    const char = text.charCodeAt(at);
    if (char === COLON) {
      if (isGap(text.charCodeAt(at + 1))) return at;
    } else if (char === NEWLINE || Number.isNaN(char) || (char === HASH && text.charCodeAt(at - 1) === SPACE)) return -1;
  }
}

/** A plain text outside brackets, over as many lines as it has, and what follows it on its last. */
export function readPlain(cursor: Cursor, parent: number): Scalar | undefined {
  const { text, at: start } = cursor;
  if (!isPlainStart(text, start) || isMarker(text, start)) return undefined;
  let end = plainEnd(text, start);
  if (end < 0) return undefined;
  let folded = text.slice(start, end);
  for (;;) {
    cursor.at = end;
    let at = end;
    while (text.charCodeAt(at) === SPACE) at++;
    const next = text.charCodeAt(at) === HASH ? -1 : continued(text, at, parent);
    if (next === -2) return undefined;
    if (next < 0) return endLine(cursor) ? scalar("plain", folded, start, end) : undefined;
    end = plainEnd(text, next);
    if (end < 0) return undefined;
    folded += ` ${text.slice(next, end)}`;
  }
}

/** Where the text ends that begins here and goes on to the end of its line; -1 where it holds a colon that would make it a key. */
function plainEnd(text: string, start: number): number {
  let at = start;
  for (let char = text.charCodeAt(at); char !== NEWLINE && !Number.isNaN(char); char = text.charCodeAt(++at)) {
    if (char === COLON && isGap(text.charCodeAt(at + 1))) return -1;
    if (char === HASH && text.charCodeAt(at - 1) === SPACE) break;
  }
  while (isGap(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where a plain text goes on below the end of a line; -1 where it does not, -2 where that takes another reader: after blank lines. */
function continued(text: string, end: number, parent: number): number {
  let blank = 0;
  for (let at = text.indexOf("\n", end) + 1; at > 0; blank++) {
    const line = at;
    while (text.charCodeAt(at) === SPACE) at++;
    const char = text.charCodeAt(at);
    if (Number.isNaN(char) || char === HASH) return -1;
    if (char !== NEWLINE && char !== RETURN) {
      if (at - line <= parent) return -1;
      return blank > 0 || at === line ? -2 : at;
    }
    at = text.indexOf("\n", at) + 1;
  }
  return -1;
}

/** `---` and `...` at the beginning of a line end a document. */
const isMarker = (text: string, at: number) => text.startsWith("---", at) || text.startsWith("...", at);

/** A text in quotation marks. It may run over lines that stand behind the parent's column; `parent` -1: it may not. */
export function readQuoted(cursor: Cursor, parent: number): Scalar | undefined {
  const { text, at: start } = cursor;
  const isSingle = text.charCodeAt(start) === SINGLE_QUOTE;
  const end = isSingle ? closingSingle(text, start) : closingDouble(text, start);
  if (end < 0) return undefined;
  cursor.at = end + 1;
  const source = text.slice(start + 1, end);
  const value = source.includes("\n") ? foldQuoted(source, parent) : source;
  if (value === undefined) return undefined;
  if (isSingle) return scalar("single", value.includes("'") ? value.replaceAll("''", "'") : value, start, end + 1);
  if (!value.includes("\\")) return scalar("double", value, start, end + 1);
  const decoded = value === source ? unescaped(source) : undefined;
  return decoded === undefined ? undefined : scalar("double", decoded, start, end + 1);
}

function closingSingle(text: string, start: number): number {
  for (let at = text.indexOf("'", start + 1); at >= 0; at = text.indexOf("'", at + 2))
    if (text.charCodeAt(at + 1) !== SINGLE_QUOTE) return at;
  return -1;
}

function closingDouble(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === DOUBLE_QUOTE) return at;
    if (char === BACKSLASH) at++;
  }
  return -1;
}

/** The lines of a quoted text joined by blanks; undefined where one is empty or stands too far left. */
function foldQuoted(source: string, parent: number): string | undefined {
  if (parent < 0) return undefined;
  const lines = source.split(/\r?\n/);
  let folded = (lines[0] ?? "").replace(/ +$/, "");
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? "";
    const inner = line.trimStart();
    const last = i === lines.length - 1;
    if (!/^ *[^ ]/.test(line) || line.search(/[^ ]/) <= parent || inner === "") return undefined;
    folded += ` ${last ? line.replace(/^ +/, "") : line.replace(/^ +| +$/g, "")}`;
  }
  return folded;
}

/** The escapes that JSON has too mean the same in YAML; the others are rare. */
const ESCAPES: Record<string, string> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

function unescaped(source: string): string | undefined {
  let known = true;
  const text = source.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code: string | undefined, char: string | undefined) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    const meant = ESCAPES[char ?? ""];
    if (meant === undefined) known = false;
    return meant ?? "";
  });
  return known ? text : undefined;
}

/** A text behind `|` or `>`, whose lines stand behind the parent's column. */
export function readBlockText(cursor: Cursor, parent: number): Scalar | undefined {
  const { text, at: start } = cursor;
  const style = text.charCodeAt(start) === BAR ? "literal" : "folded";
  const strips = text.charCodeAt(start + 1) === DASH;
  const header = start + (strips ? 2 : 1);
  const body = lineAfter(text, header);
  if (body < 0) return undefined;
  const lines: string[] = [];
  let written = 0;
  let end = header;
  let indent = -1;
  for (let at = body; at < text.length; ) {
    const line = at;
    while (text.charCodeAt(at) === SPACE) at++;
    const column = at - line;
    const stop = text.indexOf("\n", at);
    // Without a line break at the end, what is stripped is another matter.
    if (stop < 0) return undefined;
    const last = text.charCodeAt(stop - 1) === RETURN ? stop - 1 : stop;
    if (at >= last) {
      if (column > (indent < 0 ? parent + 1 : indent)) return undefined;
      lines.push("");
    } else {
      if (column <= parent) {
        at = line;
        cursor.at = at;
        break;
      }
      if (indent < 0) indent = column;
      if (column < indent) return undefined;
      lines.push(text.slice(line + indent, last));
      written = lines.length;
      end = last;
    }
    at = stop + 1;
    cursor.at = at;
  }
  if (written === 0) return undefined;
  lines.length = written;
  while (text.charCodeAt(end - 1) === SPACE) end--;
  const joined = style === "literal" ? lines.join("\n") : foldLines(lines);
  return scalar(style, strips ? joined : `${joined}\n`, start, end);
}

/** Where the next line begins, if nothing more stands on this one; else -1. */
function lineAfter(text: string, from: number): number {
  const at = text.charCodeAt(from) === RETURN ? from + 1 : from;
  return text.charCodeAt(at) === NEWLINE ? at + 1 : -1;
}

/** Lines are joined by blanks; empty lines between them are line breaks, and so are those beside a line that stands further in. */
function foldLines(lines: readonly string[]): string {
  let folded = "";
  let blank = 0;
  let wasFurtherIn = false;
  for (const line of lines) {
    if (line === "") {
      blank++;
      continue;
    }
    const isFurtherIn = line.startsWith(" ");
    const breaks = folded !== "" && (isFurtherIn || wasFurtherIn) ? blank + 1 : blank;
    folded += folded === "" || breaks > 0 ? "\n".repeat(breaks) : " ";
    folded += line;
    blank = 0;
    wasFurtherIn = isFurtherIn;
  }
  return folded;
}

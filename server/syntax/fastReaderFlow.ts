import {
  BANG,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
  HASH,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  RETURN,
  SINGLE_QUOTE,
  SPACE,
} from "./characters.ts";
import { type Cursor, isGap, skipSpaces } from "./fastReaderCursor.ts";
import { isPlainStart, readQuoted, scalar } from "./fastReaderScalars.ts";
import { readTag, withTag } from "./fastReaderTags.ts";
import type { Node, Pair } from "./tree.ts";

const MOST_NESTING = 40;

/** A list or a mapping in brackets whose opening bracket the cursor stands at. `parent`: the column that its further lines stand behind. */
export function readFlow(cursor: Cursor, parent: number, depth: number): Node | undefined {
  if (depth > MOST_NESTING) return undefined;
  return cursor.text.charCodeAt(cursor.at) === OPEN_BRACKET ? readList(cursor, parent, depth) : readBraces(cursor, parent, depth);
}

function readList(cursor: Cursor, parent: number, depth: number): Node | undefined {
  const start = cursor.at++;
  const items: Node[] = [];
  if (!skipBlanks(cursor, parent, depth)) return undefined;
  while (cursor.text.charCodeAt(cursor.at) !== CLOSE_BRACKET) {
    const item = readTagged(cursor, parent, depth);
    if (!item || !nextEntry(cursor, parent, depth, CLOSE_BRACKET)) return undefined;
    items.push(item);
  }
  return { kind: "sequence", flow: true, items, start, end: ++cursor.at };
}

function readBraces(cursor: Cursor, parent: number, depth: number): Node | undefined {
  const { text } = cursor;
  const start = cursor.at++;
  const pairs: Pair[] = [];
  if (!skipBlanks(cursor, parent, depth)) return undefined;
  while (text.charCodeAt(cursor.at) !== CLOSE_BRACE) {
    const from = cursor.at;
    const key = readEntry(cursor, -1, depth);
    if (key?.kind !== "scalar" || key.text === "<<" || cursor.at - from > 1000) return undefined;
    skipSpaces(cursor);
    if (text.charCodeAt(cursor.at) !== COLON || !isGap(text.charCodeAt(cursor.at + 1))) return undefined;
    cursor.at++;
    if (!skipBlanks(cursor, parent, depth)) return undefined;
    const value = readTagged(cursor, parent, depth);
    if (!value || !nextEntry(cursor, parent, depth, CLOSE_BRACE)) return undefined;
    pairs.push({ key, value, bare: false });
  }
  return { kind: "mapping", flow: true, pairs, start, end: ++cursor.at };
}

/** Moves behind the comma, or to the closing bracket. */
function nextEntry(cursor: Cursor, parent: number, depth: number, close: number): boolean {
  if (!skipBlanks(cursor, parent, depth)) return false;
  const char = cursor.text.charCodeAt(cursor.at);
  if (char !== COMMA) return char === close;
  cursor.at++;
  return skipBlanks(cursor, parent, depth);
}

/** An entry or a value with a tag before it or none. */
function readTagged(cursor: Cursor, parent: number, depth: number): Node | undefined {
  if (cursor.text.charCodeAt(cursor.at) !== BANG) return readEntry(cursor, parent, depth);
  const name = readTag(cursor);
  return name === undefined ? undefined : withTag(readEntry(cursor, parent, depth), name);
}

function readEntry(cursor: Cursor, parent: number, depth: number): Node | undefined {
  const char = cursor.text.charCodeAt(cursor.at);
  if (char === DOUBLE_QUOTE || char === SINGLE_QUOTE) return readQuoted(cursor, parent);
  if (char === OPEN_BRACKET || char === OPEN_BRACE) return parent < 0 ? undefined : readFlow(cursor, parent, depth + 1);
  return readFlowPlain(cursor, parent);
}

/** A plain text inside brackets. It may run over lines where it is no key (`parent` is not -1). */
function readFlowPlain(cursor: Cursor, parent: number): Node | undefined {
  const { text, at: start } = cursor;
  if (!isPlainStart(text, start) || isBracket(text.charCodeAt(start + 1), text.charCodeAt(start))) return undefined;
  let folded: string | undefined;
  for (let from = start; ; ) {
    let at = from;
    for (let char = text.charCodeAt(at); ; char = text.charCodeAt(++at)) {
      if (char === COMMA || char === CLOSE_BRACKET || char === CLOSE_BRACE || char === NEWLINE || char === RETURN) break;
      if (char === OPEN_BRACKET || char === OPEN_BRACE || Number.isNaN(char)) return undefined;
      if (char === HASH && text.charCodeAt(at - 1) === SPACE) return undefined;
      if (char === COLON && endsKey(text.charCodeAt(at + 1))) break;
    }
    let end = at;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    folded = folded === undefined ? text.slice(from, end) : `${folded} ${text.slice(from, end)}`;
    cursor.at = at;
    if (text.charCodeAt(at) === NEWLINE || text.charCodeAt(at) === RETURN) {
      if (parent < 0 || !skipBlanks(cursor, parent, 0)) return undefined;
      const next = text.charCodeAt(cursor.at);
      if (next === COMMA || next === CLOSE_BRACKET || next === CLOSE_BRACE) {
        // Its place is looked at again by those who know how deep the brackets are.
        cursor.at = at;
      } else {
        if (next === COLON || Number.isNaN(next) || text.slice(at, cursor.at).split("\n").length > 2) return undefined;
        from = cursor.at;
        continue;
      }
    }
    return scalar("plain", folded, start, end);
  }
}

/** After `-`, a comma or a bracket makes it something else. */
const isBracket = (char: number, before: number) =>
  before === DASH && (char === COMMA || char === OPEN_BRACKET || char === CLOSE_BRACKET || char === OPEN_BRACE || char === CLOSE_BRACE);

const endsKey = (char: number) =>
  isGap(char) || char === COMMA || char === OPEN_BRACKET || char === CLOSE_BRACKET || char === OPEN_BRACE || char === CLOSE_BRACE;

/** Moves over spaces and line ends; false at a comment, and at a line that does not stand behind the parent. `depth` 0: a closing bracket may follow in its column. */
function skipBlanks(cursor: Cursor, parent: number, depth: number): boolean {
  const { text } = cursor;
  let at = cursor.at;
  let line = -1;
  let char = text.charCodeAt(at);
  for (;;) {
    while (char === SPACE) char = text.charCodeAt(++at);
    if (char === RETURN) at++;
    else if (char !== NEWLINE) break;
    line = at + 1;
    char = text.charCodeAt(++at);
  }
  cursor.at = at;
  if (char === HASH) return false;
  if (line < 0 || at - line > parent) return true;
  // The last bracket may stand below the key.
  return at - line === parent && depth <= 1 && (char === CLOSE_BRACKET || char === CLOSE_BRACE);
}

import {
  AND,
  ANGLE,
  BANG,
  BAR,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  DASH,
  DOUBLE_QUOTE,
  HASH,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  RETURN,
  SINGLE_QUOTE,
  SPACE,
  STAR,
} from "./characters.ts";
import { type Cursor, endLine, isGap, nextContent, skipSpaces } from "./fastReaderCursor.ts";
import { readFlow } from "./fastReaderFlow.ts";
import { keyEnd, readBlockText, readPlain, readQuoted, scalar } from "./fastReaderScalars.ts";
import { readTag, withTag } from "./fastReaderTags.ts";
import type { Mapping, Node, Pair, Sequence } from "./tree.ts";

/**
 * Reads the block-style subset of YAML that nearly all instruments are written in, in one pass and with positions. It gives up (undefined) at
 * anything else: tags that are not YAML's own, tabs, explicit keys, and whatever a YAML reader would report or might read in another way. What it
 * gives is what the `yaml` package gives, proved by comparing the two; what it gives up is that package's to read.
 */
export function readFast(text: string): readonly Pair[] | undefined {
  if (UNUSUAL.test(text) || hasManyBrackets(text)) return undefined;
  const cursor: Cursor = { text, at: 0, column: -1 };
  const column = nextContent(cursor);
  if (column < 0 || !startsMapping(cursor)) return undefined;
  const root = readMapping(cursor, column, 0);
  return root && nextContent(cursor) < 0 ? root.pairs : undefined;
}

/** Characters that YAML forbids or gives a part to play that is rare; and rows of dashes, which may be lists in lists. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for because they are forbidden.
const UNUSUAL = /[\0-\x09\x0b\x0c\x0e-\x1f\ufeff]|\r(?!\n)|[-?] [-?] [-?] /;
const MOST_BRACKETS = 100;
const MOST_NESTING = 40;

/** Whether there are so many brackets that they may be nested beyond what is read at all. */
function hasManyBrackets(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf("["); at >= 0; at = text.indexOf("[", at + 1)) count++;
  for (let at = text.indexOf("{"); at >= 0; at = text.indexOf("{", at + 1)) count++;
  return count > MOST_BRACKETS && isNested(text);
}

function isNested(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === OPEN_BRACKET || char === OPEN_BRACE) {
      if (++depth >= MOST_NESTING) return true;
    } else if ((char === CLOSE_BRACKET || char === CLOSE_BRACE) && depth > 0) depth--;
  }
  return false;
}

/** A mapping whose first key the cursor stands at, at this column. */
function readMapping(cursor: Cursor, column: number, depth: number): Mapping | undefined {
  if (depth > MOST_NESTING) return undefined;
  const start = cursor.at;
  const pairs: Pair[] = [];
  let end = start;
  do {
    const key = readKey(cursor);
    if (!key) return undefined;
    const value = readValue(cursor, column, depth);
    if (!value) return undefined;
    pairs.push({ key, value, bare: false });
    end = value.end;
    const next = nextContent(cursor);
    if (next > column) return undefined;
    if (next < column) break;
  } while (!isDash(cursor));
  return { kind: "mapping", flow: false, pairs, start, end };
}

/** A key and its colon. */
function readKey(cursor: Cursor): Node | undefined {
  const { text, at: start } = cursor;
  const char = text.charCodeAt(start);
  cursor.column = -1;
  let key: Node | undefined;
  if (char === DOUBLE_QUOTE || char === SINGLE_QUOTE) {
    key = readQuoted(cursor, -1);
    skipSpaces(cursor);
  } else {
    const colon = keyEnd(text, start);
    if (colon < 0) return undefined;
    let end = colon;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    key = scalar("plain", text.slice(start, end), start, end);
    cursor.at = colon;
  }
  // A key that is longer is no key to YAML.
  if (!key || cursor.at - start > 1000 || text.charCodeAt(cursor.at) !== COLON || !isGap(text.charCodeAt(cursor.at + 1))) return undefined;
  if (key.kind === "scalar" && (key.text === "<<" || key.text === "")) return undefined;
  cursor.at++;
  return key;
}

/** What follows a key's colon: on its line, or below it and further in. */
function readValue(cursor: Cursor, column: number, depth: number): Node | undefined {
  skipSpaces(cursor);
  const char = cursor.text.charCodeAt(cursor.at);
  if (char === AND) return readNamed(cursor, column, depth);
  return char === BANG ? readTagged(cursor, column, depth) : readValueOf(cursor, column, depth);
}

function readValueOf(cursor: Cursor, column: number, depth: number): Node | undefined {
  const { at } = cursor;
  if (!isLineOver(cursor)) return readInline(cursor, column);
  if (!endLine(cursor)) return undefined;
  const next = nextContent(cursor);
  if (next > column) return readBelow(cursor, next, column, depth);
  if (next === column && isDash(cursor)) return readSequence(cursor, column, depth);
  return scalar("plain", "", at, at);
}

/** `&name` and what it names: a value on its line, or a mapping or a list below it. */
function readNamed(cursor: Cursor, column: number, depth: number): Node | undefined {
  const start = cursor.at;
  const name = readName(cursor);
  if (name === undefined) return undefined;
  const anchor = { name, start, end: cursor.at };
  skipSpaces(cursor);
  const isBelow = isLineOver(cursor);
  const node = readValueOf(cursor, column, depth);
  if (!node || node.kind === "alias" || (isBelow && node.kind === "scalar")) return undefined;
  return { ...node, anchor };
}

/** `!!str` and what it stands before: a value on its line, or a mapping or a list below it. */
function readTagged(cursor: Cursor, column: number, depth: number): Node | undefined {
  const name = readTag(cursor);
  if (name === undefined) return undefined;
  const isBelow = isLineOver(cursor);
  const node = readValueOf(cursor, column, depth);
  return isBelow && node?.kind === "scalar" ? undefined : withTag(node, name);
}

/** The name behind `*` or `&`. */
function readName(cursor: Cursor): string | undefined {
  const { text, at } = cursor;
  let end = at + 1;
  while (isNameCharacter(text.charCodeAt(end))) end++;
  if (end === at + 1 || !isGap(text.charCodeAt(end))) return undefined;
  cursor.at = end;
  return text.slice(at + 1, end);
}

const isNameCharacter = (char: number) =>
  (char >= 97 && char <= 122) || (char >= 48 && char <= 57) || (char >= 65 && char <= 90) || char === 95 || char === DASH;

function readAlias(cursor: Cursor): Node | undefined {
  const start = cursor.at;
  const name = readName(cursor);
  const end = cursor.at;
  return name !== undefined && endLine(cursor) ? { kind: "alias", name, start, end } : undefined;
}

/** A value that begins on a line of its own, or behind a dash. */
function readBelow(cursor: Cursor, column: number, parent: number, depth: number): Node | undefined {
  if (isDash(cursor)) return readSequence(cursor, column, depth);
  if (startsMapping(cursor)) return readMapping(cursor, column, depth + 1);
  cursor.column = -1;
  return readInline(cursor, parent);
}

/** A text, a number or a collection in brackets; nothing but a comment may follow it on its line. */
function readInline(cursor: Cursor, parent: number): Node | undefined {
  const char = cursor.text.charCodeAt(cursor.at);
  if (char === BAR || char === ANGLE) return readBlockText(cursor, parent);
  if (char === STAR) return readAlias(cursor);
  if (char === OPEN_BRACKET || char === OPEN_BRACE || char === DOUBLE_QUOTE || char === SINGLE_QUOTE) {
    const node = char === OPEN_BRACKET || char === OPEN_BRACE ? readFlow(cursor, parent, 1) : readQuoted(cursor, parent);
    return node && endLine(cursor) ? node : undefined;
  }
  return readPlain(cursor, parent);
}

function readSequence(cursor: Cursor, column: number, depth: number): Sequence | undefined {
  if (depth > MOST_NESTING) return undefined;
  const start = cursor.at;
  const items: Node[] = [];
  let next = column;
  while (next === column && isDash(cursor)) {
    const dash = cursor.at;
    cursor.at++;
    cursor.column = -1;
    skipSpaces(cursor);
    const item = isLineOver(cursor)
      ? readItemBelow(cursor, column, depth)
      : cursor.text.charCodeAt(cursor.at) === BANG
        ? readTaggedItem(cursor, column)
        : readBelow(cursor, column + cursor.at - dash, column, depth + 1);
    if (!item) return undefined;
    items.push(item);
    next = nextContent(cursor);
    if (next > column) return undefined;
  }
  return { kind: "sequence", flow: false, items, start, end: items.at(-1)?.end ?? start };
}

function readTaggedItem(cursor: Cursor, column: number): Node | undefined {
  const name = readTag(cursor);
  return name === undefined || isLineOver(cursor) ? undefined : withTag(readInline(cursor, column), name);
}

function readItemBelow(cursor: Cursor, column: number, depth: number): Node | undefined {
  const at = cursor.at;
  if (!endLine(cursor)) return undefined;
  const next = nextContent(cursor);
  return next > column ? readBelow(cursor, next, column, depth + 1) : scalar("plain", "", at, at);
}

const isDash = ({ text, at }: Cursor) => text.charCodeAt(at) === DASH && isGap(text.charCodeAt(at + 1));

/** Whether a line holds nothing more but a comment. */
function isLineOver({ text, at }: Cursor): boolean {
  const char = text.charCodeAt(at);
  return char === NEWLINE || char === RETURN || Number.isNaN(char) || char === HASH;
}

/** Whether what stands here is a key. */
function startsMapping(cursor: Cursor): boolean {
  const { text, at } = cursor;
  const char = text.charCodeAt(at);
  if (char !== DOUBLE_QUOTE && char !== SINGLE_QUOTE) return keyEnd(text, at) >= 0;
  const column = cursor.column;
  const quoted = readQuoted(cursor, -1);
  skipSpaces(cursor);
  const found = quoted !== undefined && text.charCodeAt(cursor.at) === COLON;
  cursor.at = at;
  cursor.column = column;
  return found;
}

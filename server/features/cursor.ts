import type { Analysis } from "../analysis/analysis.ts";
import type { Range } from "../problem.ts";
import type { Branch } from "../syntax/segment.ts";
import { segmentAt, startOf } from "../syntax/segmentedText.ts";

/** Where an offset is in the document's structure, however broken or half-typed the text: read from the lines above it, not from the tree. */
export interface Cursor {
  /** Keys and indexes from the root to the mapping or list that the cursor is in. */
  readonly path: readonly (string | number)[];
  /** Whether a key is being written there, or what stands behind one (the last of `path`) or in a list. */
  readonly role: "key" | "value";
  /** What has been typed of it, up to the cursor. */
  readonly typed: string;
  /** The word at the cursor, which a completion replaces. */
  readonly word: Range;
  /** Inside `{ }` or `[ ]`, where an indented form cannot follow. */
  readonly flow: boolean;
  /** The whole value up to the cursor, where it is the value of a key: the text of a formula. */
  readonly value: Range;
  /** Column of the line's first character. */
  readonly indent: number;
}

interface Level {
  readonly indent: number;
  readonly key: string | number;
}

export function cursorAt(analysis: Analysis, offset: number): Cursor {
  const { text } = analysis;
  const index = segmentAt(text, offset);
  const segment = text.segments.at(index);
  const start = startOf(text, index);
  const before = segment?.text.slice(0, offset - start) ?? "";
  const after = segment?.text.slice(offset - start) ?? "";
  const levels = levelsOf(segment?.within);
  const lines = before.split("\n");
  const last = lines.pop() ?? "";
  let flow: Flow | undefined;
  let hidden: number | undefined;
  let at = 0;
  for (const line of lines) {
    const from = at;
    at += line.length + 1;
    if (flow && flow.open.length > 0) {
      scanFlow(flow, before, from, at);
      continue;
    }
    const indent = indentOf(line);
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    if (hidden !== undefined && indent > hidden) continue;
    hidden = undefined;
    flow = readLine(levels, line, from, before, at);
    if (/:\s+[|>][-+\d]*\s*(?:#.*)?\r?$/.test(line)) hidden = levels.at(-1)?.indent ?? indent;
  }

  const ending = /^[A-Za-z0-9_]*/.exec(after)?.[0] ?? "";
  const wordStart = (from: number) => offset - (/[A-Za-z0-9_]*$/.exec(before.slice(from))?.[0].length ?? 0);
  const indent = indentOf(last);
  if (flow && flow.open.length > 0) scanFlow(flow, before, at, before.length);
  else {
    const blank = last.trim() === "";
    pop(levels, blank ? last.length : indent, !blank && last.trimStart().startsWith("- ") ? "-" : "");
    flow = blank ? undefined : readLine(levels, last, at, before, before.length, true);
  }
  if (flow && flow.open.length > 0) {
    const path: (string | number)[] = levels.map((level) => level.key);
    for (const level of flow.open)
      if (level.kind === "[") path.push(level.index);
      else if (level.key !== undefined) path.push(level.key);
    const inner = flow.open.at(-1);
    const role = inner?.kind === "{" && inner.key === undefined ? "key" : "value";
    const from = inner?.from ?? before.length;
    return {
      path,
      role,
      typed: before.slice(from).trimStart(),
      word: { start: wordStart(from), end: offset + ending.length },
      flow: true,
      value: { start: start + skipSpaces(before, from), end: offset },
      indent,
    };
  }
  const path = levels.map((level) => level.key);
  const role = flow ? "value" : "key";
  const from = flow ? flow.from : at + last.length - last.trimStart().replace(/^- +/, "").length;
  return {
    path,
    role,
    typed: before.slice(from).trimStart(),
    word: { start: wordStart(from), end: offset + ending.length },
    flow: false,
    value: { start: start + skipSpaces(before, from), end: offset },
    indent: last.trim() === "" ? last.length : indent,
  };
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === " ") at++;
  return at;
}

const indentOf = (line: string) => /^ */.exec(line)?.[0].length ?? 0;

function levelsOf(branch: Branch | undefined): Level[] {
  const levels: Level[] = [];
  for (let at = branch; at?.parent; at = at.parent) levels.unshift({ indent: at.parent.indent, key: at.path.at(-1) ?? "" });
  return levels;
}

function pop(levels: Level[], indent: number, mark = ""): void {
  while (levels.length > 0) {
    const level = levels.at(-1);
    if (!level || level.indent < indent || (mark === "-" && level.indent === indent && typeof level.key === "string" && !isEntry(levels)))
      return;
    levels.pop();
  }
}

const isEntry = (levels: readonly Level[]) => typeof levels.at(-2)?.key === "number" && levels.at(-2)?.indent === levels.at(-1)?.indent;

interface FlowLevel {
  readonly kind: "{" | "[";
  index: number;
  key?: string;
  /** Where the key or the value being written starts. */
  from: number;
}
interface Flow {
  readonly open: FlowLevel[];
  /** Where the value behind the last key starts. */
  from: number;
  quote?: string;
}

const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#'"{[\]},&*!|>%@`][^#]*?)\s*:(?=\s|$)/;

/** Takes one line of block YAML into the levels. Gives the value that begins on it, with the brackets that are open at its end. */
function readLine(levels: Level[], line: string, from: number, text: string, end: number, isLast = false): Flow | undefined {
  let indent = indentOf(line);
  let rest = line.slice(indent);
  let at = from + indent;
  if (!isLast) pop(levels, indent, rest.startsWith("- ") || rest === "-" ? "-" : "");
  while (rest.startsWith("- ") || rest === "-") {
    const list = levels.at(-1);
    if (typeof list?.key === "number" && list.indent === indent) levels[levels.length - 1] = { indent, key: list.key + 1 };
    else levels.push({ indent, key: countItems(text, at, indent) });
    const gap = /^-\s*/.exec(rest)?.[0].length ?? 1;
    indent += gap;
    at += gap;
    rest = rest.slice(gap);
  }
  const key = KEY.exec(rest);
  if (!key) {
    if (!isLast || rest === "" || /^[A-Za-z_][\w.-]*$/.test(rest))
      return typeof levels.at(-1)?.key === "number" && /^[{[]/.test(rest) ? scanFlow({ open: [], from: at }, text, at, end) : undefined;
    return scanFlow({ open: [], from: at }, text, at, end);
  }
  levels.push({ indent, key: unquote(key[1] ?? "") });
  return scanFlow({ open: [], from: at + key[0].length }, text, at + key[0].length, end);
}

/** How many items of the same list stand above. */
function countItems(text: string, at: number, indent: number): number {
  let count = 0;
  const above = text.slice(0, at).split("\n").slice(0, -1).reverse();
  for (const line of above) {
    const here = indentOf(line);
    if (line.trim() === "") continue;
    if (here < indent || (here === indent && !line.slice(here).startsWith("-"))) break;
    if (here === indent) count++;
  }
  return count;
}

const unquote = (key: string) => (/^["']/.test(key) ? key.slice(1, -1) : key.trim());

function scanFlow(flow: Flow, text: string, from: number, to: number): Flow {
  for (let at = from; at < to; at++) {
    const char = text[at] ?? "";
    const inner = flow.open.at(-1);
    if (flow.quote) {
      if (char === "\\" && flow.quote === '"') at++;
      else if (char === flow.quote) flow.quote = undefined;
    } else if ((char === '"' || char === "'") && /[\s{[,:]/.test(text[at - 1] ?? " ")) flow.quote = char;
    else if (char === "#" && /\s/.test(text[at - 1] ?? " ")) {
      const end = text.indexOf("\n", at);
      at = end < 0 ? to : end;
    } else if ((char === "{" || char === "[") && (inner || text.slice(flow.from, at).trim() === ""))
      flow.open.push({ kind: char, index: 0, from: at + 1 });
    else if ((char === "}" || char === "]") && inner) flow.open.pop();
    else if (char === "," && inner) {
      inner.index++;
      inner.key = undefined;
      inner.from = at + 1;
    } else if (char === ":" && inner?.kind === "{" && inner.key === undefined && /[\s,}]|$/.test(text[at + 1] ?? " ")) {
      inner.key = unquote(text.slice(inner.from, at).trim());
      inner.from = at + 1;
    }
  }
  return flow;
}

import { isAlias, isMap, isScalar, isSeq, parseDocument, type YAMLError, type Node as YamlNode, type Scalar as YamlScalar } from "yaml";
import type { Range } from "../problem.ts";
import { quote } from "./quote.ts";
import type { SegmentTree, SyntaxProblem } from "./readSegment.ts";
import type { Node, Pair, ScalarStyle } from "./tree.ts";

/** Reads a segment with the `yaml` package, and says in a researcher's words what it reports. */
export function readWithYaml(text: string): SegmentTree {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: "silent", schema: "core" });
  const problems = firstProblem(text, document.errors, document.contents);
  const contents = document.contents;
  if (contents && isMap(contents)) return { pairs: pairsOf(contents.items, text), problems };
  const other = contents ? convert(contents, text) : undefined;
  return { pairs: [], other, problems };
}

function pairsOf(items: readonly { key: unknown; value: unknown }[], text: string): Pair[] {
  return items.map(({ key, value }) => {
    const keyNode = convert(key as YamlNode | null, text);
    return { key: keyNode, value: value === null ? absent(keyNode.end) : convert(value as YamlNode, text), bare: value === null };
  });
}

const absent = (at: number): Node => ({ kind: "scalar", style: "plain", text: "", value: null, start: at, end: at });

function convert(node: YamlNode | null, text: string): Node {
  if (!node) return absent(0);
  const start = node.range?.[0] ?? 0;
  const end = node.range?.[1] ?? start;
  if (isAlias(node)) return { kind: "alias", name: node.source, start, end };
  const more = { ...anchorOf(node, text, start), ...(node.tag ? { tag: node.tag } : {}) };
  if (isMap(node)) {
    const pairs = pairsOf(node.items, text);
    const flow = node.flow === true;
    const last = pairs.at(-1);
    return { kind: "mapping", flow, pairs, start, end: flow || !last ? end : Math.max(last.key.end, last.value.end), ...more };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(item as YamlNode, text));
    const flow = node.flow === true;
    return { kind: "sequence", flow, items, start, end: flow ? end : (items.at(-1)?.end ?? end), ...more };
  }
  return { ...scalar(node as YamlScalar, text, start, end), ...more };
}

const STYLES: Record<string, ScalarStyle> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

function scalar(node: YamlScalar, text: string, start: number, end: number): Node {
  const style = STYLES[node.type ?? "PLAIN"] ?? "plain";
  const source = typeof node.source === "string" ? node.source : typeof node.value === "string" ? node.value : "";
  let stop = end;
  if (style === "literal" || style === "folded")
    while (stop > start && (text[stop - 1] === "\n" || text[stop - 1] === "\r" || text[stop - 1] === " ")) stop--;
  const value =
    isScalar(node) && (typeof node.value === "number" || typeof node.value === "boolean" || node.value === null) ? node.value : source;
  return { kind: "scalar", style, text: source, value: style === "plain" ? value : source, start, end: stop };
}

function anchorOf(node: YamlNode, text: string, start: number): { anchor: { name: string } & Range } | undefined {
  const name = "anchor" in node ? node.anchor : undefined;
  if (!name) return undefined;
  const at = text.lastIndexOf(`&${name}`, start);
  return { anchor: { name, start: Math.max(0, at), end: Math.max(0, at) + name.length + 1 } };
}

/** One finding for one slip: what follows the first error in an entry is mostly its echo. */
function firstProblem(text: string, errors: readonly YAMLError[], contents: YamlNode | null): SyntaxProblem[] {
  const error = errors[0];
  if (!error) return [];
  const [from, to] = error.pos;
  const range = clip({ start: from, end: to }, text);
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const tabs = /^[ \t]*\t[ \t]*/.exec(text.slice(start))?.[0] ?? "\t";
  const isAfterTab = error.code === "UNEXPECTED_TOKEN" && /node end|YAML stream/.test(error.message) && /^ *\t/.test(text.slice(start));
  if (error.code === "TAB_AS_INDENT" || isAfterTab) {
    return [
      {
        code: "tab-indent",
        message: "a tab stands where the line should be indented with spaces",
        range: { start, end: start + tabs.length },
      },
    ];
  }
  const bracket = /Unexpected flow-(?:seq|map)-start at node end/.test(error.message) ? plainBefore(text, from, contents) : undefined;
  if (bracket) return [bracket];
  const colon = error.code === "BLOCK_IN_FLOW" ? colonInText(text.slice(from, to), range) : undefined;
  if (colon) return [colon];
  const opening = /closing ["']quote/.test(error.message) ? openingQuote(from, contents) : undefined;
  return [{ code: "yaml-syntax", message: say(error, text), range: opening === undefined ? range : { start: opening, end: opening + 1 } }];
}

/** `{text: In the past week: how often?}`: a plain value inside braces cannot hold a colon and a blank. */
function colonInText(written: string, range: Range): SyntaxProblem | undefined {
  if (!/^[^\s"'{}[\]&*!|>%@`#-][^"'{}[\]\n]*: /.test(written) || written.includes("\n")) return undefined;
  const message = "a colon followed by a space begins a new key: put the text in quotation marks";
  return { code: "yaml-syntax", message, range, replacement: { title: "Put the text in quotation marks", newText: quote(written), range } };
}

/** `{value: a in [1, 2]}`: a plain value inside braces cannot hold a bracket. */
function plainBefore(text: string, at: number, contents: YamlNode | null): SyntaxProblem | undefined {
  let found: YamlScalar | undefined;
  const visit = (node: unknown): void => {
    if (isMap(node)) for (const pair of node.items) visit(pair.value);
    else if (isSeq(node)) for (const item of node.items) visit(item);
    else if (isScalar(node) && node.type === "PLAIN" && node.range && node.range[0] < at && node.range[0] >= (found?.range?.[0] ?? -1))
      found = node;
  };
  visit(contents);
  const start = found?.range?.[0];
  if (start === undefined || text.slice(start, at).includes("\n")) return undefined;
  const end = balancedEnd(text, at);
  const value = text.slice(start, end);
  return {
    code: "truncated-flow-value",
    message: `inside { } this value ends before the bracket: put it in quotation marks`,
    range: { start, end },
    replacement: { title: "Put the value in quotation marks", newText: quote(value), range: { start, end } },
  };
}

/** Where the text starts whose closing quotation mark is missing at `end`. */
const openingQuote = (end: number, contents: YamlNode | null) => lastScalar(contents, (node) => (node.range?.[1] ?? -1) >= end)?.range?.[0];

function lastScalar(contents: YamlNode | null, fits: (node: YamlScalar) => boolean): YamlScalar | undefined {
  let found: YamlScalar | undefined;
  const visit = (node: unknown): void => {
    if (isMap(node))
      for (const pair of node.items) {
        visit(pair.key);
        visit(pair.value);
      }
    else if (isSeq(node)) for (const item of node.items) visit(item);
    else if (isScalar(node) && fits(node) && (node.range?.[0] ?? -1) >= (found?.range?.[0] ?? -1)) found = node;
  };
  visit(contents);
  return found;
}

/** Where a value with balanced brackets ends: at the comma or brace that closes its mapping, or at the end of the line. */
function balancedEnd(text: string, from: number): number {
  let depth = 0;
  let at = from;
  for (; at < text.length && text[at] !== "\n" && text[at] !== "\r"; at++) {
    const char = text[at];
    if (char === "[" || char === "{") depth++;
    else if (char === "]" || char === "}") {
      if (depth === 0) break;
      depth--;
    } else if (char === "," && depth === 0) break;
  }
  while (text[at - 1] === " ") at--;
  return at;
}

/** The YAML package's error in a researcher's words. */
function say(error: YAMLError, text: string): string {
  const at = text.slice(error.pos[0], error.pos[0] + 1);
  switch (error.code) {
    case "MISSING_CHAR":
      if (/closing (["'])quote/.test(error.message)) return `the quotation mark that opens this text is never closed`;
      if (/flow-(?:map|seq)|, between|comma/i.test(error.message)) return "a comma is missing between two entries inside brackets";
      return "a colon or a comma is missing here";
    case "BAD_INDENT":
      if (/end with a/.test(error.message))
        return `this list or mapping is not closed: a ${/end with a (.)/.exec(error.message)?.[1] ?? "bracket"} is missing`;
      return "this line is indented differently from its neighbours";
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return "a colon followed by a space begins a new key: put the text in quotation marks, or check the indentation of the next line";
    case "BAD_SCALAR_START":
      return `a value cannot begin with ${at}: put it in quotation marks`;
    case "BAD_DQ_ESCAPE":
      return "a backslash inside double quotation marks has a meaning of its own: write \\\\ or use single quotation marks";
    case "BAD_ALIAS":
      return "a value that begins with * refers to a named part of the file: put it in quotation marks if it is text";
    case "BLOCK_IN_FLOW":
      return "inside { } or [ ] the indented form cannot be used";
    case "UNEXPECTED_TOKEN":
      return /comma/.test(error.message)
        ? "a comma too many"
        : "this does not belong here: check the quotation marks, the colon and the indentation";
    default:
      return "this cannot be read: check the quotation marks, the colon and the indentation";
  }
}

function clip(range: Range, text: string): Range {
  let end = Math.min(range.end, text.length);
  let start = Math.min(range.start, end);
  // An error at the very end is shown on the last character that was written.
  if (text.slice(start, end).trim() === "" || start === end) {
    const last = text.trimEnd().length;
    if (start >= last) {
      start = Math.max(0, last - 1);
      end = last;
    } else {
      while (text[start] === " " || text[start] === "\n") start++;
      end = start;
      while (end < text.length && /[\w.-]/.test(text[end] ?? "")) end++;
      end = Math.max(end, start + 1);
    }
  }
  return { start, end };
}

import { fieldsIn, find, follow, type Reading } from "../model/read/reader.ts";
import type { Range } from "../problem.ts";
import type { Field } from "../syntax/outline.ts";
import { type Place, placeIn } from "../syntax/place.ts";
import type { Segment } from "../syntax/segment.ts";
import type { Node } from "../syntax/tree.ts";
import { readTranslation, type Status, type TranslatedText } from "./readTranslation.ts";
import type { SourceText } from "./sourceTexts.ts";
import {
  blockLines,
  flowText,
  leafText,
  listLines,
  mapLines,
  sourceComment,
  type WantedText,
  type WantedTree,
  wantedTree,
  yamlKey,
} from "./wantedTree.ts";

/** A change to the text of a translation, by offsets in its whole text. */
export interface TranslationEdit {
  readonly at: Range;
  readonly newText: string;
}

/** The whole text of a translation, and where its places are in it: comments above an entry may stand in the segment before. */
export interface WrittenText {
  readonly text: string;
  range(place: Place): Range;
}

/** What to write for some texts: from an exchange file. */
export type Given = ReadonlyMap<string, { readonly words?: string; readonly status?: Status }>;

export interface TranslationUpdate {
  readonly edits: readonly TranslationEdit[];
  readonly added: readonly SourceText[];
  /** Texts whose words in the document are others than when they were translated; they are drafts again. */
  readonly changed: readonly SourceText[];
  /** Texts that got other words or another status from what was given. */
  readonly taken: readonly SourceText[];
}

/**
 * What makes a translation complete: an entry for every text that has none, in the order of the document, and the words that are given.
 * Everything else stays as it is written, comments too.
 */
export function translationEdits(
  reading: Reading,
  fields: readonly Field[],
  sources: readonly SourceText[],
  from: string,
  written: WrittenText,
  given: Given = new Map(),
): TranslationUpdate {
  const { texts, language } = readTranslation(reading, fields);
  const known = new Map(texts.map((text) => [text.key, text]));
  const edits: LocalEdit[] = [];
  const [added, changed, taken]: [SourceText[], SourceText[], SourceText[]] = [[], [], []];
  const wanted = sources.map((source): WantedText => {
    const one = given.get(source.key);
    return { source, words: one?.words ?? "", status: one?.status ?? "draft" };
  });
  const missing = new Set<WantedText>();
  for (const want of wanted) {
    const { source } = want;
    const text = known.get(source.key);
    if (text === undefined) {
      if (given.get(source.key)?.words === undefined && source.languages.has(language)) continue;
      missing.add(want);
      added.push(source);
      continue;
    }
    const comment = staleComment(text, source, from, written);
    if (comment) {
      edits.push(comment);
      changed.push(source);
    }
    const update = textEdits(
      text,
      given.get(source.key) ?? (comment && text.status !== undefined && text.words !== "" ? { status: "draft" } : {}),
    );
    if (update.length > 0 && given.has(source.key)) taken.push(source);
    edits.push(...update);
  }
  new Inserter(reading, from, missing, edits, written).into(wantedTree(wanted), "", fields, undefined);
  const placed = edits.map(({ at, newText }) => ({ at: "segment" in at ? written.range(at) : at, newText }));
  return { edits: placed, added, changed, taken };
}

interface LocalEdit {
  readonly at: Place | Range;
  readonly newText: string;
}

/** The comment above an entry that quotes words which are no longer those of the document. */
function staleComment({ keyAt }: TranslatedText, { words }: SourceText, from: string, { text, range }: WrittenText): LocalEdit | undefined {
  const start = range(keyAt).start;
  const line = text.lastIndexOf("\n", start - 1) + 1;
  // The words above a line are those of the first entry on it.
  if (!/^\s*(?:- )?(?:[^:{]+:\s*\{\s*)?$/.test(text.slice(line, start))) return undefined;
  const above = text.slice(0, line).match(/(?:^|\n)[ \t]*(#[^\r\n]*)\r?\n$/)?.[1];
  const wanted = sourceComment(from, words);
  if (above === undefined || !above.startsWith(`# ${from}: `) || above === wanted) return undefined;
  const at = text.lastIndexOf(above, line - 1);
  return { at: { start: at, end: at + above.length }, newText: wanted };
}

/** Other words and another status for an entry that is there. */
function textEdits(text: TranslatedText, { words, status }: { readonly words?: string; readonly status?: Status }): readonly LocalEdit[] {
  const other = words !== undefined && words !== text.words ? words : undefined;
  const newStatus = status !== undefined && status !== text.status ? status : undefined;
  if (other === undefined && newStatus === undefined) return [];
  const { segment, value } = text.field;
  const edits: LocalEdit[] = [];
  if (text.statusAt !== undefined && newStatus !== undefined) edits.push({ at: text.statusAt, newText: newStatus });
  if (value.kind === "scalar") {
    const alone = text.statusAt === undefined && newStatus !== undefined;
    if (other === undefined && !alone) return edits;
    const content = other ?? text.words;
    const newText = alone ? leafText({ words: content, status: newStatus }) : JSON.stringify(content);
    const isEmpty = value.end === value.start;
    return [
      ...edits,
      { at: isEmpty ? behindColon(segment, text.field) : placeIn(segment, value), newText: isEmpty ? ` ${newText}` : newText },
    ];
  }
  if (other !== undefined) edits.push({ at: text.at, newText: JSON.stringify(other) });
  if (text.statusAt === undefined && newStatus !== undefined && value.kind === "mapping") {
    const column = columnOf(segment, value.start);
    const end = text.at.end;
    edits.push({
      at: placeIn(segment, { start: end, end }),
      newText: value.flow ? `, status: ${newStatus}` : `${breakIn(segment)}${" ".repeat(column)}status: ${newStatus}`,
    });
  }
  return edits;
}

/** Puts what is missing where it belongs: behind its neighbour of the document, in the style of what is around. */
class Inserter {
  readonly #reading: Reading;
  readonly #from: string;
  readonly #missing: ReadonlySet<WantedText>;
  readonly #edits: LocalEdit[];
  readonly #written: WrittenText;

  constructor(reading: Reading, from: string, missing: ReadonlySet<WantedText>, edits: LocalEdit[], written: WrittenText) {
    this.#written = written;
    this.#reading = reading;
    this.#from = from;
    this.#missing = missing;
    this.#edits = edits;
  }

  /** `around`: the field whose value the fields stand in; undefined for the document itself. */
  into(tree: WantedTree, key: string, fields: readonly Field[], around: Field | undefined): void {
    const behind = new Map<Field | undefined, [string, WantedTree][]>();
    // The first two keys say what the document is.
    let anchor = around === undefined ? (find(fields, "of") ?? fields[0]) : undefined;
    for (const [name, child] of tree.children) {
      const field = fields.find((one) => one.name === name);
      const left = this.#left(child);
      if (field === undefined) {
        if (left !== undefined) behind.set(anchor, [...(behind.get(anchor) ?? []), [name, left]]);
        continue;
      }
      // The status of a stem stays beside it.
      const status = name === "text" ? find(fields, "status") : undefined;
      anchor = status !== undefined && fields.indexOf(status) > fields.indexOf(field) ? status : field;
      if (left !== undefined) this.#inside(left, child, name, field);
    }
    for (const [last, children] of behind) this.#insert(children, key, fields, around, last);
  }

  /** What is missing of a tree; undefined where nothing is. */
  #left(tree: WantedTree): WantedTree | undefined {
    if (tree.leaf !== undefined) return this.#missing.has(tree.leaf) ? tree : undefined;
    const children = new Map(
      [...tree.children].flatMap(([key, one]) =>
        this.#left(one) !== undefined || tree.isList ? [[key, this.#left(one) ?? one] as const] : [],
      ),
    );
    const any = [...tree.children.values()].some((one) => this.#left(one) !== undefined);
    return any ? { children, isList: tree.isList } : undefined;
  }

  #inside(left: WantedTree, tree: WantedTree, key: string, field: Field): void {
    const fields = fieldsIn(this.#reading, field);
    if (tree.isList) this.#list(left, field);
    else if (fields === undefined) this.#opened(left, key, field);
    else if (fields.every(({ segment }) => segment === field.segment) || field.fields) this.into(tree, key, fields, field);
  }

  /** An item that is only its stem gets keys; what is empty gets its first. */
  #opened(left: WantedTree, key: string, field: Field): void {
    const { segment, value } = field;
    if (value.kind !== "scalar") return;
    const indent = " ".repeat(columnOf(segment, field.key.start) + 2);
    const isEmpty = value.end === value.start;
    const own = isEmpty ? [] : [`${left.children.has("label") ? "label" : "text"}: ${segment.text.slice(value.start, value.end)}`];
    const lines = [...own, ...mapLines(left, key, this.#from)];
    if (isInFlow(segment, field)) {
      const inner = [...own, ...[...left.children].map(([name, one]) => `${yamlKey(name)}: ${flowText(name, one, key)}`)].join(", ");
      this.#edits.push({ at: isEmpty ? behindColon(segment, field) : placeIn(segment, value), newText: `${isEmpty ? " " : ""}{${inner}}` });
      return;
    }
    // The first line takes the place of the words, so that a comment behind them stays with them.
    const [first = "", ...rest] = lines;
    const start = isEmpty ? behindColon(segment, field).start : segment.text.slice(0, value.start).trimEnd().length;
    const end = isEmpty ? start : value.end;
    this.#edits.push({ at: placeIn(segment, { start, end }), newText: `${breakIn(segment)}${indent}${first}` });
    this.#lines(segment, end, indent.length, rest);
  }

  /** Further entries at the end of a list; those that are there keep their numbers. */
  #list(left: WantedTree, field: Field): void {
    const { segment, node } = follow(this.#reading, field.segment, field.value);
    if (node.kind !== "sequence" || segment !== field.segment) return;
    const rest = new Map([...left.children].filter(([number]) => Number(number) >= node.items.length));
    if (rest.size === 0) return;
    const tree: WantedTree = { children: rest, isList: true };
    const last = node.items.at(-1);
    if (node.flow || last === undefined) {
      const text = flowText("", tree, "").slice(1, -1);
      const at = last?.end ?? node.start + 1;
      this.#edits.push({ at: placeIn(segment, { start: at, end: at }), newText: last === undefined ? text : `, ${text}` });
      return;
    }
    const dash = segment.text.lastIndexOf("-", last.start - 1);
    this.#lines(segment, lastEnd(segment, last), columnOf(segment, dash), listLines(tree, this.#from));
  }

  #insert(
    children: readonly (readonly [string, WantedTree])[],
    key: string,
    fields: readonly Field[],
    around: Field | undefined,
    last: Field | undefined,
  ): void {
    const first = fields[0];
    const lines = children.flatMap(([name, one]) => blockLines(name, one, key, this.#from));
    if (around !== undefined && isFlow(around)) {
      const text = children.map(([name, one]) => `${yamlKey(name)}: ${flowText(name, one, key)}`).join(", ");
      const at = last === undefined ? around.value.start + 1 : lastEnd(last.segment, last.value, last.key);
      this.#edits.push({
        at: placeIn(around.segment, { start: at, end: at }),
        newText: last !== undefined ? `, ${text}` : first === undefined ? text : `${text}, `,
      });
    } else if (last !== undefined) {
      const end = endOf(last);
      this.#lines(end.segment, end.at, columnOf(last.segment, last.key.start), lines);
    } else if (first !== undefined) {
      const { segment } = first;
      const indent = " ".repeat(columnOf(segment, first.key.start));
      const start = aboveComments(this.#written.text, this.#written.range(placeIn(segment, first.key)).start);
      this.#edits.push({
        at: { start, end: start },
        newText: lines.map((line) => `${indent}${line}${breakIn(segment)}`).join(""),
      });
    }
  }

  /** Lines behind the line that a place is on. */
  #lines(segment: Segment, at: number, column: number, lines: readonly string[]): void {
    const found = segment.text.slice(at).search(/\r?\n|$/);
    const start = at + found;
    const indent = " ".repeat(column);
    this.#edits.push({
      at: placeIn(segment, { start, end: start }),
      newText: lines.map((line) => `${breakIn(segment)}${indent}${line}`).join(""),
    });
  }
}

const isFlow = ({ value, fields }: Field): boolean => !fields && value.kind === "mapping" && value.flow;

/** Whether a field stands between braces: on its line, something opens before it and closes behind. */
function isInFlow(segment: Segment, { key }: Field): boolean {
  const line = segment.text.slice(segment.text.lastIndexOf("\n", key.start - 1) + 1, key.start);
  return /[{[,]/.test(line.replace(/"[^"]*"|'[^']*'/g, ""));
}

function endOf(field: Field): { readonly segment: Segment; readonly at: number } {
  const last = field.fields?.at(-1);
  return last ? endOf(last) : { segment: field.segment, at: lastEnd(field.segment, field.value, field.key) };
}

/** The end of what was written of a value: a block ends with its last entry. */
function lastEnd(segment: Segment, node: Node, key?: Node): number {
  if (node.kind === "mapping" && !node.flow) {
    const pair = node.pairs.at(-1);
    if (pair) return lastEnd(segment, pair.value, pair.key);
  }
  if (node.kind === "sequence" && !node.flow) {
    const item = node.items.at(-1);
    if (item) return lastEnd(segment, item);
  }
  if (node.end > node.start || key === undefined) return node.start + segment.text.slice(node.start, node.end).trimEnd().length;
  return segment.text.indexOf(":", key.end) + 1;
}

function behindColon(segment: Segment, { key }: Field): Place {
  const at = segment.text.indexOf(":", key.end) + 1;
  return placeIn(segment, { start: at, end: at });
}

/** The start of the line of a key, above the comments that belong to it. */
function aboveComments(text: string, at: number): number {
  let start = text.lastIndexOf("\n", at - 1) + 1;
  while (start > 0) {
    const before = text.lastIndexOf("\n", start - 2) + 1;
    if (!/^\s*#/.test(text.slice(before, start))) break;
    start = before;
  }
  return start;
}

const columnOf = (segment: Segment, at: number): number => at - (segment.text.lastIndexOf("\n", at - 1) + 1);
const breakIn = (segment: Segment): string => (segment.text.includes("\r\n") ? "\r\n" : "\n");

/** A whole translation for a document that has none. */
export function newTranslation(
  path: string,
  language: string,
  sources: readonly SourceText[],
  from: string,
  given: Given = new Map(),
): string {
  const wanted = sources
    .filter((source) => !source.languages.has(language) || given.has(source.key))
    .map((source): WantedText => ({ source, words: given.get(source.key)?.words ?? "", status: given.get(source.key)?.status ?? "draft" }));
  const lines = mapLines(wantedTree(wanted), "", from);
  return [`translation: ${language}`, `of: ${/^[\w./-]+$/.test(path) ? path : JSON.stringify(path)}`, ...lines, ""].join("\n");
}

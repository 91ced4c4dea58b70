import type { Analysis } from "../analysis/analysis.ts";
import { keptWith } from "../keptWith.ts";
import type { Text } from "../model/instrument.ts";
import type { NameSpace } from "../model/wholeNames.ts";
import type { Range } from "../problem.ts";
import type { Field } from "../syntax/outline.ts";
import { placeIn } from "../syntax/place.ts";
import { wholeNames } from "./wholeThings.ts";

/** One line of the outline. */
export interface OutlineEntry {
  readonly name: string;
  /** The stem of an item, the label of a score or a response. */
  readonly detail: string;
  readonly kind: "document" | "group" | "section" | "item" | "response" | "score" | "other";
  readonly range: Range;
  readonly nameRange: Range;
  readonly children: readonly OutlineEntry[];
  /** The same object in all versions in which the text of the entry is the same, wherever it stands. */
  readonly identity?: object;
}

/** The outline: the document's named things, as they are nested in the text. */
export function documentSymbols(analysis: Analysis): readonly OutlineEntry[] {
  return analysis.fields.flatMap((field) => (field.fields ? symbolOf(analysis, field, []) : (groupOf(analysis, field) ?? [])));
}

/** A key whose named things are not kept in segments of their own: the audiences of a guide, the groups of a panel, anything in braces. */
function groupOf(analysis: Analysis, field: Field): OutlineEntry | undefined {
  const inside = wholeNames(analysis)?.definitions.filter(({ space, at }) => space !== "band" && at.segment === field.segment) ?? [];
  if (inside.length === 0) return undefined;
  const own = analysis.range(placeIn(field.segment, field.key));
  const children = inside.map((one): OutlineEntry => {
    const nameRange = analysis.range(one.at);
    return { name: one.id, detail: labelOf(one.value), kind: KINDS[one.space] ?? "other", range: nameRange, nameRange, children: [] };
  });
  return {
    name: field.name,
    detail: "",
    kind: "group",
    range: { start: own.start, end: Math.max(own.end, analysis.range(placeIn(field.segment, field.value)).end) },
    nameRange: own,
    children,
  };
}

const KINDS: Partial<Readonly<Record<NameSpace, OutlineEntry["kind"]>>> = {
  response: "response",
  statement: "item",
  question: "item",
  "statement group": "section",
  topic: "section",
  phase: "section",
};

/** What a thing says of itself, whatever it calls it. */
function labelOf(value: object | undefined): string {
  const said = value as {
    readonly label?: Text;
    readonly title?: Text;
    readonly text?: Text;
    readonly name?: Text;
    readonly path?: string;
  };
  return said?.label?.own ?? said?.title?.own ?? said?.text?.own ?? said?.name?.own ?? said?.path ?? "";
}

/** Entries without others in them, of which an edit leaves most where they are. */
const LEAVES = keptWith<Field, OutlineEntry>();

/** An entry with others in it. These and its end are looked for when they are asked for: as long as its identity is the same, they are known. */
class BranchEntry implements OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: OutlineEntry["kind"];
  readonly nameRange: Range;
  readonly identity: Field;
  readonly #analysis: Analysis;
  readonly #here: readonly string[];
  #children: readonly OutlineEntry[] | undefined;

  constructor(analysis: Analysis, field: Field, here: readonly string[]) {
    this.name = field.name;
    this.detail = detailOf(field);
    this.kind = kindOf(here);
    this.nameRange = analysis.range(placeIn(field.segment, field.key));
    this.identity = field;
    this.#analysis = analysis;
    this.#here = here;
  }

  get range(): Range {
    return { start: this.nameRange.start, end: endOf(this.#analysis, this.identity, this.#here) };
  }

  get children(): readonly OutlineEntry[] {
    this.#children ??= innerOf(this.identity, this.#here).map((one) => symbolOf(this.#analysis, one, this.#here));
    return this.#children;
  }
}

function symbolOf(analysis: Analysis, field: Field, path: readonly string[]): OutlineEntry {
  const here = [...path, field.name];
  if (field.fields) return new BranchEntry(analysis, field, here);
  const own = analysis.range(placeIn(field.segment, field.key));
  const known = LEAVES.get(field);
  if (known?.kind === kindOf(here)) return moved(known, own.start - known.nameRange.start);
  const made: OutlineEntry = {
    name: field.name,
    detail: detailOf(field),
    kind: kindOf(here),
    range: { start: own.start, end: endOf(analysis, field, here) },
    nameRange: own,
    children: [],
    identity: field,
  };
  LEAVES.set(field, made);
  return made;
}

const innerOf = (field: Field, here: readonly string[]): readonly Field[] =>
  (field.fields ?? []).filter((one) => one.fields || isNamed(here));

/** Where an entry ends, and the last one in it. */
function endOf(analysis: Analysis, field: Field, here: readonly string[]): number {
  const own = analysis.range(placeIn(field.segment, field.key));
  const last = innerOf(field, here).at(-1);
  const end = Math.max(own.end, own.start + field.segment.text.trimEnd().length - field.key.start);
  return last ? Math.max(end, endOf(analysis, last, [...here, last.name])) : end;
}

function moved(entry: OutlineEntry, by: number): OutlineEntry {
  if (by === 0) return entry;
  const { range, nameRange } = entry;
  return {
    ...entry,
    range: { start: range.start + by, end: range.end + by },
    nameRange: { start: nameRange.start + by, end: nameRange.end + by },
  };
}

/** Whether the entries of a branch are things with an id, and not keys of the format. */
const isNamed = (path: readonly string[]) =>
  path.length === 1 ? path[0] !== "sections" : path.at(-1) === "items" || path.at(-1) === "questions";

function kindOf(path: readonly string[]): OutlineEntry["kind"] {
  const parent = path.at(-2);
  if (parent === "items" || parent === "questions") return "item";
  if (parent === "responses") return "response";
  if (parent === "scores") return "score";
  if (parent === "sections" || parent === "statements" || parent === "topics" || parent === "phases" || parent === "rounds")
    return "section";
  return path.length === 1 || path.at(-1) === "items" ? "group" : "other";
}

function detailOf(field: Field): string {
  if (field.fields) {
    const title = field.fields.find((one) => one.name === "title");
    return title?.value.kind === "scalar" ? title.value.text : "";
  }
  if (field.value.kind === "scalar") return field.value.text;
  const pair =
    field.value.kind === "mapping"
      ? field.value.pairs.find(({ key }) => key.kind === "scalar" && (key.text === "text" || key.text === "label"))
      : undefined;
  return pair?.value.kind === "scalar" ? pair.value.text : "";
}

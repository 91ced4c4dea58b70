import type { Analysis } from "../analysis/analysis.ts";
import type { Range } from "../problem.ts";
import type { Field } from "../syntax/outline.ts";
import { placeIn } from "../syntax/place.ts";

/** One line of the outline. */
export interface OutlineEntry {
  readonly name: string;
  /** The stem of an item, the label of a score or a response. */
  readonly detail: string;
  readonly kind: "document" | "group" | "section" | "item" | "response" | "score" | "other";
  readonly range: Range;
  readonly nameRange: Range;
  readonly children: readonly OutlineEntry[];
}

/** The outline: the document's named things, as they are nested in the text. */
export function documentSymbols(analysis: Analysis): readonly OutlineEntry[] {
  return analysis.fields.filter((field) => field.fields).map((field) => symbolOf(analysis, field, []));
}

function symbolOf(analysis: Analysis, field: Field, path: readonly string[]): OutlineEntry {
  const own = analysis.range(placeIn(field.segment, field.key));
  const here = [...path, field.name];
  const inner = (field.fields ?? []).filter((one) => one.fields || isNamed(here));
  const children = inner.map((one) => symbolOf(analysis, one, here));
  const last = children.at(-1);
  const end = Math.max(own.start + field.segment.text.trimEnd().length - field.key.start, last?.range.end ?? 0);
  return {
    name: field.name,
    detail: detailOf(field),
    kind: kindOf(here),
    range: { start: own.start, end: Math.max(own.end, end) },
    nameRange: own,
    children,
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
  if (parent === "sections" || parent === "statements" || parent === "topics") return "section";
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

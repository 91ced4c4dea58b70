import { keptWith } from "../keptWith.ts";
import type { Part } from "../model/parts.ts";
import { remember } from "../remember.ts";
import type { Field } from "../syntax/outline.ts";
import type { Segment } from "../syntax/segment.ts";
import type { Mapping, Node, Scalar } from "../syntax/tree.ts";

/** A value as it stands in the text, and whether people read it or it is a formula. */
export interface WrittenScalar {
  readonly segment: Segment;
  readonly scalar: Scalar;
  readonly kind: "text" | "formula";
}

/** A text that is given by language. */
export interface WrittenLanguages {
  readonly segment: Segment;
  readonly mapping: Mapping;
}

interface Written {
  readonly scalars: WrittenScalar[];
  readonly languages: WrittenLanguages[];
}

/** The texts and the formulas of a part in the order of the file, absent values too. */
export const writtenScalars = (part: Part, fields?: readonly Field[]): readonly WrittenScalar[] => written(part, fields).scalars;

/** The texts of a part that are given by language. */
export const writtenLanguages = (part: Part, fields?: readonly Field[]): readonly WrittenLanguages[] => written(part, fields).languages;

/** Whether a value can hold a text by language, as a glance at its keys tells. `isEntry`: whether it may itself be one. */
export function mayBeByLanguage(node: Node, isEntry: boolean): boolean {
  if (node.kind !== "mapping") return node.kind === "sequence";
  let isKnown = false;
  for (const { key, value } of node.pairs) {
    if (value.kind !== "scalar") return true;
    isKnown ||= key.kind === "scalar" && MODES.has(key.text);
  }
  return isEntry && !isKnown;
}

const KEPT = keptWith<Part, Written>();

function written(part: Part, fields: readonly Field[] | undefined): Written {
  return fields ? collect(part, fields) : remember(KEPT, part, () => collect(part, [part.field]));
}

function collect(part: Part, fields: readonly Field[]): Written {
  const found: Written = { scalars: [], languages: [] };
  for (const field of fields) {
    if (field.fields) {
      // A section's items and nested sections are parts of their own.
      for (const inner of field.fields)
        if (inner.name !== "items" && inner.name !== "sections") visit(inner.segment, inner.value, modeOf(inner.name), found);
    } else if (part.kind === "section" && field === part.field && field.value.kind === "mapping") {
      for (const { key, value } of field.value.pairs) {
        const name = key.kind === "scalar" ? key.text : "";
        if (name !== "items" && name !== "sections") visit(field.segment, value, modeOf(name), found);
      }
    } else if (field !== part.field) visit(field.segment, field.value, modeOf(field.name), found);
    else visit(field.segment, field.value, part.kind === "item" ? "entry" : "keys", found);
  }
  return found;
}

/** `texts`: a list of texts by code. `entry`: a text, or what has a text and other keys. */
type Mode = "text" | "formula" | "texts" | "entry" | "keys";

const MODES = new Map<string, Mode>([
  ...[
    "text",
    "title",
    "label",
    "help",
    "say",
    "alert",
    "higher",
    "description",
    "note",
    "unit",
    "citation",
    "name",
    "holder",
    "granted",
  ].map((key) => [key, "text"] as const),
  ...["when", "that", "value", "screen_out", "outcome"].map((key) => [key, "formula"] as const),
  ...["options", "anchors"].map((key) => [key, "texts"] as const),
  ...[
    ..."response reverse require check recall scored skipped key privacy standard source score missing exclusive other fixed".split(" "),
    ..."preselected type from to step min max total bands randomise unable layout kind include items sections repeat".split(" "),
  ].map((key) => [key, "keys"] as const),
]);

const modeOf = (key: string): Mode => MODES.get(key) ?? "keys";

function visit(segment: Segment, node: Node, mode: Mode, found: Written): void {
  if (node.kind === "scalar") {
    if (mode === "formula") found.scalars.push({ segment, scalar: node, kind: "formula" });
    else if (mode === "text" || mode === "entry") found.scalars.push({ segment, scalar: node, kind: "text" });
  } else if (node.kind === "sequence") for (const item of node.items) visit(segment, item, mode, found);
  else if (node.kind === "mapping") {
    const names = node.pairs.map(({ key }) => (key.kind === "scalar" ? key.text : ""));
    const isByLanguage = mode === "text" || (mode === "entry" && names.length > 0 && !names.some((name) => MODES.has(name)));
    if (isByLanguage) found.languages.push({ segment, mapping: node });
    node.pairs.forEach(({ value }, i) => {
      visit(segment, value, isByLanguage ? "text" : mode === "texts" ? "entry" : modeOf(names[i] ?? ""), found);
    });
  }
}

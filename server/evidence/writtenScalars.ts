import type { Part } from "../model/parts.ts";
import type { Field } from "../syntax/outline.ts";
import type { Segment } from "../syntax/segment.ts";
import type { Node, Scalar } from "../syntax/tree.ts";

/** A value as it stands in the text, and whether people read it or it is a formula. */
export interface WrittenScalar {
  readonly segment: Segment;
  readonly scalar: Scalar;
  readonly kind: Kind;
}
type Kind = "text" | "formula";

/** The texts and the formulas of a part in the order of the file, absent values too. */
export function writtenScalars(part: Part, fields: readonly Field[] = [part.field]): readonly WrittenScalar[] {
  const found: WrittenScalar[] = [];
  for (const field of fields) {
    if (field.fields) {
      // A section's items and nested sections are parts of their own.
      for (const inner of field.fields)
        if (inner.name !== "items" && inner.name !== "sections") visit(inner.segment, inner.value, modeOf(inner.name), found);
    } else visit(field.segment, field.value, field === part.field ? START[part.kind] : modeOf(field.name), found);
  }
  return found;
}

/** `texts`: each entry is a text, or has keys of its own. */
type Mode = Kind | "texts" | "keys";

const START: Record<Part["kind"], Mode> = {
  metadata: "keys",
  response: "keys",
  section: "keys",
  item: "texts",
  score: "keys",
  recode: "keys",
  table: "keys",
  test: "keys",
  effect: "keys",
};

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
]);

const modeOf = (key: string): Mode => MODES.get(key) ?? "keys";

function visit(segment: Segment, node: Node, mode: Mode, found: WrittenScalar[]): void {
  if (node.kind === "scalar") {
    if (mode !== "keys") found.push({ segment, scalar: node, kind: mode === "formula" ? "formula" : "text" });
  } else if (node.kind === "sequence") for (const item of node.items) visit(segment, item, mode, found);
  else if (node.kind === "mapping") {
    const names = node.pairs.map(({ key }) => (key.kind === "scalar" ? key.text : ""));
    node.pairs.forEach(({ value }, i) => {
      const own = MODES.get(names[i] ?? "");
      if (mode === "text") visit(segment, value, "text", found);
      else if (mode === "texts" && !SETTINGS.has(names[i] ?? ""))
        visit(segment, value, own ?? (value.kind === "scalar" ? "text" : "texts"), found);
      else visit(segment, value, own ?? "keys", found);
    });
  }
}

/** Keys of an item or an option that hold no text. */
const SETTINGS = new Set(
  "response reverse require check recall scored skipped key privacy standard source score missing exclusive other fixed preselected".split(
    " ",
  ),
);

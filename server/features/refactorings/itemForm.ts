import type { Analysis } from "../../analysis/analysis.ts";
import { fieldsOfPairs } from "../../syntax/outline.ts";
import { placeIn } from "../../syntax/place.ts";
import { indentAt, written } from "./indented.ts";
import { partAt } from "./partAt.ts";
import type { Refactoring } from "./refactoring.ts";

/** From the short form of an item, its wording alone, to the long form that has room for more; and back where there is no more. */
export function itemForm(analysis: Analysis, offset: number): readonly Refactoring[] {
  const field = partAt(analysis, offset, "item")?.field;
  if (!field || field.fields) return [];
  const { segment, key, value } = field;
  const colon = segment.text.indexOf(":", key.end) + 1;
  const place = { segment, start: colon, end: value.start + segment.text.slice(value.start, value.end).trimEnd().length };
  const column = indentAt(segment, key.start);
  const isFlow = segment.text.slice(segment.text.lastIndexOf("\n", key.start - 1) + 1, key.start).trim() !== "";
  if (value.kind === "scalar" && value.text !== "") {
    const newText = isFlow
      ? ` {text: ${written(segment, value, 0, 0)}}`
      : `\n${" ".repeat(column + 2)}text: ${written(segment, value, column, column + 2)}`;
    if (isFlow && segment.text.slice(value.start, value.end).includes("\n")) return [];
    return [
      { title: "Write the item in its long form", kind: "refactor.rewrite", edits: () => [{ range: analysis.range(place), newText }] },
    ];
  }
  if (value.kind !== "mapping") return [];
  const inner = fieldsOfPairs(segment, value.pairs);
  const [text] = inner;
  if (!text || inner.length !== 1 || text.name !== "text" || text.value.kind !== "scalar" || text.value.text === "") return [];
  const title = "Write the item in its short form";
  if (segment.text.slice(place.start, place.end).replace(segment.text.slice(text.value.start, text.value.end), "").includes("#"))
    return [{ title, kind: "refactor.rewrite", refused: "a comment would be lost" }];
  const newText = ` ${written(segment, text.value, indentAt(segment, text.key.start), column)}`;
  return [{ title, kind: "refactor.rewrite", edits: () => [{ range: analysis.range(placeIn(segment, place)), newText }] }];
}

import type { Analysis } from "../../analysis/analysis.ts";
import { membersOf } from "../../model/resolve.ts";
import { fieldsOfPairs } from "../../syntax/outline.ts";
import { indentAt } from "./indented.ts";
import { partAt } from "./partAt.ts";
import type { Refactoring } from "./refactoring.ts";

/** Says for a score of several entries what happens where some are missing: without a rule none may be. */
export function addMissingRule(analysis: Analysis, offset: number): readonly Refactoring[] {
  const part = partAt(analysis, offset, "score");
  const score = part?.value;
  if (!part || !score?.entries || score.missing || membersOf(analysis.instrument, score).members.length < 2) return [];
  const { segment, value } = part.field;
  if (value.kind !== "mapping") return [];
  // A sum of fewer entries is a smaller number, so that something must stand for those that are missing.
  const rule = score.method === "sum" || score.method === "product" ? "{need: half, fill: person_mean}" : "{need: half}";
  const fields = fieldsOfPairs(segment, value.pairs);
  const behind = fields.find(({ name }) => name === "method") ?? fields.find(({ name }) => name === "items");
  if (!behind) return [];
  const end = behind.value.start + segment.text.slice(behind.value.start, behind.value.end).trimEnd().length;
  const newText = value.flow ? `, missing: ${rule}` : `\n${" ".repeat(indentAt(segment, behind.key.start))}missing: ${rule}`;
  const at = value.flow ? end : lineEnd(segment.text, end);
  return [
    {
      title: "Add a missing rule: at least half answered",
      kind: "refactor.rewrite",
      edits: () => [{ range: analysis.range({ segment, start: at, end: at }), newText }],
    },
  ];
}

/** A comment behind a value stays on its line. */
function lineEnd(text: string, from: number): number {
  const found = text.indexOf("\n", from);
  const end = found < 0 ? text.length : found;
  return text[end - 1] === "\r" ? end - 1 : end;
}

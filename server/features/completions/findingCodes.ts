import type { Analysis } from "../../analysis/analysis.ts";
import { categories } from "../../evidence/categories.ts";
import { table } from "../../rules/index.ts";
import { sliceText, textLength } from "../../syntax/segmentedText.ts";
import type { Cursor } from "../cursor.ts";
import { adderFor, type Completion } from "./completion.ts";

/** What may be weighed under `severities` of the settings: categories of findings, then single ones. Undefined elsewhere. */
export function findingCodesAt(
  analysis: Analysis,
  cursor: Cursor,
  offset: number,
  present: ReadonlySet<string>,
): readonly Completion[] | undefined {
  if (analysis.kind !== "config" || cursor.path.at(-1) !== "severities") return undefined;
  const before = /[\w-]*$/.exec(sliceText(analysis.text, { start: Math.max(0, offset - LONGEST), end: offset }))?.[0] ?? "";
  const rest = { start: offset, end: Math.min(offset + LONGEST, textLength(analysis.text)) };
  const behind = /^[\w-]*/.exec(sliceText(analysis.text, rest))?.[0] ?? "";
  const add = adderFor({ start: offset - before.length, end: offset + behind.length });
  return [
    ...categories.map((name) => add(name, { kind: "key", detail: "category of findings", newText: `${name}: `, again: true })),
    ...table.map(({ code, summary, severity }) =>
      add(code, { kind: "key", detail: severity, documentation: summary, newText: `${code}: `, again: true }),
    ),
  ].filter(({ label }) => !present.has(label));
}

const LONGEST = 80;

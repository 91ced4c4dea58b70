import type { Analysis } from "../analysis/analysis.ts";
import { type Expectation, expectedAt } from "../expression/expectedAt.ts";
import { describeKey } from "../model/keys.ts";
import { sliceText } from "../syntax/segmentedText.ts";
import { type Cursor, cursorAt } from "./cursor.ts";

/** What may stand at the cursor inside a formula; undefined elsewhere. Only what stands before the cursor counts, so half-typed text is no hindrance. */
export function formulaAt(analysis: Analysis, offset: number, cursor: Cursor = cursorAt(analysis, offset)): Expectation | undefined {
  if (!analysis.kind || cursor.role !== "value" || !describeKey(analysis.kind, cursor.path)?.kinds.includes("formula")) return undefined;
  const raw = sliceText(analysis.text, cursor.value);
  const text = raw.startsWith('"')
    ? raw.slice(1).replaceAll('\\"', '"')
    : raw.startsWith("'")
      ? raw.slice(1).replaceAll("''", "'")
      : raw.replace(/^[|>][-+\d]*\s*/, "");
  return expectedAt(text, text.length);
}

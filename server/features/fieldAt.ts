import type { Analysis } from "../analysis/analysis.ts";
import { type Field, fieldsOfPairs } from "../syntax/outline.ts";

/** The field that keys from the root lead to, whether they stand in lines of their own or inside braces. */
export function fieldAt(analysis: Pick<Analysis, "fields">, path: readonly string[]): Field | undefined {
  let fields: readonly Field[] = analysis.fields;
  let found: Field | undefined;
  for (const name of path) {
    found = fields.find((field) => field.name === name);
    if (!found) return undefined;
    fields = innerFields(found);
  }
  return found;
}

/** The entries of a field's mapping; none where it has none. */
export function innerFields(field: Field): readonly Field[] {
  if (field.fields) return field.fields;
  return field.value.kind === "mapping" ? fieldsOfPairs(field.segment, field.value.pairs) : [];
}

import type { Part } from "../model/parts.ts";
import { type Field, withField } from "../syntax/outline.ts";

/** The fields of a document after parts gave way to others in their places. */
export function withFields(fields: readonly Field[], old: readonly Part[], now: readonly Part[]): readonly Field[] | undefined {
  let known: readonly Field[] | undefined = fields;
  for (const [i, { field }] of old.entries()) known = known && now[i] && withField(known, field.segment, now[i].field);
  return known;
}

import type { Analysis } from "../analysis/analysis.ts";
import { type Field, fieldsOfSegment } from "../syntax/outline.ts";

/** A key of the document itself, without its entries where those are kept apart: the whole outline need not be put together for it. */
export function rootField({ text }: Pick<Analysis, "text">, name: string): Field | undefined {
  for (const segment of text.segments)
    if (segment.key === name && segment.within.path.length === 0) return fieldsOfSegment(segment).find((field) => field.name === name);
  return undefined;
}

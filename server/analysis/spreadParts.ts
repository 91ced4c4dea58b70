import type { Part } from "../model/parts.ts";
import { remember } from "../remember.ts";
import type { Segment } from "../syntax/segment.ts";

/** The parts that have no segment to themselves, by the segments that something of them is in. */
export function spreadParts(parts: Iterable<Part>, isAlone: (part: Part) => boolean): ReadonlyMap<Segment, readonly Part[]> {
  const found = new Map<Segment, Part[]>();
  for (const part of parts) {
    if (isAlone(part)) continue;
    const { field, fields = field.fields ?? [] } = part;
    for (const segment of new Set([field, ...fields].map((one) => one.segment))) remember(found, segment, () => []).push(part);
  }
  return found;
}

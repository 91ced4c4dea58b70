import type { Analysis } from "../../analysis/analysis.ts";
import { origins } from "../../model/origins.ts";
import type { Part, PartKind, PartOf } from "../../model/parts.ts";
import { partsWithin } from "../partsWithin.ts";

/** The part of a kind that an offset is in: on its id, or anywhere in what is written of it. */
export function partAt<K extends PartKind>(analysis: Analysis, offset: number, kind: K): PartOf<K> | undefined {
  return partsWithin(analysis, { start: offset, end: offset }).find(
    (part): part is PartOf<K> => part.kind === kind && holds(analysis, part, offset),
  );
}

function holds(analysis: Analysis, { value }: Part, offset: number): boolean {
  const [name, whole] = [analysis.range(origins.name(value)), analysis.range(origins.whole(value))];
  return Math.min(name.start, whole.start) <= offset && offset <= Math.max(name.end, whole.end);
}

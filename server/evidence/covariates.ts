import { origins } from "../model/origins.ts";
import type { Part } from "../model/parts.ts";
import type { Place } from "../syntax/place.ts";

/** A covariate that bands, cut-offs or norms go by, where it is named, and the codes that are told apart where they are written. */
export interface Covariate {
  readonly id: string;
  readonly at: Place;
  /** What goes by it. */
  readonly of: string;
}

/** The covariates that a score or a table of norms names. */
export function covariatesOf(part: Part): readonly Covariate[] {
  if (part.kind === "table") return part.value.by.map((id, i) => ({ id, at: origins.value(part.value, "by", i), of: `"${part.id}"` }));
  if (part.kind !== "score") return [];
  const { bands, bandSets, cutOffs } = part.value;
  return [
    ...[bands, ...bandSets.values()].flatMap((set) =>
      set?.kind === "by" ? [{ id: set.by, at: origins.value(set, "by"), of: "the bands" }] : [],
    ),
    ...cutOffs.flatMap((cutOff) =>
      cutOff.by ? [{ id: cutOff.by.item, at: origins.value(cutOff, "by"), of: `the cut-off "${cutOff.name}"` }] : [],
    ),
  ];
}

import type { Bands } from "../model/instrument.ts";
import { fieldOf, origins } from "../model/origins.ts";
import type { Part } from "../model/parts.ts";
import { type Place, placeIn } from "../syntax/place.ts";

/** A covariate that bands, cut-offs or norms go by, where it is named, and the codes that are told apart where they are written. */
export interface Covariate {
  readonly id: string;
  readonly at: Place;
  /** What goes by it. */
  readonly of: string;
  readonly codes: readonly { readonly code: string; readonly at: Place }[];
}

/** The covariates that a score or a table of norms names. */
export function covariatesOf(part: Part): readonly Covariate[] {
  if (part.kind === "table")
    return part.value.by.map((id, i) => ({ id, at: origins.value(part.value, "by", i), of: `"${part.id}"`, codes: [] }));
  if (part.kind !== "score") return [];
  const { bands, bandSets, cutOffs } = part.value;
  return [
    ...[bands, ...bandSets.values()].flatMap((set) =>
      set?.kind === "by" ? [{ id: set.by, at: origins.value(set, "by"), of: "the bands", codes: codesOf(set) }] : [],
    ),
    ...cutOffs.flatMap((cutOff) => {
      if (!cutOff.by) return [];
      const { item, code } = cutOff.by;
      const at = origins.value(cutOff, "by");
      return [{ id: item, at, of: `the cut-off "${cutOff.name}"`, codes: [{ code, at }] }];
    }),
  ];
}

function codesOf(set: Extract<Bands, { kind: "by" }>): Covariate["codes"] {
  return [...set.sets.keys()].flatMap((code) => {
    const field = fieldOf(set as unknown as Record<string, unknown>, code);
    return field ? [{ code, at: placeIn(field.segment, field.key) }] : [];
  });
}

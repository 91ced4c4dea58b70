import type { Consensus, Criterion, Measured } from "../model/delphi.ts";

/** The measured criteria inside a criterion, in the order they are written. */
export function measuredIn(criterion: Criterion | undefined): readonly Measured[] {
  if (!criterion) return [];
  if ("criteria" in criterion) return criterion.criteria.flatMap(measuredIn);
  return criterion.kind === "not" ? measuredIn(criterion.criterion) : [criterion];
}

/** Those of a whole rule as written: what includes, then what excludes. */
export const measuredOf = (consensus: Consensus): readonly Measured[] => [
  ...measuredIn(consensus.include),
  ...measuredIn(consensus.exclude),
];

import type { Instrument, Score, TransformStep } from "../model/instrument.ts";
import { membersOf } from "../model/resolve.ts";
import { completeRange } from "./completeRange.ts";
import type { Known } from "./faults.ts";
import { type TransformMeans, transformedEnds } from "./transform.ts";

/** A step of a transform with what it needs, and the covariates that choose its row. */
export interface PreparedStep {
  readonly step: TransformStep;
  readonly means: TransformMeans;
  readonly by: readonly string[];
}

/** The steps of a score's transform. A `rescale` whose range is not known, or a lookup whose table is not there, is left without its means. */
export function preparedTransform(instrument: Instrument, score: Score, known: Known): readonly PreparedStep[] {
  // Ranges of formulas can be costly to prove, so they are only asked for where a step needs one.
  const rescales = score.transform.some(({ kind }) => kind === "rescale");
  let range = rescales ? rawRange(instrument, score, known) : undefined;
  return score.transform.map((step) => {
    const lookup = step.kind === "lookup" ? known.lookup(step.table) : undefined;
    const means = { lookup, range };
    range = transformedEnds(step, range);
    return { step, means, by: lookup?.by ?? [] };
  });
}

function rawRange(instrument: Instrument, score: Score, known: Known): TransformMeans["range"] {
  const ofItems = score.entries !== undefined && membersOf(instrument, score).members.every(({ item }) => item !== undefined);
  const { low, high } = (ofItems ? undefined : known.rangeOfFormula?.(score.id)) ?? {};
  if (low !== undefined && high !== undefined) return { low, high };
  return score.entries === undefined ? undefined : completeRange(instrument, score, known.rangeOfScore);
}

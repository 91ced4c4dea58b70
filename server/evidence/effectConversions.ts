import type { Effect } from "../model/instrument.ts";
import type { Exact } from "../number/exact.ts";

/** A published result for another difference of the predictor. */
export interface Conversion {
  readonly unit: number;
  readonly estimate: number;
  readonly low?: number;
  readonly high?: number;
}

/** What was printed is rounded to two or three digits, so floating point is good enough for what follows from it. */
const RATIOS: ReadonlySet<Effect["measure"]> = new Set<Effect["measure"]>(["or", "rr", "hr"]);

/**
 * A result per 1, per 10 and per full width of the predictor. A ratio for so many points is the ratio per point to that power, a difference or a
 * coefficient is multiplied: both take the effect to be the same everywhere on the score, as the model that gave it did.
 */
export function effectConversions({ measure, estimate, ci95, per }: Effect, width: Exact | undefined): readonly Conversion[] {
  if (!estimate || measure === "smd") return [];
  const from = Math.abs(per?.valueOf() ?? 1);
  if (from === 0 || (RATIOS.has(measure) && estimate.valueOf() <= 0)) return [];
  const full = width?.valueOf();
  const units = [1, 10, ...(full === undefined ? [] : [full])].filter(
    (unit, i, all) => all.indexOf(unit) === i && (full === undefined || unit <= full),
  );
  const convert = (value: number, unit: number) => (RATIOS.has(measure) ? value ** (unit / from) : (value * unit) / from);
  return units.map((unit) => ({
    unit,
    estimate: convert(estimate.valueOf(), unit),
    ...(ci95 ? { low: convert(ci95[0].valueOf(), unit), high: convert(ci95[1].valueOf(), unit) } : {}),
  }));
}

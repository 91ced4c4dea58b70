import type { Effect } from "../model/instrument.ts";
import { itemEnds } from "../model/resolve.ts";
import type { Exact } from "../number/exact.ts";
import type { Context } from "../rules/rule.ts";

/** What the predictor of a published result can be: of a score nothing lies outside these ends. Undefined where it is no number or has an open end. */
export function predictorRange(
  effect: Effect,
  { instrument, possibleRange }: Context,
): { readonly low: Exact; readonly high: Exact } | undefined {
  if (effect.predictor === undefined) return undefined;
  const item = instrument.items.get(effect.predictor);
  const possible = item ? undefined : possibleRange(effect.predictor);
  const { low, high } = item ? (itemEnds(instrument, item) ?? {}) : { low: possible?.min, high: possible?.max };
  return low && high?.gt(low) ? { low, high } : undefined;
}

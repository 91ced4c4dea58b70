import type { Effect } from "../model/instrument.ts";

/** What a published effect is a measure of, in words. */
export const EFFECT_MEASURES: Readonly<Record<Effect["measure"], string>> = {
  or: "odds ratio",
  rr: "risk ratio",
  hr: "hazard ratio",
  beta: "coefficient",
  mean_difference: "mean difference",
  smd: "standardised mean difference",
};

import type { Instrument } from "../../model/instrument.ts";

/** An instrument with one small mistake in it, as a slip of the hand would make it. */
export interface Mutant {
  readonly kind: MutantKind;
  /** What was changed, in words: `"pss4" is no longer reversed in "total"`. */
  readonly change: string;
  /** The scores that the change is in; others may be touched through them. */
  readonly scores: readonly string[];
  readonly instrument: Instrument;
}

export type MutantKind =
  | "reversal"
  | "key"
  | "dropped item"
  | "band edge"
  | "cut-off"
  | "missing rule"
  | "weight"
  | "recode"
  | "method"
  | "rounding"
  | "transform"
  | "table"
  | "option score"
  | "skipped"
  | "formula";

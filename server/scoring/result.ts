import type { DateValue, DurationValue, TimeValue } from "../expression/value.ts";
import type { RoundingMode, TransformStep } from "../model/instrument.ts";
import type { Ends, Recoded } from "../model/resolve.ts";
import type { Exact } from "../number/exact.ts";
import type { Answer } from "./answers.ts";
import type { Combined } from "./combine.ts";

/** What a score is for one person. */
export type ScoreValue =
  | { readonly kind: "number"; readonly value: Exact }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "truth"; readonly value: boolean }
  /** A date, clock time or duration that a formula gives. */
  | { readonly kind: "moment"; readonly value: DateValue | TimeValue | DurationValue }
  | { readonly kind: "missing" };

/**
 * Why a score is there or not: `too_few` answered entries (or an answer that a formula needs is missing), `not_applicable` because its `when` is
 * false or none of its cases applies, `not_asked` because all that is missing was not to be asked, `out_of_range` because of a value outside
 * what its response, recode or table holds.
 */
export type Status = "ok" | "too_few" | "not_applicable" | "not_asked" | "out_of_range";

/** One score of one person, with every step that led to it. */
export interface ScoreResult {
  readonly value: ScoreValue;
  readonly status: Status;
  /** `band`, then the cut-offs and further band sets by their names, each once. */
  readonly properties: ReadonlyMap<string, ScoreValue>;
  readonly steps: Steps;
}

/** The pipeline of one score for one person as plain data, in the order in which it runs. A step that the score does not have is absent. */
export interface Steps {
  readonly when?: ScoreValue;
  readonly entries?: readonly EntryStep[];
  readonly combined?: Combined;
  /** What a formula read, and for `cases` which of them decided (counted from 0; undefined where none did). */
  readonly formula?: { readonly read: readonly ReadStep[]; readonly decided?: number };
  /** The value before transforming and rounding. */
  readonly raw?: ScoreValue;
  readonly transform?: readonly TransformedStep[];
  readonly round?: { readonly to: Exact; readonly mode: RoundingMode; readonly before: Exact; readonly after: Exact };
}

/** One step of a transform; nothing after it where no row of a table holds the value. */
export interface TransformedStep {
  readonly step: TransformStep;
  readonly before: Exact;
  readonly after?: Exact;
}

/** One entry's way: answer, recode, reverse, weight. */
export interface EntryStep {
  readonly id: string;
  /** The answer of an item, or the value of a score. */
  readonly from: Answer | ScoreValue;
  /** The number before the recode: a declared score, the numeric code, or the score's value. */
  readonly number?: Exact;
  readonly recoded?: Recoded;
  /** Set where the entry is reversed: lowest + highest - value. */
  readonly reversed?: { readonly ends: Ends; readonly before: Exact; readonly after: Exact };
  /** After recode and reversal; undefined is missing. */
  readonly value?: Exact;
  readonly weight: Exact;
  readonly missing?: MissingWhy;
}

/** Why an entry brings nothing: the answer's reason, recoded to missing on purpose, or no number because no row of the recode holds it. */
export type MissingWhy = "blank" | "declared" | "outside" | "not_asked" | "recoded" | "no_row";

/** A name that a formula read, as the formula saw it. */
export interface ReadStep {
  readonly id: string;
  readonly from: Answer | ScoreValue;
}

export const MISSING: ScoreValue = { kind: "missing" };

import type { Expression } from "../expression/expression.ts";
import type { Instrument } from "../model/instrument.ts";
import type { Exact } from "../number/exact.ts";
import type { Problem, Range } from "../problem.ts";
import type { PossibleRange } from "../scoring/range.ts";

export type Mode = "participant" | "reviewer" | "scores";

/** Where an object of the model, or one of its properties, stands in the document; undefined where that is not known. */
export type Locate = (object: object, property?: string) => Range | undefined;

/** Everything that a preview is made of. Only the instrument is needed; what is left out is not shown. */
export interface View {
  readonly instrument: Instrument;
  /** The language to show; the document's own by default. */
  readonly language?: string;
  readonly locate?: Locate;
  readonly problems?: readonly Problem[];
  /** What each score can be, by the id of the score. */
  readonly ranges?: ReadonlyMap<string, ScoreRange>;
  readonly filled?: Filled;
  readonly live?: Live;
}

/** What has been filled in so far: the values of each control by its name, as a form gives them. */
export type Filled = ReadonlyMap<string, readonly string[]>;

/** What a score can be, by its definition: as much of its possible range as is shown. */
export type ScoreRange = Pick<PossibleRange, "min" | "max" | "exact" | "step" | "attainable" | "values" | "witness"> &
  Partial<Pick<PossibleRange, "minReached" | "maxReached">>;

/** What the answers given so far make of the instrument. */
export interface Live {
  /** Whether an item or a section is asked; undefined where that cannot be said yet. */
  asked(id: string): boolean | undefined;
  /** Whether a condition is true; undefined where that cannot be said yet. */
  holds(condition: Expression): boolean | undefined;
  /** Whether the answers end the questionnaire at this section. */
  screenedOut(section: string): boolean;
  /** What is said about the answer to an item: checks that fail, a value that its response does not have. */
  messages(item: string): readonly string[];
  readonly scores: ReadonlyMap<string, LiveScore>;
}

export interface LiveScore {
  /** The value as it is printed; undefined where it is missing. */
  readonly value?: string;
  /** The same as a number, to be drawn on the scale. */
  readonly number?: Exact;
  readonly band?: string;
  /** Why there is no value, in words. */
  readonly because?: string;
  /** The way from the answers to the value, one line a step. */
  readonly trace: readonly string[];
}

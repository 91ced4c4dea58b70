import type { Expression } from "../expression/expression.ts";
import type { Language } from "../language/language.ts";
import type { Delphi } from "../model/delphi.ts";
import type { Guide } from "../model/guide.ts";
import type { Instrument, Item, Section } from "../model/instrument.ts";
import type { Study } from "../model/study.ts";
import type { Exact } from "../number/exact.ts";
import type { Problem, Range } from "../problem.ts";
import type { PossibleRange } from "../scoring/range.ts";
import type { Rated } from "./delphi/rated.ts";
import type { LayOut } from "./graph/graph.ts";

export type Mode = "participant" | "reviewer" | "scores" | "flow" | "panellist" | "consensus" | "guide" | "study" | "coverage";

/** Where an object of the model, or one of its properties, stands in the document; undefined where that is not known. */
export type Locate = (object: object, property?: string) => Range | undefined;

/** Everything that a preview is made of. Only the instrument is needed; what is left out is not shown. */
export interface View {
  /** Of a document of another kind only its id and metadata. */
  readonly instrument: Instrument;
  /** Set where the document is a Delphi study, a topic guide, or a study that joins documents. */
  readonly delphi?: Delphi;
  readonly guide?: Guide;
  readonly study?: Study;
  /** The ratings of a Delphi study, where there are any. */
  readonly rated?: Rated;
  /** What routing was proved to do with an item or a section. */
  readonly reach?: (thing: Item | Section) => Reached;
  /** Whether the answers can ever end the questionnaire at a section; undefined where nothing is proved. */
  readonly endsAt?: (section: Section) => { readonly never: boolean } | undefined;
  /** Gives the parts of a drawing their places; without it drawings are told in words alone. */
  readonly layOut?: LayOut;
  /** The language to show; the document's own by default. */
  readonly language?: string;
  readonly locate?: Locate;
  /** The same for findings alone, where no other place is to be said. */
  readonly locateFindings?: Locate;
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

/** What is sure of an item or a section, whoever answers. */
export interface Reached {
  /** Proved: nobody is asked. */
  readonly never: boolean;
  /** Proved: its own condition holds for everyone who gets there. */
  readonly always: boolean;
  /** Why nobody is asked, in words. */
  readonly because?: string;
}

/** What the answers given so far make of the instrument. */
export interface Live {
  /** Whether an item or a section is asked; undefined where that cannot be said yet. */
  asked(id: string): boolean | undefined;
  /** Whether a condition is true; undefined where that cannot be said yet. */
  holds(condition: Expression): boolean | undefined;
  /** Whether the answers end the questionnaire at this section. */
  screenedOut(section: string): boolean;
  /** What is said about the answer to an item: checks that fail, a value that its response does not have. */
  messages(item: string): readonly Message[];
  readonly scores: ReadonlyMap<string, LiveScore>;
}

/** What is said of an answer, and in which language where that is not the one that is shown. */
export interface Message {
  readonly words: string;
  readonly language?: Language;
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

import type { Expression } from "../expression/expression.ts";
import type { Exact } from "../number/exact.ts";

/**
 * What a document of kind `instrument` says, as plain readonly data without positions (`origins.ts` knows those).
 * References are names; `resolve.ts` follows them. A part that could not be read is left out and its problem reported.
 */
export interface Instrument {
  readonly id: string;
  readonly metadata: Metadata;
  readonly responses: Named<Response>;
  readonly sections: Named<Section>;
  /** Every item of every section, in document order, included library sections too. */
  readonly items: Named<Item>;
  readonly scores: Named<Score>;
  readonly recodes: Named<Recode>;
  readonly tables: Named<LookupTable>;
  readonly effects: Named<Effect>;
  readonly tests: Named<ScoringTest>;
  /** Of a view that notes who looks at what: what was found through it holds for as long as this is the same. Undefined of an instrument by itself. */
  readonly look?: number | undefined;
}

/** Things by their id, in file order: what a map with insertion order gives, with the place in the order asked for by spans. */
export interface Named<T> {
  readonly size: number;
  get(id: string): T | undefined;
  has(id: string): boolean;
  /** Ids in file order. */
  ids(): readonly string[];
  values(): readonly T[];
  /** Place in file order from 0, or -1. */
  indexOf(id: string): number;
  /** Those of some ids that are there, in file order. */
  inOrder(ids: Iterable<string>): readonly string[];
  /** `first..last` in file order, both included; undefined where an end is unknown or the span runs backwards. */
  span(first: string, last: string): readonly string[] | undefined;
}

/** A text in the document's own language, and in others where given. Pairs in file order. */
export interface Text {
  readonly own: string;
  readonly languages: ReadonlyMap<string, string>;
}

export interface Source {
  readonly citation?: string;
  readonly doi?: string;
  readonly url?: string;
  /** Published wording that must not be touched: wording findings are silent. */
  readonly verbatim: boolean;
}

export interface Licence {
  readonly name?: string;
  readonly spdx?: string;
  readonly holder?: string;
  readonly url?: string;
  readonly permission?: "free" | "free_noncommercial" | "permission_required";
  readonly granted?: string;
}

export interface Metadata {
  readonly title?: Text;
  readonly version?: string;
  readonly language?: string;
  readonly languages: readonly string[];
  readonly authors: readonly string[];
  readonly source?: Source;
  readonly licence?: Licence;
  readonly basedOn?: { readonly instrument: string; readonly changes?: string };
  readonly planned?: number;
  readonly anonymous: boolean;
  readonly description?: Text;
  readonly changes: ReadonlyMap<string, string>;
  readonly use: ReadonlyMap<string, string>;
}

export type ResponseType =
  | "choice"
  | "multiple"
  | "rating"
  | "vas"
  | "integer"
  | "decimal"
  | "text"
  | "date"
  | "time"
  | "duration"
  | "rank"
  | "allocate"
  | "file";

/** What an item is answered on (a response scale). `id` is undefined where it stands inline in an item or a section. */
export interface Response {
  readonly id?: string;
  readonly type: ResponseType;
  readonly options: readonly Option[];
  /** First and last point of a rating or a visual analogue scale; `min`/`max` of a number. */
  readonly from?: Exact;
  readonly to?: Exact;
  readonly step?: Exact;
  readonly min?: Exact;
  readonly max?: Exact;
  readonly total?: Exact;
  readonly unit?: Text;
  /** Labels of some points of a rating, by the point as written. */
  readonly anchors: ReadonlyMap<string, Text>;
  /** Named stretches of a rating, both ends included. */
  readonly bands: ReadonlyMap<string, readonly [Exact, Exact]>;
  readonly randomise: boolean;
  readonly unable?: { readonly code: string; readonly label?: Text };
}

export interface Option {
  /** As written: codes are compared as text, and as numbers where `number` is set. `01` in quotes is text. */
  readonly code: string;
  /** The code as a number, where it was written as one. */
  readonly number?: Exact;
  readonly label?: Text;
  /** The score declared for the option. Without it a numeric code is the score. */
  readonly score?: Exact;
  readonly missing: boolean;
  readonly exclusive: boolean;
  readonly when?: Expression;
  readonly other: boolean;
  readonly fixed: boolean;
  readonly preselected: boolean;
}

export interface Section {
  readonly id: string;
  /** The section that this one is nested in. */
  readonly parent?: string;
  readonly title?: Text;
  readonly text?: Text;
  /** Default for its items and nested sections: a name, or a response written inline. */
  readonly response?: string | Response;
  readonly layout: "list" | "matrix" | "page";
  readonly when?: Expression;
  readonly randomise: boolean;
  readonly repeat?: { readonly label?: Text; readonly min?: number; readonly max?: number };
  readonly include?: string;
  readonly kind?: "consent" | "screening" | "demographics";
  readonly screenOut?: Expression;
}

export interface Item {
  readonly id: string;
  readonly section: string;
  /** The wording of the item. */
  readonly stem?: Text;
  readonly help?: Text;
  /** Its own response; without one the section's holds (`responseOf` in resolve.ts). */
  readonly response?: string | Response;
  readonly reverse: boolean;
  readonly when?: Expression;
  readonly require: boolean | "soft";
  readonly checks: readonly { readonly that: Expression; readonly say?: Text }[];
  readonly recall?: string;
  /** False: in no score on purpose. */
  readonly scored: boolean;
  /** The score where `when` is false and the item is blank: a structural value, neither recoded nor reversed. */
  readonly skipped?: Exact;
  /** Code of the right option of an ability item. */
  readonly key?: string;
  readonly privacy?: "direct_identifier" | "indirect_identifier" | "special_category";
  readonly standard?: { readonly name?: string; readonly nation?: string; readonly version?: string };
  readonly alert?: Text;
  readonly source?: string;
  readonly note?: string;
}

export type Method = "sum" | "mean" | "min" | "max" | "product";
export type RoundingMode = "half_up" | "half_even" | "half_away" | "down" | "up";

export interface Score {
  readonly id: string;
  readonly label?: Text;
  readonly helper: boolean;
  readonly level: "person" | "group";
  readonly by?: string;
  readonly smallestGroup?: number;
  /** The score exists only where this is true. */
  readonly when?: Expression;
  /** Exactly one of `value`, `cases` and `entries` makes the score; a broken document may have none. */
  readonly value?: Expression;
  readonly cases?: readonly Case[];
  readonly entries?: readonly Entry[];
  readonly method?: Method;
  /** Applies to every entry that has none of its own. */
  readonly recode?: string | Recode;
  readonly weight?: Exact;
  readonly missing?: MissingRule;
  readonly transform: readonly TransformStep[];
  readonly round?: Rounding;
  /** Declared possible range; undefined at an end that is declared open. */
  readonly range?: { readonly min?: Exact; readonly max?: Exact };
  /** What a higher value means. */
  readonly higher?: Text;
  readonly bands?: Bands;
  /** Further named band sets, by name. */
  readonly bandSets: ReadonlyMap<string, Bands>;
  readonly cutOffs: readonly CutOff[];
  readonly source?: string;
  readonly unit?: Text;
}

/** One line of `items`: a name or a span with what holds for it. */
export interface Entry {
  readonly first: string;
  /** Set for a span `first..last`. */
  readonly last?: string;
  /** A leading minus. */
  readonly minus: boolean;
  /** The long form's `reverse`: absolute, whatever the item says. */
  readonly reverse?: boolean;
  readonly weight?: Exact;
  readonly recode?: string | Recode;
}

export interface Case {
  /** Undefined for `otherwise`. */
  readonly when?: Expression;
  readonly is: CaseValue;
}
export type CaseValue =
  | { readonly kind: "number"; readonly value: Exact }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "missing" }
  | { readonly kind: "expression"; readonly value: Expression };

export interface MissingRule {
  /** At least this many answered: a count, `half`, or a share (with `above`, more than the share). */
  readonly need?: { readonly count: number } | { readonly share: Exact };
  /** At most this many missing. */
  readonly allow?: number;
  readonly above: boolean;
  /** Entries that must be answered. */
  readonly always: readonly string[];
  /** What stands for a missing entry; undefined where not written. */
  readonly fill?: "none" | "person_mean" | Exact;
}

export type TransformStep =
  | { readonly kind: "multiply" | "add" | "divide"; readonly by: Exact }
  /** From the range of complete answers to [low, high], which may run down. */
  | { readonly kind: "rescale"; readonly low: Exact; readonly high: Exact }
  | { readonly kind: "lookup"; readonly table: string }
  | { readonly kind: "t" | "z"; readonly mean: Exact; readonly sd: Exact };

/** `to` is a step: 1, 0.5, 0.001. */
export interface Rounding {
  readonly to: Exact;
  readonly mode?: RoundingMode;
}

export interface Band {
  readonly name: string;
  readonly from: Exact;
  /** Both ends belong to the band; undefined: up to the next band, and the last one without an end. */
  readonly to?: Exact;
}
/** One set of bands, or one per code of a covariate. */
export type Bands =
  | { readonly kind: "bands"; readonly bands: readonly Band[] }
  | { readonly kind: "by"; readonly by: string; readonly sets: ReadonlyMap<string, readonly Band[]> };

export interface CutOff {
  readonly name: string;
  readonly comparison: "at_least" | "above" | "at_most" | "below" | "equals";
  readonly at: Exact;
  readonly source?: string;
  /** Only for people with this code of a covariate. */
  readonly by?: { readonly item: string; readonly code: string };
}

/** Answer -> number before scoring. Rows in order; the first that fits counts. `id` is undefined for an inline recode. */
export interface Recode {
  readonly id?: string;
  readonly rows: readonly RecodeRow[];
}
export interface RecodeRow {
  readonly match: RecodeMatch;
  /** Undefined: `missing`. */
  readonly to?: Exact;
}
export type RecodeMatch =
  | { readonly kind: "code"; readonly code: string; readonly number?: Exact }
  /** An end that is undefined is open; `low`/`high` included unless said otherwise. */
  | { readonly kind: "interval"; readonly low?: Exact; readonly lowOpen: boolean; readonly high?: Exact; readonly highOpen: boolean }
  | { readonly kind: "else" };

/** Raw value -> scaled value; with `by`, a table of norms by covariates. Rows are exact. */
export interface LookupTable {
  readonly id: string;
  readonly rows: readonly { readonly from: Exact; readonly to: Exact; readonly value: Exact }[];
  readonly by: readonly string[];
  /** Name of the column that is looked up, for a table with `by`. */
  readonly value?: string;
  /** CSV file beside the document that holds the rows. */
  readonly file?: string;
  /** The cells of that file, where it could be read. */
  readonly norms?: { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** Why that file could not be read, in words. */
  readonly unread?: string;
  readonly source?: string;
}

/** A published result on a score, checked for inner consistency. */
export interface Effect {
  readonly id: string;
  readonly outcome?: Expression;
  readonly predictor?: string;
  readonly change?: "increase" | "decrease";
  readonly per?: Exact;
  readonly measure: "or" | "rr" | "hr" | "beta" | "mean_difference" | "smd";
  readonly estimate?: Exact;
  readonly ci95?: readonly [Exact, Exact];
  /** As printed: `<0.001`, `0.003`. */
  readonly p?: string;
  readonly source?: string;
}

/** An inline test (`answers` and `expect`) or one over two data files. */
export interface ScoringTest {
  readonly id: string;
  /** In file order: a later pair wins. The key as written, a span taken apart. */
  readonly answers: readonly { readonly first: string; readonly last?: string; readonly value: AnswerValue }[];
  readonly expect: readonly { readonly name: string; readonly property?: string; readonly value: AnswerValue }[];
  readonly responses?: string;
  readonly expected?: string;
  readonly idColumn?: string;
  readonly tolerance?: Exact;
}
/** A value as written in a test: the text decides exactness (`8` exact, `8.3` within half a unit of its last decimal). */
export type AnswerValue =
  | { readonly kind: "missing" }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "number"; readonly value: Exact; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  /** Several codes of a multiple response. */
  | { readonly kind: "list"; readonly codes: readonly string[] };

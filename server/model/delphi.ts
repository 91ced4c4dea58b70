import type { Exact } from "../number/exact.ts";
import type { Metadata, Named, Response, Text } from "./instrument.ts";

/** A Delphi study as plain data: who rates what in which round, and what counts as consensus. */
export interface Delphi {
  readonly id: string;
  readonly metadata: Metadata;
  readonly anonymity?: "full" | "quasi" | "none";
  readonly panel: Panel;
  readonly responses: Named<Response>;
  readonly statementGroups: Named<StatementGroup>;
  /** Of all groups, in file order. */
  readonly statements: Named<Statement>;
  /** By number. */
  readonly rounds: readonly Round[];
  readonly consensus?: Consensus;
  /** After which rounds decisions are made; undefined where not written. */
  readonly decideAfter?: readonly number[];
  readonly stability?: Stability;
  readonly stop?: Stop;
  /** What happens to statements without consensus after the last round. */
  readonly undecided?: "consensus_meeting" | "report" | "exclude";
}

export interface Panel {
  readonly groups: Named<PanelGroup>;
  readonly membership?: "exactly_one" | "primary_of_many";
}

/** Panellists with the same perspective. */
export interface PanelGroup {
  readonly id: string;
  readonly label?: Text;
  /** The people whom the result concerns. */
  readonly affected: boolean;
  /** How many panellists are wanted, and with how many the group still counts. */
  readonly target?: number;
  readonly minimum?: number;
}

export interface StatementGroup {
  readonly id: string;
  readonly title?: Text;
  readonly text?: Text;
  readonly response?: string | Response;
}

/** One thing that the panel rates, with its history. */
export interface Statement {
  readonly id: string;
  /** The group of statements that it stands in. */
  readonly group: string;
  readonly text?: Text;
  /** The first round that it is rated in; 1 where not written. */
  readonly introduced: number;
  /** Suggested in this round by so many panellists. */
  readonly from?: { readonly round?: number; readonly suggestedBy?: number };
  readonly replaces: readonly string[];
  readonly mergedInto?: string;
  readonly decided?: { readonly after: number; readonly as: "include" | "exclude" | "undecided" };
  readonly dropped?: { readonly after: number; readonly reason?: string };
  /** Former texts, each by the last round that it was rated in. */
  readonly wording: ReadonlyMap<number, Text>;
  /** A change of wording that keeps the decision. */
  readonly minor: boolean;
}

export interface Round {
  readonly number: number;
  readonly mode?: "open" | "rating" | "mixed" | "ranking";
  /** Days as written: year-month-day. */
  readonly opens?: string;
  readonly closes?: string;
  readonly suggest?: { readonly max?: number; readonly adoptIf?: number };
  /** Days after the opening. */
  readonly reminders: readonly number[];
  readonly ask?: "all" | "undecided";
  readonly add?: "suggested";
  readonly feedback?: Feedback;
  /** What statements are rated on in this round, where it is not the one of their group. */
  readonly response?: string | Response;
  /** What differs from the study's rule after this round. */
  readonly consensus?: Consensus;
  readonly aim?: Text;
}

export interface Feedback {
  readonly own: boolean;
  readonly show: readonly string[];
  readonly by?: "group" | "pooled";
}

export type Denominator = "rated" | "returned" | "invited";
export type Scope = "each_group" | "any_group" | "pooled" | "each_group_and_pooled";
export type QuantileType = "type2" | "type6" | "type7";
export type Disagreement = "table" | "ipras" | "one_third";

/** A rule of consensus as written: a preset is expanded by `delphi/consensusRule.ts`. */
export interface Consensus {
  /** The day on which the rule was written down. */
  readonly declared?: string;
  readonly preset?: "rand_ucla" | "comet_70_15";
  readonly disagreement?: Disagreement;
  readonly quantile?: QuantileType;
  readonly medianBoundary?: "upper" | "strict";
  readonly denominator?: Denominator;
  readonly scope?: Scope;
  readonly include?: Criterion;
  readonly exclude?: Criterion;
  readonly otherwise?: "carry" | "include" | "exclude";
  readonly minimumRated?: number;
}

/** A condition on the ratings of a statement. */
export type Criterion =
  | { readonly kind: "all" | "any"; readonly criteria: readonly Criterion[] }
  | { readonly kind: "not"; readonly criterion: Criterion }
  | Measured;

/** A criterion that measures something and compares it. */
export type Measured =
  | { readonly kind: "percent_in"; readonly of: BandOrCodes; readonly compare: Comparison }
  | { readonly kind: "percent_within"; readonly of: "median" | "mode"; readonly distance: Exact; readonly compare: Comparison }
  | { readonly kind: "median" | "mean" | "sd" | "cv" | "kendall_w" | "apmo"; readonly compare: Comparison }
  | { readonly kind: "iqr" | "ipr"; readonly quantile?: QuantileType; readonly compare: Comparison }
  /** `of`: the ratings that count as agreeing; by default the upper half of the scale, for `cvr` its last point. */
  | { readonly kind: "cvr" | "i_cvi" | "kappa_star"; readonly of?: BandOrCodes; readonly compare: Comparison }
  /** Only as part of the preset `rand_ucla`. */
  | { readonly kind: "disagreement"; readonly method: Disagreement; readonly quantile?: QuantileType };

/** The name of a band of the response, or a list of codes. */
export type BandOrCodes = { readonly band: string } | { readonly codes: readonly string[] };

export type ComparisonWord = "at_least" | "above" | "at_most" | "below" | "equals";
export const COMPARISON_WORDS: readonly ComparisonWord[] = ["at_least", "above", "at_most", "below", "equals"];

export interface Comparison {
  readonly word: ComparisonWord;
  readonly at: Exact;
}

export type StabilityMeasure =
  | "net_change"
  | "percent_changed"
  | "percent_changed_band"
  | "wilcoxon"
  | "mcnemar"
  | "kappa"
  | "chi_square"
  | "cv_difference";

export interface Stability {
  readonly measure: StabilityMeasure;
  readonly compare?: Comparison;
}

/** When the study ends. */
export type Stop =
  | { readonly kind: "any" | "all"; readonly conditions: readonly Stop[] }
  | { readonly kind: "rounds"; readonly rounds: number }
  | { readonly kind: "all_items"; readonly states: readonly ("include" | "exclude" | "stable")[] };

/** The response that a statement is rated on in a round: the round's own, or that of its group. */
export function ratingResponse(study: Delphi, statement: Statement, round?: Round): Response | undefined {
  const written = round?.response ?? study.statementGroups.get(statement.group)?.response;
  return typeof written === "string" ? study.responses.get(written) : written;
}

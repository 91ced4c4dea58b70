import type { Exact } from "../../number/exact.ts";
import type { Expression } from "../expression.ts";
import type { FunctionRange } from "../range/functionRange.ts";
import type { Type } from "../type.ts";
import type { Value } from "../value.ts";

/** A function of the formula language: completion, signature help, hover, checking and evaluation all read this one object. */
export interface FormulaFunction {
  readonly name: string;
  /** One sentence for completion and hover. */
  readonly summary: string;
  /** What else there is to know: conventions, and who follows them. */
  readonly help: string;
  /** A call as it could stand in a document. */
  readonly example: string;
  /** In order; the last may stand for any number of values. */
  readonly parameters: readonly Parameter[];
  readonly named: readonly NamedParameter[];
  /** Where its first value is a span or list it gives a list: one result for each member. */
  readonly memberwise: boolean;
  /** The call in plain English: of a condition a clause ("phq1 is answered"), of everything else a noun ("the sum of ..."). */
  readonly words: (call: DescribedCall) => string;
  /** How its possible values come from those of its arguments: for possible ranges of scores and conditions that can never hold. */
  readonly range: FunctionRange;
  /** The type of the result, once every argument is known to fit its parameter. Of a memberwise function: for one member. */
  readonly type: (call: TypedCall) => Type;
  /** The value; of a memberwise function for one member. Never fails: what cannot be worked out is missing. */
  readonly evaluate: (call: FunctionCall) => Value;
}

/**
 * What may stand in a place. `numbers`, `truths` and `values` are any mixture of single values, spans and lists; `scored` is the name of an item
 * or score, a span or a list of them; `place` is a percentage or the name of a table.
 */
export type Accepts =
  | "number"
  | "numbers"
  | "truth"
  | "truths"
  | "text"
  | "date"
  | "clock"
  | "value"
  | "values"
  | "multiple"
  | "code"
  | "scored"
  | "table"
  | "place";

export interface Parameter {
  readonly name: string;
  readonly summary: string;
  readonly accepts: Accepts;
  /** Stands for one or more values. */
  readonly many?: true;
}

export interface NamedParameter {
  readonly name: string;
  readonly summary: string;
  /** `need`: a number, `half` or a share such as "80%"; `step`: a number above 0; `word`: one of `words`. */
  readonly accepts: "need" | "step" | "word";
  readonly words: readonly string[];
  readonly required: boolean;
}

/** A call to be put into words. */
export interface DescribedCall {
  readonly size: number;
  /** A value as a noun. */
  value(index: number): string;
  /** A value as the subject of a clause: of a span "each of phq1 to phq9". */
  subject(index: number): string;
  /** A condition as a clause. */
  condition(index: number): string;
  /** All values as one list of nouns. */
  readonly list: string;
  /** True where no value is a condition: the names of multiple responses. */
  readonly ticked: boolean;
  /** All conditions as clauses; `among` stands before a span that is the subject of one ("each of"). */
  conditions(among: string, joint: "and" | "or"): string;
  /** What need= says, with a comma before it; nothing where it is not given. */
  readonly need: string;
  option(name: string): string | undefined;
}

/** A call to be typed; the arguments fit. */
export interface TypedCall {
  readonly types: readonly Type[];
  readonly nodes: readonly Expression[];
  /** Reports that an argument does not go with the others. */
  mismatch(index: number, message: string): void;
}

/** What a named argument says: a number, a word, or a share such as 80%. */
export type Option = Exact | string | { readonly share: Exact };

/** A call to be worked out, for one person. */
export interface FunctionCall {
  /** How many values were given. */
  readonly size: number;
  /** One value, worked out when it is asked for. */
  value(index: number): Value;
  values(): readonly Value[];
  option(name: string): Option | undefined;
  /** Looks a value up in the table that the call names; undefined where it names none. */
  readonly lookup: ((value: Value) => Value) | undefined;
}

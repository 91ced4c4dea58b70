import type { Exact } from "../number/exact.ts";
import type { Range } from "../problem.ts";

/**
 * A formula as a tree. Every node is a range (offsets are what the parser's `locate` made of them: segment offsets in a document),
 * so a rule points at a node, and hover, rename and completion use the same nodes.
 */
export type Expression =
  | NumberLiteral
  | TextLiteral
  | TruthLiteral
  | MissingLiteral
  | DurationLiteral
  | TimeLiteral
  | Name
  | Span
  | List
  | Negation
  | Not
  | Arithmetic
  | Comparison
  | Membership
  | Between
  | Logical
  | Call
  | Faulty;

export interface NumberLiteral extends Range {
  readonly kind: "number";
  readonly value: Exact;
}
export interface TextLiteral extends Range {
  readonly kind: "text";
  readonly value: string;
}
export interface TruthLiteral extends Range {
  readonly kind: "truth";
  readonly value: boolean;
}
export interface MissingLiteral extends Range {
  readonly kind: "missing";
}
export type DurationUnit = "minutes" | "hours" | "days" | "weeks" | "months" | "years";
/** `6 months` */
export interface DurationLiteral extends Range {
  readonly kind: "duration";
  readonly amount: Exact;
  readonly unit: DurationUnit;
}
/** `23:15`, in minutes from midnight */
export interface TimeLiteral extends Range {
  readonly kind: "time";
  readonly minutes: number;
}
/** An item or a score, or a property of a score: `phq1`, `total.band`, `total.major_depression`. `head` and `tail` are the two parts' own ranges. */
export interface Name extends Range {
  readonly kind: "name";
  readonly id: string;
  readonly property?: string;
  readonly head: Range;
  readonly tail?: Range;
}
/** `phq1..phq9` */
export interface Span extends Range {
  readonly kind: "span";
  readonly first: Name;
  readonly last: Name;
}
/** `[a, b]` */
export interface List extends Range {
  readonly kind: "list";
  readonly members: readonly Expression[];
}
export interface Negation extends Range {
  readonly kind: "negation";
  readonly operand: Expression;
}
export interface Not extends Range {
  readonly kind: "not";
  readonly operand: Expression;
}
export type ArithmeticOperator = "+" | "-" | "*" | "/" | "mod" | "^";
export interface Arithmetic extends Range {
  readonly kind: "arithmetic";
  readonly operator: ArithmeticOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";
export interface Comparison extends Range {
  readonly kind: "comparison";
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}
/** `x in [1, 2]` */
export interface Membership extends Range {
  readonly kind: "membership";
  readonly value: Expression;
  readonly list: Expression;
}
/** `x between 3 and 5`, both ends included */
export interface Between extends Range {
  readonly kind: "between";
  readonly value: Expression;
  readonly low: Expression;
  readonly high: Expression;
}
export interface Logical extends Range {
  readonly kind: "logical";
  readonly operator: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}
export interface Argument {
  /** `need` in `mean(a..f, need=4)` */
  readonly name: { readonly text: string } & Range;
  readonly value: Expression;
}
export interface Call extends Range {
  readonly kind: "call";
  readonly function: { readonly text: string } & Range;
  readonly arguments: readonly Expression[];
  readonly named: readonly Argument[];
}
/** Where something was expected and is not there, or could not be read; the problem has been reported. */
export interface Faulty extends Range {
  readonly kind: "faulty";
}

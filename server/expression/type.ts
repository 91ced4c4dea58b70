import { compare, divide, isWhole, subtract } from "../number/arithmetic.ts";
import { type Exact, parseExact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";

/** What kind of value an expression has, as far as it can be told without data. */
export type Type =
  | { readonly kind: "number"; readonly answers?: Answers }
  /** One code of a response, or one band of a score. Arithmetic takes it as a number where all its codes are numbers. */
  | { readonly kind: "option"; readonly answers: Answers }
  /** Any number of codes of a multiple response. */
  | { readonly kind: "multiple"; readonly answers: Answers }
  | { readonly kind: "text" }
  | { readonly kind: "truth" }
  | { readonly kind: "date" }
  | { readonly kind: "time" }
  | { readonly kind: "duration" }
  /** A span or a list; `length` where it is known. A column has one member for each person of a group. */
  | { readonly kind: "list"; readonly members: readonly Type[]; readonly length?: number; readonly column: boolean }
  /** The word `missing`: it fits wherever a value does. */
  | { readonly kind: "missing" }
  /** Of something whose problem has been reported: it fits everywhere, so that one mistake gives one finding. */
  | { readonly kind: "unknown" };

/** What can be answered to an item, or which bands a score can fall in. */
export interface Answers {
  /** The name as it stands in the formula: `leave_past`, `total.band`. */
  readonly of: string;
  readonly codes: readonly AnswerCode[];
  /** Numbers that can be answered besides the codes. An end may be open. */
  readonly numbers?: { readonly low?: Exact; readonly high?: Exact; readonly step?: Exact };
}

export interface AnswerCode {
  readonly code: string;
  /** Set where the code was written as a number. */
  readonly number?: Exact;
  readonly label?: string;
  /** An answer with this code is missing, so nothing is ever equal to it. */
  readonly missing: boolean;
}

export const NUMBER: Type = { kind: "number" };
export const TEXT: Type = { kind: "text" };
export const TRUTH: Type = { kind: "truth" };
export const UNKNOWN: Type = { kind: "unknown" };

/** True where arithmetic can be done with it (missing and unknown things do not stand in the way). */
export function isNumeric(type: Type): boolean {
  if (type.kind === "option") return type.answers.codes.every((code) => code.missing || code.number !== undefined);
  return type.kind === "number" || isOpen(type);
}

/** True of the word missing and of what has been reported already. */
export function isOpen(type: Type): boolean {
  return type.kind === "missing" || type.kind === "unknown";
}

/** The members of a list; of anything else the thing itself. */
export function singlesOf(type: Type): readonly Type[] {
  return type.kind === "list" ? type.members.flatMap(singlesOf) : [type];
}

/** One member of each kind: enough to tell whether two lists go together. */
export function kindsOf(type: Type): readonly Type[] {
  const kinds = new Map<string, Type>();
  for (const single of singlesOf(type)) {
    const kind = `${single.kind} ${isNumeric(single)}`;
    if (!kinds.has(kind)) kinds.set(kind, single);
  }
  return [...kinds.values()];
}

/** The one type that all of some values have: numbers and numeric codes go together, the word missing goes with everything. Undefined where they differ. */
export function unify(types: readonly Type[]): Type | undefined {
  const closed = types.filter((type) => !isOpen(type));
  const [first] = closed;
  if (first === undefined) return types.find((type) => type.kind === "unknown") ?? types[0] ?? UNKNOWN;
  if (closed.length === 1 || closed.every((type) => type === first)) return first;
  if (closed.every(isNumeric)) return NUMBER;
  if (closed.every((type) => type.kind === "text" || type.kind === "option")) return TEXT;
  if (closed.every((type) => type.kind === "list")) {
    const members = unify(closed.flatMap(singlesOf));
    return members === undefined
      ? undefined
      : { kind: "list", members: [members], column: closed.some((type) => type.kind === "list" && type.column) };
  }
  return closed.every((type) => type.kind === first.kind) ? first : undefined;
}

/** The type of a value worked out member by member from some operands. */
export function memberwiseType(operands: readonly Type[], member: Type): Type {
  const lists = operands.filter((type) => type.kind === "list");
  if (lists.length === 0) return member;
  return {
    kind: "list",
    members: [member],
    length: lists.find(({ length }) => length !== undefined)?.length,
    column: lists.some(({ column }) => column),
  };
}

/** True where an answer can be equal to what is written: a number, or a code in quotation marks. */
export function canBe({ codes, numbers }: Answers, written: Exact | string): boolean {
  const text = typeof written === "string" ? written : printExact(written);
  const found = codes.find((code) => code.code === text || (code.number !== undefined && printExact(code.number) === text));
  if (found !== undefined) return !found.missing;
  const number = typeof written === "string" ? parseExact(written) : written;
  if (numbers === undefined || number === undefined) return false;
  const { low, high, step } = numbers;
  if ((low !== undefined && compare(number, low) < 0) || (high !== undefined && compare(number, high) > 0)) return false;
  const steps = step === undefined ? undefined : divide(low === undefined ? number : subtract(number, low), step);
  return steps === undefined || isWhole(steps);
}

/** What a value is, in words for a message: "a number", "true or false". */
export function wordsFor(type: Type): string {
  switch (type.kind) {
    case "option":
      return "an answer";
    case "multiple":
      return "several answers";
    case "truth":
      return "true or false";
    case "time":
      return "a clock time";
    case "list":
      return type.column ? "a column of answers" : "a list";
    case "missing":
      return "missing";
    case "unknown":
      return "unknown";
    default:
      return `a ${type.kind}`;
  }
}

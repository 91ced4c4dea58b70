import type { Expression } from "../expression/expression.ts";
import type { Reach } from "../scoring/range.ts";
import type { Ask } from "./ask.ts";
import { allOf, isThere, negated } from "./conditions.ts";
import { type Reason, whyNever } from "./reason.ts";

/** What a condition can be. Nothing is claimed that was not proved. */
export interface Decision {
  readonly isTrue: Reach;
  readonly isFalse: Reach;
  readonly isMissing: Reach;
  /** Why it is never true, or else never false, where one of them was proved. */
  readonly reason?: Reason;
}

/** Decides a condition; `given` are conditions that hold already, such as those of the section that an item stands in. */
export function decide(ask: Ask, condition: Expression, given: readonly Expression[] = []): Decision {
  const isTrue = reach(ask, [...given, condition]);
  const isFalse = reach(ask, [...given, negated(condition)]);
  const isMissing = given.length === 0 ? (ask(condition)?.gives(null) ?? UNDECIDED) : reach(ask, [...given, negated(isThere(condition))]);
  const never = [true, false].find((truth) => (truth ? isTrue : isFalse).possible === "no");
  return { isTrue, isFalse, isMissing, reason: never === undefined ? undefined : whyNever(ask, condition, never) };
}

const UNDECIDED: Reach = { possible: "unknown" };
const ALWAYS: Reach = { possible: "yes" };

/** Whether all of some conditions can be true together. */
export function reach(ask: Ask, conditions: readonly Expression[]): Reach {
  const all = allOf(conditions);
  return all === undefined ? ALWAYS : (ask(all)?.gives(true) ?? UNDECIDED);
}

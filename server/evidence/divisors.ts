import type { Expression } from "../expression/expression.ts";
import { partsOf } from "../expression/walk.ts";
import type { Score } from "../model/instrument.ts";
import { allOf, negated } from "../routing/conditions.ts";

/** What a formula divides by, and the condition under which it does. */
export interface Divisor {
  readonly node: Expression;
  readonly dividend: Expression;
  readonly guard?: Expression;
}

/** The divisors of a score's formulas. What stands in `coalesce` may be missing on purpose. */
export function divisorsOf(score: Score): readonly Divisor[] {
  const found: Divisor[] = [];
  if (score.when) collect(score.when, [], found);
  const outer = score.when ? [score.when] : [];
  if (score.value) collect(score.value, outer, found);
  const before: Expression[] = [];
  for (const { when, is } of score.cases ?? []) {
    const guards = [...outer, ...before];
    if (when) collect(when, guards, found);
    if (is.kind === "expression") collect(is.value, when ? [...guards, when] : guards, found);
    if (when) before.push(negated(when));
  }
  return found;
}

function collect(node: Expression, guards: readonly Expression[], found: Divisor[]): void {
  if (node.kind === "call" && node.function.text === "coalesce") return;
  if (node.kind === "call" && node.function.text === "if") {
    const [condition, then, otherwise] = node.arguments;
    if (condition) collect(condition, guards, found);
    if (then && condition) collect(then, [...guards, condition], found);
    if (otherwise && condition) collect(otherwise, [...guards, negated(condition)], found);
    return;
  }
  if (node.kind === "logical") {
    // Where the left side decides, a missing right side changes nothing.
    collect(node.left, guards, found);
    collect(node.right, [...guards, node.operator === "and" ? node.left : negated(node.left)], found);
    return;
  }
  if (node.kind === "arithmetic" && (node.operator === "/" || node.operator === "mod"))
    found.push({ node: node.right, dividend: node.left, guard: allOf(guards) });
  for (const part of partsOf(node)) collect(part, guards, found);
}

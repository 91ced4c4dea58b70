import { FORMULA_CODES } from "../evidence/formulaCodes.ts";
import { isNeverAValue } from "../evidence/isNeverAValue.ts";
import { reachOf, whyDead } from "../evidence/routing.ts";
import type { Expression } from "../expression/expression.ts";
import { printFormula } from "../expression/printFormula.ts";
import { partsOf } from "../expression/walk.ts";
import { formulasIn } from "../model/formulas.ts";
import { readNames } from "../model/resolve.ts";
import { type Context, type Finding, rule } from "./rule.ts";

/** A formula that as a whole is always the same is told of by other rules. Proved over all answers. */
export default rule({
  code: "part-without-effect",
  severity: "warning",
  summary: "A part of a formula is a condition that no answers make true, or that all make true.",
  looksAt: ["response", "section", "item", "score"],
  needs: (part) => {
    // By far the most items have no formula at all.
    if (part.kind === "item" && !part.value.when && part.value.checks.length === 0 && typeof part.value.response !== "object") return false;
    return formulasIn(part).some(({ tree, level }) => level === "person" && partsOf(tree).some(hasCondition));
  },
  yieldsTo: [
    ...FORMULA_CODES,
    "unreachable-item",
    "required-but-unreachable",
    "dead-section",
    "unreachable-option",
    "always-true-condition",
    "check-without-effect",
    "screen-out-impossible",
    "flag-without-effect",
    "never-a-value",
    "case-never-reached",
    "forward-reference",
    "routing-cycle",
    "mutually-hidden-items",
    "score-cycle",
    "group-score-on-person",
    "group-statistic-in-person-score",
  ],
  *check(part, context) {
    // What the whole of a formula can be is the matter of other rules.
    for (const { tree, level } of formulasIn(part)) if (level === "person") yield* within(tree, context);
  },
});

function* within(node: Expression, context: Context): Iterable<Finding> {
  for (const part of partsOf(node)) {
    if (isGuard(part, node)) continue;
    const finding = isCondition(part) ? findingOf(part, context) : undefined;
    if (finding) yield finding;
    else yield* within(part, context);
  }
}

/** `if(n > 0, total / n, missing)`: who guards a division does no harm where there is nothing to guard. */
function isGuard(part: Expression, node: Expression): boolean {
  if (node.kind !== "call" || node.function.text !== "if" || part !== node.arguments[0] || part.kind !== "comparison") return false;
  const sides = [printFormula(part.left), printFormula(part.right)];
  return node.arguments.slice(1).some((branch) => divides(branch, sides));
}

const divides = (node: Expression, by: readonly string[]): boolean =>
  (node.kind === "arithmetic" && node.operator === "/" && by.includes(printFormula(node.right))) ||
  partsOf(node).some((part) => divides(part, by));

/** Calls and `not` are judged by the comparisons in them. */
const isCondition = ({ kind }: Expression): boolean =>
  kind === "comparison" || kind === "between" || kind === "membership" || kind === "logical";

const hasCondition = (node: Expression): boolean => isCondition(node) || partsOf(node).some(hasCondition);

function findingOf(part: Expression, context: Context): Finding | undefined {
  // A list of conditions has no value of its own.
  if (partsOf(part).some(({ kind }) => kind === "span")) return undefined;
  const reach = reachOf(part, context);
  if (!reach) return undefined;
  const [holds, fails] = [reach.gives(true).possible, reach.gives(false).possible];
  if (holds === "no" && fails === "yes") {
    const dead = whyDead(part, [], context);
    return dead && { at: dead.at, message: `this part is never true: ${dead.why}` };
  }
  if (fails !== "no" || holds !== "yes" || readNames(context.scoring, part).some((id) => isNeverAValue(id, context))) return undefined;
  return {
    at: part,
    severity: "info",
    message:
      reach.gives(null).possible === "no"
        ? "every answer makes this part true"
        : "every answer makes this part true: it only says that there is one, which answered(…) says more clearly",
  };
}

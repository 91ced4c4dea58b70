import { describeWitness } from "../evidence/describeWitness.ts";
import { divisorsOf } from "../evidence/divisors.ts";
import { hasFormulasOrSteps } from "../evidence/needs.ts";
import type { Expression } from "../expression/expression.ts";
import { printFormula } from "../expression/printFormula.ts";
import { readNames } from "../model/resolve.ts";
import { both, isThere, isZero } from "../routing/conditions.ts";
import { rangeOf } from "../scoring/range.ts";
import { type Context, rule } from "./rule.ts";

/** Proved with answers that make the divisor 0 although every condition around it holds; a group has a value only where someone has answered. */
export default rule({
  code: "possible-division-by-zero",
  severity: "error",
  summary: "A formula divides by something that can be 0.",
  looksAt: "score",
  needs: hasFormulasOrSteps,
  *check({ value: score }, context) {
    const { at } = context;
    // A standard deviation of 0 is refused as it is read.
    for (const step of score.transform)
      if (step.kind === "divide" && step.by.n === 0n) yield { at: at.whole(step), message: `"${score.id}" is divided by 0` };
    if (score.level === "group") return;
    for (const [place, { node, dividend, guard }] of divisorsOf(score).entries()) {
      if (node.kind === "number") {
        if (node.value.n === 0n) yield { at: node, message: "this divides by 0" };
        continue;
      }
      if (context.possibleRange(score.id) === undefined) return;
      // Where there is nothing to divide, the result is missing whatever it is divided by.
      const zero = dividend.kind === "number" ? isZero(node) : both(isZero(node), isThere(dividend));
      const condition = guard ? both(guard, zero) : zero;
      const proof = zeroOf(condition, `divisor ${place} of ${score.id} is 0: ${printFormula(condition)}`, context);
      if (!proof) continue;
      yield {
        at: node,
        message: `"${printFormula(node)}" can be 0${proof.answers}, and "${score.id}" is missing there: say with "when" for whom it is worked out`,
      };
    }
  },
});

/** Proved once; a change of wording does not touch it. Undefined where it is not proved that the divisor can be 0. */
function zeroOf(condition: Expression, key: string, context: Context): { readonly answers: string } | undefined {
  return context.derive(key, ({ scoring, graph }) => {
    const { possible, witness } = rangeOf(scoring, condition, graph(readNames(scoring, condition)))?.gives(true) ?? {};
    if (possible !== "yes") return undefined;
    return { answers: witness && witness.size > 0 ? ` (${describeWitness(witness)})` : "" };
  });
}

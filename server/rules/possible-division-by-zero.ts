import { both, isZero } from "../evidence/conditions.ts";
import { describeWitness } from "../evidence/describeWitness.ts";
import { divisorsOf } from "../evidence/divisors.ts";
import { printFormula } from "../expression/printFormula.ts";
import { onlyNeeded, readNames } from "../model/resolve.ts";
import { rangeOf } from "../scoring/range.ts";
import { rule } from "./rule.ts";

/** Proved with answers that make the divisor 0 although every condition around it holds; a group has a value only where someone has answered. */
export default rule({
  code: "possible-division-by-zero",
  severity: "error",
  summary: "A formula divides by something that can be 0.",
  looksAt: "score",
  *check({ value: score }, { instrument, at, possibleRange }) {
    for (const step of score.transform)
      if ((step.kind === "divide" && step.by.n === 0n) || ((step.kind === "t" || step.kind === "z") && step.sd.n === 0n))
        yield { at: at.whole(step), message: `"${score.id}" is divided by 0` };
    if (score.level === "group") return;
    for (const { node, guard } of divisorsOf(score)) {
      if (node.kind === "number") {
        if (node.value.n === 0n) yield { at: node, message: "this divides by 0" };
        continue;
      }
      if (possibleRange(score.id) === undefined) return;
      const condition = guard ? both(guard, isZero(node)) : isZero(node);
      const { possible, witness } = rangeOf(onlyNeeded(instrument, readNames(instrument, condition)), condition)?.gives(true) ?? {};
      if (possible !== "yes") continue;
      yield {
        at: node,
        message: `"${printFormula(node)}" can be 0${witness && witness.size > 0 ? ` (${describeWitness(witness)})` : ""}, and "${score.id}" is missing there: say with "when" for whom it is worked out`,
      };
    }
  },
});

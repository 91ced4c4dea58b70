import { hasFormulas } from "../evidence/needs.ts";
import type { Call, Expression } from "../expression/expression.ts";
import { partsOf } from "../expression/walk.ts";
import { formulasOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

/** In scores only: whether an item is shown may well be decided for those who did not answer. */
export default rule({
  code: "missing-forced-to-truth",
  severity: "warning",
  summary: "A condition counts as true for those who did not answer.",
  looksAt: "score",
  needs: hasFormulas,
  *check({ value: score }) {
    for (const formula of formulasOf(score))
      for (const node of forced(formula, false))
        yield { at: node, message: "whoever did not answer counts as true here: leave the missing value missing, or say what it means" };
  },
});

/** `coalesce(x, true)`, and `coalesce(x, false)` under a `not`. */
function* forced(node: Expression, turned: boolean): Generator<Call> {
  if (node.kind === "not") {
    yield* forced(node.operand, !turned);
    return;
  }
  const [first, last] = node.kind === "call" && node.function.text === "coalesce" ? [node.arguments[0], node.arguments.at(-1)] : [];
  if (node.kind === "call" && first && last?.kind === "truth" && last.value === !turned && first !== last) yield node;
  // Below anything but `and`, `or` and `not` a condition is a value by itself.
  const keeps = node.kind === "logical";
  for (const part of partsOf(node)) yield* forced(part, keeps && turned);
}

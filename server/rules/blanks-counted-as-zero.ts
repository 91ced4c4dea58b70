import { hasFormulas } from "../evidence/needs.ts";
import type { Call, Expression } from "../expression/expression.ts";
import { partsOf } from "../expression/walk.ts";
import type { Instrument } from "../model/instrument.ts";
import { formulasOf, possibleAnswers, routingOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

/** An item that is asked only of some may count 0 for the others, and an ability item that was left out may count as wrong. */
export default rule({
  code: "blanks-counted-as-zero",
  severity: "warning",
  summary: "An item that was left blank counts as 0 in a sum.",
  looksAt: "score",
  needs: hasFormulas,
  *check({ value: score }, { scoring: instrument }) {
    for (const formula of formulasOf(score))
      for (const { node, item } of zeros(formula, false, instrument))
        yield {
          at: node,
          message: `whoever leaves "${item}" blank scores as if the answer were 0: a "missing" rule says what stands for a blank`,
        };
  },
});

function* zeros(node: Expression, summed: boolean, instrument: Instrument): Generator<{ node: Call; item: string }> {
  const item = summed && node.kind === "call" ? blankAsZero(node, instrument) : undefined;
  if (node.kind === "call" && item !== undefined) yield { node, item };
  const sums =
    (node.kind === "arithmetic" && (node.operator === "+" || node.operator === "-")) ||
    (node.kind === "call" && SUMS.has(node.function.text));
  const passes =
    node.kind === "list" ||
    node.kind === "arithmetic" ||
    node.kind === "negation" ||
    (node.kind === "call" && node.function.text === "abs");
  for (const part of partsOf(node)) yield* zeros(part, sums || (summed && passes), instrument);
}

const SUMS = new Set(["sum", "mean"]);

/** The item of `coalesce(item, 0)` or `coalesce(scored(item), 0)`. */
function blankAsZero(call: Call, instrument: Instrument): string | undefined {
  const [first, second, ...more] = call.arguments;
  if (call.function.text !== "coalesce" || second?.kind !== "number" || second.value.n !== 0n || more.length > 0) return undefined;
  const inner = first?.kind === "call" && first.function.text === "scored" ? first.arguments[0] : first;
  const names =
    inner?.kind === "name" ? [inner.id] : inner?.kind === "span" ? (instrument.items.span(inner.first.id, inner.last.id) ?? []) : [];
  return names.find((name) => {
    const item = instrument.items.get(name);
    return (
      item && item.key === undefined && routingOf(instrument, item).length === 0 && possibleAnswers(instrument, item)?.kind !== "other"
    );
  });
}

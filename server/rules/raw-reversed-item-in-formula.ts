import { hasFormulas } from "../evidence/needs.ts";
import type { Expression, Name } from "../expression/expression.ts";
import { partsOf } from "../expression/walk.ts";
import type { Instrument } from "../model/instrument.ts";
import { formulasOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

/** Calculating with such an item is `code-instead-of-score`. A condition that decides what is asked speaks of answers and is not meant here. */
export default rule({
  code: "raw-reversed-item-in-formula",
  severity: "warning",
  summary: "A score compares the answer to a reverse-keyed item as it was given.",
  looksAt: "score",
  needs: hasFormulas,
  *check({ value: score }, { scoring: instrument }) {
    for (const formula of formulasOf(score))
      for (const node of compared(formula, false, instrument)) {
        const ids = node.kind === "span" ? (instrument.items.span(node.first.id, node.last.id) ?? []) : [node.id];
        const id = ids.find((one) => instrument.items.get(one)?.reverse);
        const better = node.kind === "span" ? `scored(${node.first.id}..${node.last.id})` : `scored(${node.id})`;
        yield {
          at: node,
          message: `"${id}" is reverse-keyed, and this compares the answer as it was given: write ${better} for what counts in scores`,
          fixes: [{ title: `Change to ${better}`, safe: false, edits: [{ at: node, newText: better }] }],
        };
      }
  },
});

type Bare = Name | Extract<Expression, { kind: "span" }>;

function* compared(node: Expression, inComparison: boolean, instrument: Instrument): Generator<Bare> {
  if (node.kind === "name" || node.kind === "span") {
    const ids = node.kind === "span" ? (instrument.items.span(node.first.id, node.last.id) ?? []) : node.property ? [] : [node.id];
    if (inComparison && ids.some((id) => instrument.items.get(id)?.reverse)) yield node;
    return;
  }
  // Functions take what they are given: of numbers that is reported as calculating.
  if (node.kind === "call") {
    for (const argument of node.arguments) yield* compared(argument, false, instrument);
    return;
  }
  const compares = node.kind === "comparison" || node.kind === "membership" || node.kind === "between";
  const withText = compares && partsOf(node).some(isText);
  for (const part of partsOf(node))
    yield* compared(part, compares && !withText && (part.kind === "name" || part.kind === "span"), instrument);
}

/** A code in quotation marks is meant as the answer. */
const isText = (node: Expression): boolean => node.kind === "text" || (node.kind === "list" && node.members.some(isText));

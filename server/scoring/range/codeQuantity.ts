import type { Quantity } from "../../expression/range/quantity.ts";
import type { Value } from "../../expression/value.ts";
import { codeOfAnswer } from "../covariate.ts";
import { scoreValue } from "../formula.ts";
import { printValue } from "../printValue.ts";
import type { Parts } from "./scoreQuantities.ts";

/** The code of a covariate as a text: of an item its answer's code, of a score its value as it is written. The same as `codeOf` for a person. */
export function codeQuantity(
  { instrument, graph, items, score }: Pick<Parts, "instrument" | "graph" | "items" | "score">,
  id: string,
): Quantity {
  if (!instrument.items.has(id)) {
    return graph.apply({ key: "code of score", type: "text", apply: ([value = null]) => codeOfScore(value) }, [score(id)]);
  }
  const meant = items.meaning(id);
  return graph.apply({ key: `code of ${id}`, type: "text", apply: ([sign = null]) => codeOfAnswer(meant(sign)) ?? null }, [
    items.answer(id),
  ]);
}

function codeOfScore(value: Value): Value {
  const plain = scoreValue(value);
  return plain.kind === "missing" ? null : printValue(plain);
}

import type { Call, Expression } from "../expression/expression.ts";
import { printFormula } from "../expression/printFormula.ts";
import { eachNode } from "../expression/walk.ts";
import { formulasOf } from "../model/resolve.ts";
import { type Context, rule } from "./rule.ts";

/** A number may well be added, or stand as a bound in `max`: only what averages takes it for one more answer. */
export default rule({
  code: "number-among-answers",
  severity: "warning",
  summary: "A plain number is averaged along with the answers.",
  looksAt: "score",
  needs: ({ value }) => value.value !== undefined || value.cases !== undefined,
  *check({ value: score }, context) {
    for (const call of formulasOf(score).flatMap(averages)) {
      const others = call.arguments.filter(({ kind }) => kind !== "number");
      const numbers = call.arguments.filter(({ kind }) => kind === "number");
      if (others.length === 0) continue;
      for (const number of numbers) yield told(call, number, numbers.length === 1 && call.named.length === 0, context);
    }
  },
});

const AVERAGES = new Set(["mean", "sd"]);

function averages(formula: Expression): Call[] {
  const found: Call[] = [];
  eachNode(formula, (node) => {
    if (node.kind === "call" && AVERAGES.has(node.function.text)) found.push(node);
  });
  return found;
}

/** Who counts answers on fingers writes the number at the end: that many are needed. */
function told(call: Call, number: Expression, isOnly: boolean, { at }: Context) {
  const text = printFormula(number);
  const isCount = isOnly && call.arguments.at(-1) === number && number.kind === "number" && number.value.d === 1n && number.value.n >= 1n;
  const place = at.node(number);
  return {
    at: number,
    message: `${text} goes into the ${NAMES[call.function.text] ?? "result"} as if it were one more answer${isCount ? `; where ${text} answers are needed, write need=${text}` : ""}`,
    fixes: isCount && place ? [{ title: `Change to need=${text}`, safe: false, edits: [{ at: place, newText: `need=${text}` }] }] : [],
  };
}

const NAMES: Readonly<Record<string, string>> = { mean: "mean", sd: "standard deviation" };

import { hasFormulas } from "../evidence/needs.ts";
import type { Arithmetic, Call, Expression } from "../expression/expression.ts";
import { eachNode, partsOf } from "../expression/walk.ts";
import type { Instrument } from "../model/instrument.ts";
import { formulasOf, responseOf } from "../model/resolve.ts";
import { type Context, rule } from "./rule.ts";

/** Silent where the formula, or a score that goes on from a helper, deals with midnight by `mod` or by a condition. */
export default rule({
  code: "clock-arithmetic",
  severity: "error",
  summary: "Minutes since midnight are subtracted, which is wrong for a night.",
  looksAt: "score",
  needs: hasFormulas,
  *check(part, context) {
    const { value: score } = part;
    if (score.helper && isDealtWithLater(part.id, context)) return;
    for (const formula of formulasOf(score))
      for (const { node, left, right } of differences(formula, context.scoring)) yield told(node, left, right, context);
  },
});

function isDealtWithLater(helper: string, { users, scoring }: Context): boolean {
  return users(helper).some(({ kind, id }) => {
    const user = kind === "score" ? scoring.scores.get(id) : undefined;
    return user !== undefined && formulasOf(user).some(dealsWithIt);
  });
}

function dealsWithIt(formula: Expression): boolean {
  let found = false;
  eachNode(formula, (node) => {
    found ||= (node.kind === "arithmetic" && node.operator === "mod") || (node.kind === "call" && DEALS_WITH_IT.has(node.function.text));
  });
  return found;
}

interface Difference {
  readonly node: Arithmetic;
  readonly left: Call;
  readonly right: Call;
}

function* differences(node: Expression, instrument: Instrument): Generator<Difference> {
  if (node.kind === "arithmetic") {
    if (node.operator === "mod") return;
    const { left, right } = node;
    if (node.operator === "-" && isClock(left, instrument) && isClock(right, instrument) && left.function.text === right.function.text)
      yield { node, left, right };
  }
  if (node.kind === "call" && DEALS_WITH_IT.has(node.function.text)) return;
  for (const part of partsOf(node)) yield* differences(part, instrument);
}

const DEALS_WITH_IT = new Set(["if", "abs", "max", "min"]);

/** `minutes(bed)` or `hours(bed)` of an item that is answered with a clock time. */
function isClock(node: Expression, instrument: Instrument): node is Call {
  const argument =
    node.kind === "call" && (node.function.text === "minutes" || node.function.text === "hours") ? node.arguments[0] : undefined;
  if (argument?.kind === "time") return true;
  const item = argument?.kind === "name" ? instrument.items.get(argument.id) : undefined;
  return item !== undefined && responseOf(instrument, item)?.type === "time";
}

function told(node: Arithmetic, left: Call, right: Call, { at, source }: Context) {
  const here = at.node(node);
  const inner = (call: Call): string | undefined => {
    const place = call.arguments[0] && at.node(call.arguments[0]);
    return place && source(place);
  };
  const [later, earlier] = [inner(left), inner(right)];
  const better = `${left.function.text}(${later} - ${earlier})`;
  return {
    at: node,
    message: `each is counted from midnight, so this is below 0 where midnight lies between the two: write ${better}`,
    fixes: here && later && earlier ? [{ title: `Change to ${better}`, safe: false, edits: [{ at: here, newText: better }] }] : [],
  };
}

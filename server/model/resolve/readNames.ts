import type { Expression } from "../../expression/expression.ts";
import { eachNode, partsOf } from "../../expression/walk.ts";
import type { Instrument } from "../instrument.ts";
import { expandSpan } from "./members.ts";

/** The items and scores that a formula reads, each once, spans taken apart, in the order they are first read. Unknown names are kept. */
export function readNames(instrument: Instrument, expression: Expression): readonly string[] {
  const names = new Set<string>();
  collect(instrument, expression, names);
  return [...names];
}

function collect(instrument: Instrument, expression: Expression, into: Set<string>): void {
  switch (expression.kind) {
    case "name":
      into.add(expression.id);
      return;
    case "span": {
      const ids = expandSpan(instrument, expression.first.id, expression.last.id);
      for (const id of typeof ids === "string" ? [expression.first.id, expression.last.id] : ids) into.add(id);
      return;
    }
    case "call":
      collectCall(instrument, expression, into);
      return;
    default:
      for (const part of partsOf(expression)) collect(instrument, part, into);
  }
}

/** `lookup(x, TABLE)` and `percentile(x, TABLE)` name a table, which is neither item nor score; its covariates are read instead. */
function collectCall(instrument: Instrument, call: Extract<Expression, { kind: "call" }>, into: Set<string>): void {
  for (const argument of call.arguments) {
    const table = argument.kind === "name" && argument.property === undefined ? instrument.tables.get(argument.id) : undefined;
    const isTable =
      table !== undefined && argument.kind === "name" && !instrument.items.has(argument.id) && !instrument.scores.has(argument.id);
    if (isTable) for (const covariate of table.by) into.add(covariate);
    else collect(instrument, argument, into);
  }
  // Named arguments are numbers and words (`need=4`, `mode=half_up`); only a formula among them reads anything.
  for (const { value } of call.named) if (value.kind !== "name") collect(instrument, value, into);
}

/** The bands and cut-offs that a formula reads, each as `score.band`. */
export function readProperties(expression: Expression): ReadonlySet<string> {
  const read = new Set<string>();
  eachNode(expression, (node) => {
    if (node.kind === "name" && node.property !== undefined) read.add(`${node.id}.${node.property}`);
  });
  return read;
}

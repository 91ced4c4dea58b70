import { exact } from "../../number/exact.ts";
import { optionOf, tableOf } from "../compileCall.ts";
import type { Call, Expression } from "../expression.ts";
import type { FormulaFunction, Option } from "../functions/function.ts";
import { FUNCTIONS } from "../functions/index.ts";
import { durationOf } from "../moment.ts";
import { ValuesCall } from "../valuesCall.ts";
import type { Options } from "./functionRange.ts";
import { type Operation, UNKNOWABLE } from "./operation.ts";
import { arithmeticOperation, NEGATION } from "./operations/arithmetic.ts";
import { BETWEEN, comparisonOperation, MEMBERSHIP } from "./operations/comparison.ts";
import { AND, NOT, OR } from "./operations/logic.ts";
import { keyOf } from "./pointValue.ts";
import type { Quantities, Quantity } from "./quantity.ts";

/** What the names of a formula stand for in a graph of quantities: the same as `Binding` for people. */
export interface QuantityBinding {
  readonly graph: Quantities;
  value(id: string): Quantity;
  scored(id: string): Quantity;
  property(id: string, property: string): Quantity;
  span(first: string, last: string): readonly string[];
  lookup(table: string): (value: Quantity) => Quantity;
}

/** One quantity, or one for each member of a span or list. */
export type Made = Quantity | readonly Quantity[];

/** The quantity of a formula; of a span or list one for each member. It is what `compile` computes, taken for all answers at once. */
export function formulaQuantity(tree: Expression, binding: QuantityBinding): Made {
  const { graph } = binding;
  const inner = (node: Expression): Made => formulaQuantity(node, binding);
  switch (tree.kind) {
    case "number":
    case "text":
    case "truth":
      return graph.known(tree.value);
    case "missing":
    case "faulty":
      return graph.known(null);
    case "time":
      return graph.known({ kind: "time", minutes: exact(tree.minutes) });
    case "duration":
      return graph.known(durationOf(tree.amount, tree.unit));
    case "name":
      return tree.property === undefined ? binding.value(tree.id) : binding.property(tree.id, tree.property);
    case "span":
      return binding.span(tree.first.id, tree.last.id).map((id) => binding.value(id));
    case "list":
      return tree.members.flatMap((member) => inner(member));
    case "negation":
      return memberwise(graph, [inner(tree.operand)], (operands) => graph.apply(NEGATION, operands));
    case "not":
      return memberwise(graph, [inner(tree.operand)], (operands) => graph.apply(NOT, operands));
    case "arithmetic":
    case "comparison": {
      const operation = tree.kind === "arithmetic" ? arithmeticOperation(tree.operator) : comparisonOperation(tree.operator);
      return memberwise(graph, [inner(tree.left), inner(tree.right)], (operands) => graph.apply(operation, operands));
    }
    case "membership": {
      const members = inner(tree.list);
      if (!isMany(members)) return graph.known(null);
      return memberwise(graph, [inner(tree.value)], (operands) => graph.apply(MEMBERSHIP, [...operands, ...members]));
    }
    case "between":
      return memberwise(graph, [inner(tree.value), inner(tree.low), inner(tree.high)], (operands) => graph.apply(BETWEEN, operands));
    case "logical": {
      const operation = tree.operator === "and" ? AND : OR;
      return memberwise(graph, [inner(tree.left), inner(tree.right)], (operands) => graph.apply(operation, operands));
    }
    case "call":
      return callQuantity(tree, binding, inner);
  }
}

function isMany(made: Made): made is readonly Quantity[] {
  return Array.isArray(made);
}

/** One quantity after another where some are lists of one length; a single one stands for each member. */
function memberwise(graph: Quantities, operands: readonly Made[], make: (singles: readonly Quantity[]) => Quantity): Made {
  const lengths = new Set(operands.filter(isMany).map((many) => many.length));
  if (lengths.size > 1) return graph.known(null);
  const [length] = lengths;
  const single = (place: number): Quantity[] => operands.map((made) => (isMany(made) ? (made[place] ?? graph.known(null)) : made));
  return length === undefined ? make(single(0)) : Array.from({ length }, (_, place) => make(single(place)));
}

function callQuantity(call: Call, binding: QuantityBinding, inner: (node: Expression) => Made): Made {
  const { graph } = binding;
  const fn = FUNCTIONS.get(call.function.text);
  if (fn === undefined) return graph.known(null);
  const table = tableOf(call, fn);
  const operands = call.arguments.flatMap((node, place): Made[] => {
    if (table !== undefined && place === 1) return [];
    return [fn.parameters[place]?.accepts === "scored" ? scoredQuantity(node, binding, inner) : inner(node)];
  });
  if (fn.name === "scored") return operands[0] ?? graph.known(null);
  if (table !== undefined) {
    const find = binding.lookup(table);
    return memberwise(graph, operands.slice(0, 1), ([value = graph.known(null)]) => find(value));
  }
  const named = new Map(call.named.map(({ name, value }) => [name.text, optionOf(value)]));
  const options: Options = (name) => named.get(name);
  const { range } = fn;
  if (range.kind === "gathered") {
    const gather = (all: readonly Quantity[]): Quantity => {
      const last = range.lastIsSetting === true ? all.at(-1) : undefined;
      const members = last === undefined ? all : all.slice(0, -1);
      const gathering = range.gathering(members.length, options, last?.kind === "known" ? last.value : null);
      return gathering === undefined ? graph.apply(unknowable(fn.name), all) : graph.gather(gathering, members);
    };
    return fn.memberwise ? memberwise(graph, operands, gather) : gather(operands.flat());
  }
  if (!fn.memberwise) return graph.apply(operationOf(fn, named, options), operands.flat());
  return memberwise(graph, operands, (singles) => graph.apply(operationOf(fn, named, options), singles));
}

function scoredQuantity(node: Expression, binding: QuantityBinding, inner: (node: Expression) => Made): Made {
  if (node.kind === "name") return node.property === undefined ? binding.scored(node.id) : inner(node);
  if (node.kind === "span") return binding.span(node.first.id, node.last.id).map((id) => binding.scored(id));
  if (node.kind === "list") return node.members.flatMap((member) => scoredQuantity(member, binding, inner));
  return inner(node);
}

/** A function as an operation: its own evaluation for single values. */
function operationOf(fn: FormulaFunction, named: ReadonlyMap<string, Option>, options: Options): Operation {
  const { range } = fn;
  const { back, spread } = range.kind === "each" ? range : {};
  const marks = [...named].map(([name, option]) => `${name}=${wordOf(option)}`).join();
  return {
    key: `${fn.name}:${marks}`,
    type: "any",
    apply: (values) => fn.evaluate(new ValuesCall(values, options)),
    spread: spread?.(options),
    back: back === undefined ? undefined : (result) => back(result),
  };
}

/** A function of which nothing can be said beforehand. */
function unknowable(name: string): Operation {
  return { key: `${name}?`, type: "any", apply: () => UNKNOWABLE };
}

function wordOf(option: Option): string {
  if (typeof option === "string") return option;
  return "share" in option ? `${keyOf(option.share)}%` : keyOf(option);
}

import { optionOf } from "../../expression/compileCall.ts";
import type { Call, Expression } from "../../expression/expression.ts";
import { durationOf } from "../../expression/moment.ts";
import { type Atom, doubted, type Outcome, point } from "../../expression/range/atom.ts";
import { composedOf } from "../../expression/range/composed.ts";
import type { Operation } from "../../expression/range/operation.ts";
import { arithmeticOperation, NEGATION } from "../../expression/range/operations/arithmetic.ts";
import { BETWEEN, comparisonOperation } from "../../expression/range/operations/comparison.ts";
import { AND, NOT, OR } from "../../expression/range/operations/logic.ts";
import type { Quantity } from "../../expression/range/quantity.ts";
import { isNumber, type Value } from "../../expression/value.ts";
import type { Score } from "../../model/instrument.ts";
import { exact, ZERO } from "../../number/exact.ts";
import { columnOutcomes, deviations, type GroupValue, plain, ratio, ratioOutcomes, total } from "./groupValue.ts";
import type { InstrumentGraph } from "./instrumentGraph.ts";
import { roundOperation, transformOperation } from "./stepOperations.ts";
import { type PossibleRange, summaryOf } from "./summarised.ts";

/**
 * What a group score can be for any group of people: counts, sums and means over the people are taken together, because a share of sums never lies
 * outside the shares of single people. No witness: it would be a group. Undefined for a group score that is not a formula or cases.
 */
export function groupRange(graph: InstrumentGraph, score: Score): PossibleRange | undefined {
  const outcomes = groupOutcomes(graph, score, new Set());
  return outcomes && summaryOf(outcomes, []);
}

function groupOutcomes(graph: InstrumentGraph, score: Score, open: ReadonlySet<string>): readonly Outcome[] | undefined {
  if (score.value === undefined || open.has(score.id)) return undefined;
  const raw = outcomesOf(graph, groupValueOf(graph, score.value, new Set([...open, score.id])));
  let outcomes = score.when === undefined ? raw : [...raw, { atom: point(null, false) }];
  for (const step of score.transform) {
    const lookup = step.kind === "lookup" ? graph.lookup(step.table) : undefined;
    outcomes = composedOf(transformOperation(graph.instrument, step, { lookup }), [outcomes]);
  }
  const { round } = score;
  return round?.mode === undefined ? outcomes : composedOf(roundOperation(round.to, round.mode), [outcomes]);
}

/** A formula over columns. */
function groupValueOf(graph: InstrumentGraph, tree: Expression, open: ReadonlySet<string>): GroupValue {
  const inner = (node: Expression): GroupValue => groupValueOf(graph, node, open);
  switch (tree.kind) {
    case "number":
    case "text":
    case "truth":
      return plain([{ atom: point(tree.value) }]);
    case "duration":
      return plain([{ atom: point(durationOf(tree.amount, tree.unit)) }]);
    case "name": {
      const score = graph.instrument.items.has(tree.id) ? undefined : graph.instrument.scores.get(tree.id);
      if (score?.level === "group") return plain(groupOutcomes(graph, score, open) ?? anything());
      const person = graph.formula(tree);
      return person === undefined ? plain(anything()) : { kind: "column", person };
    }
    case "call":
      return callValue(graph, tree, inner);
    case "negation":
      return columnOr(graph, tree, [inner(tree.operand)], NEGATION);
    case "not":
      return columnOr(graph, tree, [inner(tree.operand)], NOT);
    case "arithmetic": {
      const [left, right] = [inner(tree.left), inner(tree.right)];
      return combined(graph, tree, left, right) ?? columnOr(graph, tree, [left, right], arithmeticOperation(tree.operator));
    }
    case "comparison":
      return columnOr(graph, tree, [inner(tree.left), inner(tree.right)], comparisonOperation(tree.operator));
    case "between":
      return columnOr(graph, tree, [inner(tree.value), inner(tree.low), inner(tree.high)], BETWEEN);
    case "logical":
      return columnOr(graph, tree, [inner(tree.left), inner(tree.right)], tree.operator === "and" ? AND : OR);
    default:
      return columnOr(graph, tree, [{ kind: "plain", outcomes: anything() }], NEGATION);
  }
}

/** Member by member a column stays a column; values of the whole group may depend on each other, so nothing of them is sure together. */
function columnOr(graph: InstrumentGraph, tree: Expression, operands: readonly GroupValue[], operation: Operation): GroupValue {
  if (operands.some(({ kind }) => kind === "column") || tree.kind === "membership") {
    const person =
      operands.every((operand) => operand.kind === "column" || isFixed(operand)) || tree.kind === "membership"
        ? graph.formula(tree)
        : undefined;
    return person === undefined ? plain(anything()) : { kind: "column", person };
  }
  const outcomes = composedOf(
    operation,
    operands.map((operand) => outcomesOf(graph, operand)),
  );
  const fixed = operands.filter((operand) => !isFixed(operand)).length < 2;
  return plain(fixed ? outcomes : outcomes.map(({ atom }) => ({ atom: doubted(atom) })));
}

function isFixed(value: GroupValue): boolean {
  return value.kind === "plain" && value.outcomes.length === 1 && value.outcomes[0]?.atom.kind === "point";
}

/** Sums and shares of sums stay what they are under plus, minus, and times or divided by a number. */
function combined(
  graph: InstrumentGraph,
  tree: Extract<Expression, { kind: "arithmetic" }>,
  left: GroupValue,
  right: GroupValue,
): GroupValue | undefined {
  const { operator } = tree;
  const apply = (symbol: typeof operator, a: Quantity, b: Quantity): Quantity => graph.apply(arithmeticOperation(symbol), [a, b]);
  const [a, b] = [numberOf(left), numberOf(right)];
  if (operator === "*" || operator === "/") {
    const factor = operator === "/" ? (b === undefined || b.equals(ZERO) ? undefined : b.inverse()) : (a ?? b);
    const other = operator === "/" || a === undefined ? left : right;
    if (factor !== undefined && other.kind === "total") return total(apply("*", other.person, graph.constant(factor)));
    if (factor !== undefined && other.kind === "ratio") return ratio(apply("*", other.top, graph.constant(factor)), other.bottom);
    return operator === "/" && left.kind === "total" && right.kind === "total" ? ratio(left.person, right.person) : undefined;
  }
  if (operator !== "+" && operator !== "-") return undefined;
  if (left.kind === "total" && right.kind === "total") return total(apply(operator, left.person, right.person));
  if (left.kind === "ratio" && right.kind === "ratio" && left.bottom === right.bottom)
    return ratio(apply(operator, left.top, right.top), left.bottom);
  if (left.kind === "ratio" && b !== undefined)
    return ratio(apply(operator, left.top, apply("*", left.bottom, graph.constant(b))), left.bottom);
  if (right.kind === "ratio" && a !== undefined)
    return ratio(apply(operator, apply("*", right.bottom, graph.constant(a)), right.top), right.bottom);
  return undefined;
}

function numberOf(value: GroupValue): ReturnType<typeof exact> | undefined {
  const only = isFixed(value) && value.kind === "plain" ? value.outcomes[0]?.atom : undefined;
  return only?.kind === "point" && isNumber(only.value) ? only.value : undefined;
}

/** Functions of a whole column. Everything else works for each person, or is not known beforehand. */
function callValue(graph: InstrumentGraph, call: Call, inner: (node: Expression) => GroupValue): GroupValue {
  const [first, ...rest] = call.arguments;
  const name = call.function.text;
  const column = first === undefined ? undefined : inner(first);
  if (column?.kind !== "column" || (rest.length > 0 && name !== "percentile")) return perPerson(graph, call);
  const need = call.named.find((argument) => argument.name.text === "need");
  if (need !== undefined && optionOf(need.value) !== "half") return plain(anything());
  const { person } = column;
  switch (name) {
    case "count":
      return total(graph.apply(COUNTED, [person]));
    case "sum":
      return total(graph.apply(OR_ZERO, [person]));
    case "mean":
      return ratio(graph.apply(OR_ZERO, [person]), graph.apply(IS_THERE, [person]));
    case "min":
    case "max":
    case "percentile":
      return plain(columnOutcomes(graph.outcomes(person), name === "percentile"));
    case "sd":
      return plain(deviations(graph.outcomes(person)));
    default:
      return perPerson(graph, call);
  }
}

/** `answered(nps)` of a column is a column; what mixes people is not known. */
function perPerson(graph: InstrumentGraph, call: Call): GroupValue {
  const mixes = ["sum", "mean", "min", "max", "sd", "count", "any", "all", "percentile", "longest_run", "concat"].includes(
    call.function.text,
  );
  const person = mixes ? undefined : graph.formula(call);
  return person === undefined ? plain(anything()) : { kind: "column", person };
}

const ONE_EACH = exact(1);
const COUNTED: Operation = forEach("counted", (value) => {
  if (value !== null && typeof value === "object" && "kind" in value && value.kind === "codes") return exact(value.codes.length);
  return value === true ? ONE_EACH : ZERO;
});
const OR_ZERO: Operation = { ...forEach("or 0", (value) => (isNumber(value) ? value : ZERO)), spread: ([atom]) => passNumbers(atom) };
const IS_THERE: Operation = {
  ...forEach("there", (value) => (value === null ? ZERO : ONE_EACH)),
  spread: () => [{ atom: point(ONE_EACH) }],
};

function forEach(key: string, make: (value: Value) => Value): Operation {
  return { key, type: "number", apply: ([value = null]) => make(value) };
}

function passNumbers(atom: Atom | undefined): readonly Outcome[] | undefined {
  return atom?.kind === "stretch" && atom.measure === "number" ? [{ atom }] : undefined;
}

function outcomesOf(graph: InstrumentGraph, value: GroupValue): readonly Outcome[] {
  switch (value.kind) {
    case "plain":
      return value.outcomes;
    case "ratio":
      return ratioOutcomes(graph, value.top, value.bottom);
    case "total":
      return [
        { atom: { kind: "stretch", measure: "number", low: OPEN, high: OPEN, dense: false, sure: false, tags: [] } },
        { atom: point(null, false) },
      ];
    case "column":
      return anything();
  }
}

const OPEN = { open: true, sure: false };

function anything(): readonly Outcome[] {
  return [{ atom: { kind: "unknown", type: "any", sure: false, tags: [] } }, { atom: point(null, false) }];
}

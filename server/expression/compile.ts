import { exact } from "../number/exact.ts";
import { compileCall } from "./compileCall.ts";
import type { Binding, Reader } from "./environment.ts";
import type { Expression, Logical, Membership, Name } from "./expression.ts";
import { memberwise, memberwisePair } from "./memberwise.ts";
import { durationOf } from "./moment.ts";
import { calculate, compareValues, equalValues, negated } from "./operators.ts";
import { and, any, not, or, truthOf } from "./truth.ts";
import { flatList, isList, type Value } from "./value.ts";

/** Makes a function of one row of data out of a formula. It is exact and total like `evaluate`; names, spans and literals are looked up once, here. */
export function compile<Row>(tree: Expression, binding: Binding<Row>): Reader<Row> {
  const inner = (node: Expression) => compile(node, binding);
  switch (tree.kind) {
    case "number":
    case "text":
    case "truth":
      return constant(tree.value);
    case "missing":
    case "faulty":
      return constant(null);
    case "time":
      return constant({ kind: "time", minutes: exact(tree.minutes) });
    case "duration":
      return constant(durationOf(tree.amount, tree.unit));
    case "name":
      return compileName(tree, binding);
    case "span":
      return listReader(binding.span(tree.first.id, tree.last.id).map((id) => binding.value(id)));
    case "list":
      return listReader(tree.members.map(inner));
    case "negation": {
      const operand = inner(tree.operand);
      return (row) => memberwise([operand(row)], ([value = null]) => negated(value));
    }
    case "not": {
      const operand = inner(tree.operand);
      return (row) => memberwise([operand(row)], ([value = null]) => not(truthOf(value)));
    }
    case "arithmetic": {
      const { operator } = tree;
      return pair(inner(tree.left), inner(tree.right), (left, right) => calculate(operator, left, right));
    }
    case "comparison": {
      const { operator } = tree;
      return pair(inner(tree.left), inner(tree.right), (left, right) => compareValues(operator, left, right));
    }
    case "membership":
      return compileMembership(tree, inner);
    case "between": {
      const parts = [inner(tree.value), inner(tree.low), inner(tree.high)];
      return (row) =>
        memberwise(
          parts.map((part) => part(row)),
          ([value = null, low = null, high = null]) => {
            const [above, below] = [compareValues(">=", value, low), compareValues("<=", value, high)];
            // A comparison with a missing end is missing, even where the other end alone would decide.
            return above === null || below === null ? null : above && below;
          },
        );
    }
    case "logical":
      return compileLogical(tree, inner);
    case "call":
      return compileCall(tree, binding, inner);
  }
}

function constant<Row>(value: Value): Reader<Row> {
  return () => value;
}

function compileName<Row>({ id, property }: Name, binding: Binding<Row>): Reader<Row> {
  return property === undefined ? binding.value(id) : binding.property(id, property);
}

function listReader<Row>(members: readonly Reader<Row>[]): Reader<Row> {
  return (row) => flatList(members.map((member) => member(row)));
}

function pair<Row>(left: Reader<Row>, right: Reader<Row>, work: (left: Value, right: Value) => Value): Reader<Row> {
  return (row) => memberwisePair(left(row), right(row), work);
}

function compileMembership<Row>({ value, list }: Membership, inner: (node: Expression) => Reader<Row>): Reader<Row> {
  const [wanted, among] = [inner(value), inner(list)];
  return (row) => {
    const candidates = among(row);
    if (!isList(candidates)) return null;
    return memberwise([wanted(row)], ([single = null]) => any(candidates.members.map((member) => equalValues(single, member))));
  };
}

function compileLogical<Row>({ operator, left, right }: Logical, inner: (node: Expression) => Reader<Row>): Reader<Row> {
  const [first, second] = [inner(left), inner(right)];
  const decided = operator === "or";
  const join = decided ? or : and;
  return (row) => {
    const one = first(row);
    // One side is often enough, and the other may be costly.
    return one === decided ? one : memberwisePair(one, second(row), (a, b) => join(truthOf(a), truthOf(b)));
  };
}

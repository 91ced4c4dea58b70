import { compile } from "./compile.ts";
import type { Binding, Environment } from "./environment.ts";
import type { Expression } from "./expression.ts";
import type { Value } from "./value.ts";

/**
 * The value of a formula for one person. Never fails: a formula with an error in it is for the caller to leave out; what it cannot work out
 * is missing. For many persons compile once and run the result.
 */
export function evaluate(tree: Expression, environment: Environment): Value {
  return compile(tree, bindingTo(environment))(environment);
}

/** Reads everything by its name from the environment that a compiled formula is run on. Only spans are asked of the given one. */
export function bindingTo(layout: Pick<Environment, "span">): Binding<Environment> {
  return {
    value: (id) => (row) => row.value(id),
    scored: (id) => (row) => row.scored(id),
    property: (id, property) => (row) => row.property(id, property),
    span: (first, last) => layout.span(first, last),
    lookup: (table) => (row, value) => row.lookup(table, value),
  };
}

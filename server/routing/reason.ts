import type { Expression } from "../expression/expression.ts";
import { printFormula } from "../expression/printFormula.ts";
import type { Exact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { summarised } from "../scoring/range/summarised.ts";
import type { InstrumentGraph, PossibleRange } from "../scoring/range.ts";

/** Why a condition can never be true (or never false), as small as it can be said. The nodes are those of the formula. */
export type Reason =
  /** What is compared can only be within these numbers, or one of these texts. */
  | {
      readonly kind: "range";
      readonly node: Expression;
      readonly min?: Exact;
      readonly max?: Exact;
      readonly values?: readonly (string | boolean)[];
    }
  /** What is compared is missing for everyone: never asked, or never computed. */
  | { readonly kind: "never_there"; readonly node: Expression }
  /** Two parts that are each possible exclude each other. */
  | { readonly kind: "contradiction"; readonly nodes: readonly [Expression, Expression] }
  /** Two parts of which one always holds. */
  | { readonly kind: "covers"; readonly nodes: readonly [Expression, Expression] };

/** The reason why a condition never has a truth value; undefined where there is no short one. */
export function whyNever(graph: InstrumentGraph, tree: Expression, truth: boolean): Reason | undefined {
  switch (tree.kind) {
    case "not":
      return whyNever(graph, tree.operand, !truth);
    case "logical": {
      const { left, right } = tree;
      // One part is enough to keep an `and` from being true, and an `or` from being false.
      const oneIsEnough = (tree.operator === "and") === truth;
      const part = [left, right].find((each) => isNever(graph, each, truth));
      if (part !== undefined) return whyNever(graph, part, truth);
      return oneIsEnough ? { kind: truth ? "contradiction" : "covers", nodes: [left, right] } : undefined;
    }
    case "comparison":
      return rangeReason(graph, [tree.left, tree.right]);
    case "between":
    case "membership":
      return rangeReason(graph, [tree.value]);
    case "name":
      return rangeReason(graph, [tree]);
    default:
      return undefined;
  }
}

function isNever(graph: InstrumentGraph, tree: Expression, truth: boolean): boolean {
  const quantity = graph.formula(tree);
  return quantity !== undefined && summarised(graph, quantity).gives(truth).possible === "no";
}

/** The range of the first part that is no constant. */
function rangeReason(graph: InstrumentGraph, nodes: readonly Expression[]): Reason | undefined {
  for (const node of nodes) {
    const quantity = graph.formula(node);
    if (quantity === undefined || quantity.kind === "known") continue;
    const range = summarised(graph, quantity);
    if (isNowhere(range)) return { kind: "never_there", node };
    const { min, max, values } = range;
    if (min !== undefined || max !== undefined || (values !== undefined && values.length > 0))
      return { kind: "range", node, min, max, values };
  }
  return undefined;
}

function isNowhere(range: PossibleRange): boolean {
  return range.exact && range.min === undefined && range.max === undefined && !range.minReached && range.values?.length === 0;
}

/** The reason in a few words: `total is at most 27`. */
export function reasonInWords(reason: Reason): string {
  switch (reason.kind) {
    case "never_there":
      return `"${printFormula(reason.node)}" is never there`;
    case "contradiction":
      return `"${printFormula(reason.nodes[0])}" and "${printFormula(reason.nodes[1])}" exclude each other`;
    case "covers":
      return `one of "${printFormula(reason.nodes[0])}" and "${printFormula(reason.nodes[1])}" always holds`;
    case "range": {
      const { node, min, max, values } = reason;
      const what = `"${printFormula(node)}" is`;
      if (min !== undefined && max !== undefined)
        return min.equals(max) ? `${what} always ${printExact(min)}` : `${what} ${printExact(min)} to ${printExact(max)}`;
      if (max !== undefined) return `${what} at most ${printExact(max)}`;
      if (min !== undefined) return `${what} at least ${printExact(min)}`;
      return `${what} ${(values ?? []).map(String).join(" or ")}`;
    }
  }
}

import type { Expression } from "../expression/expression.ts";
import { printFormula } from "../expression/printFormula.ts";
import { printExact } from "../number/print.ts";
import type { PossibleRange } from "../scoring/range.ts";
import { type Ask, isNever } from "./ask.ts";

/** Why a condition can never be true (or never false), as small as it can be said. The nodes are those of the formula. */
export type Reason =
  /** What is compared can only be within these numbers, or one of these texts: each side that can vary. */
  | { readonly kind: "range"; readonly sides: readonly [Side, ...Side[]] }
  /** What is compared is missing for everyone: never asked, or never computed. */
  | { readonly kind: "never_there"; readonly node: Expression }
  /** Two parts that are each possible exclude each other. */
  | { readonly kind: "contradiction"; readonly nodes: readonly [Expression, Expression] }
  /** Two parts of which one always holds. */
  | { readonly kind: "covers"; readonly nodes: readonly [Expression, Expression] };

export interface Side extends Pick<PossibleRange, "min" | "max" | "values" | "exact"> {
  readonly node: Expression;
}

/** The reason why a condition never has a truth value; undefined where there is no short one. */
export function whyNever(ask: Ask, tree: Expression, truth: boolean): Reason | undefined {
  switch (tree.kind) {
    case "not":
      return whyNever(ask, tree.operand, !truth);
    case "logical": {
      const { left, right } = tree;
      // One part is enough to keep an `and` from being true, and an `or` from being false.
      const oneIsEnough = (tree.operator === "and") === truth;
      const part = [left, right].find((each) => isNever(ask, each, truth));
      if (part !== undefined) return whyNever(ask, part, truth);
      return oneIsEnough ? { kind: truth ? "contradiction" : "covers", nodes: [left, right] } : undefined;
    }
    case "comparison":
      return rangeReason(ask, [tree.left, tree.right]);
    case "between":
    case "membership":
      return rangeReason(ask, [tree.value]);
    case "name":
      return rangeReason(ask, [tree]);
    default:
      return undefined;
  }
}

/** The ranges of the parts that are no constants; that one is missing for everyone is reason enough. */
function rangeReason(ask: Ask, nodes: readonly Expression[]): Reason | undefined {
  const sides: Side[] = [];
  for (const node of nodes) {
    const range = node.kind === "number" || node.kind === "text" ? undefined : ask(node);
    if (range === undefined) continue;
    if (isNowhere(range)) return { kind: "never_there", node };
    const { min, max, values, exact } = range;
    if (min !== undefined || max !== undefined || (values !== undefined && values.length > 0))
      sides.push({ node, min, max, values, exact });
  }
  const [first, ...others] = sides;
  return first && { kind: "range", sides: [first, ...others] };
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
      const [{ node, min, max, values }] = reason.sides;
      const what = `"${printFormula(node)}" is`;
      if (min !== undefined && max !== undefined)
        return min.equals(max) ? `${what} always ${printExact(min)}` : `${what} ${printExact(min)} to ${printExact(max)}`;
      if (max !== undefined) return `${what} at most ${printExact(max)}`;
      if (min !== undefined) return `${what} at least ${printExact(min)}`;
      return `${what} ${(values ?? []).map(String).join(" or ")}`;
    }
  }
}

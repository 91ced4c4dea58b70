import type { Expression } from "../expression/expression.ts";
import { eachNode, partsOf } from "../expression/walk.ts";
import type { Instrument } from "../model/instrument.ts";
import { expandSpan, readNames, responseOf, valueClosure } from "../model/resolve.ts";
import { printExact } from "../number/print.ts";
import { canonical } from "./formulas.ts";

/**
 * A formula of a person's numbers in a form that two formulas have in common only where they give the same for every answer: sums in any order and
 * as `sum(…)`, means as a sum that is divided, sides of a comparison and parts of a condition in any order. Arithmetic is exact and missing where any
 * part is, as are sums and means without `need=`. Undefined where clock times, dates or durations play a part: those run on in one direction.
 */
export function commonForm(instrument: Instrument, formula: Expression, renamed: ReadonlyMap<string, string>): string | undefined {
  if (!isOfNumbers(instrument, formula)) return undefined;
  return formOf(formula);

  function formOf(node: Expression): string {
    switch (node.kind) {
      case "name":
      case "text":
      case "truth":
      case "missing":
        return canonical(instrument, node, renamed);
      case "number":
        return printExact(node.value);
      case "arithmetic":
        if (node.operator === "+" || node.operator === "-") return sumOf(termsOf(node));
        if (node.operator === "*") return `product(${factorsOf(node).toSorted().join(", ")})`;
        return `(${formOf(node.left)} ${node.operator} ${formOf(node.right)})`;
      case "negation":
        return sumOf(termsOf(node));
      case "comparison": {
        const sides = [formOf(node.left), formOf(node.right)];
        if (node.operator === "==" || node.operator === "!=") return `(${sides.toSorted().join(` ${node.operator} `)})`;
        if (node.operator === ">" || node.operator === ">=") return `(${sides.reverse().join(node.operator === ">" ? " < " : " <= ")})`;
        return `(${sides.join(` ${node.operator} `)})`;
      }
      case "not":
        return `not(${formOf(node.operand)})`;
      case "logical":
        return `${node.operator}(${[...new Set(joinedBy(node, node.operator).map(formOf))].toSorted().join(", ")})`;
      case "call": {
        const { text } = node.function;
        const values = node.named.length === 0 && (text === "sum" || text === "mean") ? plainValues(node.arguments) : undefined;
        if (values && text === "sum") return sumOf(values.flatMap((one) => (typeof one === "string" ? [one] : termsOf(one))));
        if (values && text === "mean")
          return `(${sumOf(values.flatMap((one) => (typeof one === "string" ? [one] : termsOf(one))))} / ${values.length})`;
        if (text === "if" && node.named.length === 0) return `if(${node.arguments.map(formOf).join(", ")})`;
        return canonical(instrument, node, renamed);
      }
      default:
        return canonical(instrument, node, renamed);
    }
  }

  /** What is added up, each with a minus where it is taken away. */
  function termsOf(node: Expression, minus = false): string[] {
    if (node.kind === "arithmetic" && (node.operator === "+" || node.operator === "-"))
      return [...termsOf(node.left, minus), ...termsOf(node.right, minus !== (node.operator === "-"))];
    if (node.kind === "negation") return termsOf(node.operand, !minus);
    if (node.kind === "call" && node.function.text === "sum" && node.named.length === 0) {
      const values = plainValues(node.arguments);
      if (values) return values.flatMap((one) => (typeof one === "string" ? [minus ? `-${one}` : one] : termsOf(one, minus)));
    }
    const form = formOf(node);
    return [minus ? `-${form}` : form];
  }

  function factorsOf(node: Expression): string[] {
    return node.kind === "arithmetic" && node.operator === "*" ? [...factorsOf(node.left), ...factorsOf(node.right)] : [formOf(node)];
  }

  /** The members of a list of single numbers, spans taken apart; undefined where one is a list by itself, or a truth value. */
  function plainValues(listed: readonly Expression[]): readonly (Expression | string)[] | undefined {
    const values: (Expression | string)[] = [];
    for (const one of listed) {
      if (one.kind === "span") {
        const ids = expandSpan(instrument, one.first.id, one.last.id);
        if (typeof ids === "string") return undefined;
        for (const id of ids) values.push(renamed.get(id) ?? id);
      } else if (isSingleNumber(one)) values.push(one);
      else return undefined;
    }
    return values.length === 0 ? undefined : values;
  }
}

const sumOf = (terms: readonly string[]): string =>
  terms.length === 1 && !terms[0]?.startsWith("-") ? (terms[0] ?? "") : `sum(${terms.toSorted().join(", ")})`;

function joinedBy(node: Expression, operator: "and" | "or"): readonly Expression[] {
  return node.kind === "logical" && node.operator === operator
    ? [...joinedBy(node.left, operator), ...joinedBy(node.right, operator)]
    : [node];
}

/** Names, numbers and what is computed from them one by one. */
function isSingleNumber(node: Expression): boolean {
  if (node.kind === "name") return node.property === undefined;
  if (node.kind === "number") return true;
  return (node.kind === "arithmetic" || node.kind === "negation") && partsOf(node).every(isSingleNumber);
}

const NUMBERS: ReadonlySet<string> = new Set(["choice", "rating", "vas", "integer", "decimal"]);

/** Whether everything that a formula reads, through scores too, is answered in numbers or options. */
function isOfNumbers(instrument: Instrument, formula: Expression): boolean {
  let isPlain = true;
  eachNode(formula, ({ kind }) => {
    isPlain &&= kind !== "time" && kind !== "duration" && kind !== "faulty";
  });
  if (!isPlain) return false;
  const names = readNames(instrument, formula);
  const read = new Set(names.flatMap((id) => [id, ...(instrument.scores.has(id) ? valueClosure(instrument, id) : [])]));
  return [...read].every((id) => {
    const item = instrument.items.get(id);
    return item ? NUMBERS.has(responseOf(instrument, item)?.type ?? "") : instrument.scores.get(id)?.level === "person";
  });
}

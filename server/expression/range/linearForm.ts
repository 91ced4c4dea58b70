import { type Exact, ONE, ZERO } from "../../number/exact.ts";
import { isNumber, type Value } from "../value.ts";
import type { Outcome } from "./atom.ts";
import { combining } from "./gatherings/combining.ts";
import { type Gathered, operandsOf, type Quantity } from "./quantity.ts";

/** A weighted sum that is missing where any of its parts is. */
interface Sum {
  readonly weights: ReadonlyMap<Quantity, Exact>;
  readonly offset: Exact;
}

/**
 * The same quantity as one sum of independent parts, where it is made of sums of sums: a total of scales that share items is a weighted sum of
 * items, whose range is easy. Undefined where it is no such sum, or would stay what it is.
 */
export function asOneSum(quantity: Quantity, of: (part: Quantity) => readonly Outcome[]): Gathered | undefined {
  const sum = sumOf(quantity);
  if (sum === undefined || sum.weights.size < 2 || isItself(quantity, sum)) return undefined;
  const parts = [...sum.weights];
  // Only numbers add up so: what gives texts or durations is left to its own rules.
  if (!parts.every(([part]) => of(part).every(({ atom }) => isNumeric(atom)))) return undefined;
  const groups = grouped(parts);
  const members = groups.map((group) => (group.length === 1 && group[0]?.[1].equals(ONE) ? group[0][0] : added(quantity.id, group)));
  const [only] = members;
  if (!sum.offset.equals(ZERO)) members.push({ kind: "known", id: quantity.id, value: sum.offset });
  if (members.length === 1) return only?.kind === "gathered" ? only : undefined;
  return added(
    quantity.id,
    members.map((member) => [member, ONE]),
  );
}

function isNumeric(atom: Outcome["atom"]): boolean {
  if (atom.kind === "point") return atom.value === null || isNumber(atom.value);
  return atom.kind === "stretch" && atom.measure === "number";
}

function isItself(quantity: Quantity, { weights }: Sum): boolean {
  const operands = operandsOf(quantity);
  return quantity.kind === "gathered" && operands.length === weights.size && operands.every((operand) => weights.has(operand));
}

function added(id: number, parts: readonly (readonly [Quantity, Exact])[]): Gathered {
  const gathering = combining({
    method: "sum",
    weights: parts.map(([, weight]) => weight),
    always: parts.map(() => false),
    needed: parts.length,
    none: null,
  });
  return { kind: "gathered", id, gathering, of: parts.map(([part]) => part) };
}

function sumOf(quantity: Quantity): Sum | undefined {
  switch (quantity.kind) {
    case "known":
      return isNumber(quantity.value) ? { weights: new Map(), offset: quantity.value } : undefined;
    case "free":
      return { weights: new Map([[quantity, ONE]]), offset: ZERO };
    case "applied": {
      const values = quantity.of.map((operand): Value | undefined => (operand.kind === "known" ? operand.value : undefined));
      const line = quantity.operation.line?.(values);
      return line === undefined ? alone(quantity) : (joined(quantity.of, line.factors, line.offset) ?? alone(quantity));
    }
    case "gathered": {
      const factors = quantity.gathering.factors;
      return factors === undefined ? alone(quantity) : (joined(quantity.of, factors, ZERO) ?? alone(quantity));
    }
  }
}

function alone(quantity: Quantity): Sum {
  return { weights: new Map([[quantity, ONE]]), offset: ZERO };
}

function joined(operands: readonly Quantity[], factors: readonly Exact[], offset: Exact): Sum | undefined {
  const weights = new Map<Quantity, Exact>();
  let constant = offset;
  for (const [place, operand] of operands.entries()) {
    const factor = factors[place] ?? ZERO;
    const sum = sumOf(operand);
    if (sum === undefined) return undefined;
    constant = constant.add(sum.offset.mul(factor));
    for (const [part, weight] of sum.weights) weights.set(part, (weights.get(part) ?? ZERO).add(weight.mul(factor)));
  }
  return { weights, offset: constant };
}

/** Parts that share an input, directly or through others, together. */
function grouped(parts: readonly (readonly [Quantity, Exact])[]): (readonly [Quantity, Exact])[][] {
  const groups: { readonly inputs: Set<Quantity>; readonly parts: (readonly [Quantity, Exact])[] }[] = [];
  for (const part of parts) {
    const inputs = inputsOf(part[0]);
    const touched = groups.filter((group) => [...inputs].some((input) => group.inputs.has(input)));
    const [first] = touched;
    if (first === undefined) groups.push({ inputs, parts: [part] });
    else {
      for (const input of inputs) first.inputs.add(input);
      first.parts.push(part);
      for (const other of touched.slice(1)) {
        for (const input of other.inputs) first.inputs.add(input);
        first.parts.push(...other.parts);
        groups.splice(groups.indexOf(other), 1);
      }
    }
  }
  return groups.map((group) => group.parts);
}

function inputsOf(quantity: Quantity): Set<Quantity> {
  const seen = new Set<Quantity>([quantity]);
  for (const part of seen) for (const operand of operandsOf(part)) seen.add(operand);
  return new Set([...seen].filter(({ kind }) => kind === "free"));
}

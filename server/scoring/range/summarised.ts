import type { Atom, Outcome } from "../../expression/range/atom.ts";
import { evaluated, repaired } from "../../expression/range/evaluated.ts";
import { type Bound, memberOf, proofOf, within } from "../../expression/range/interval.ts";
import { keyOf } from "../../expression/range/pointValue.ts";
import { both, choicesOf, type Proof } from "../../expression/range/proof.ts";
import type { Quantity } from "../../expression/range/quantity.ts";
import { isNumber, type Value } from "../../expression/value.ts";
import { compare, subtract } from "../../number/arithmetic.ts";
import { type Exact, exact } from "../../number/exact.ts";
import { attainableNumbers, lowestAndHighest, type OutcomeEnd } from "./ends.ts";
import type { InstrumentGraph } from "./instrumentGraph.ts";
import { type Witness, witnessOf } from "./witness.ts";

export type { Witness } from "./witness.ts";

/** The possible values of a score or a formula. */
export interface PossibleRange {
  /** Lowest and highest number; undefined is an open end, or that there are no numbers. */
  readonly min?: Exact;
  readonly max?: Exact;
  /** False where the value of the end is only come near to: a decimal above 0. */
  readonly minReached: boolean;
  readonly maxReached: boolean;
  /** False: nothing lies outside, but perhaps not all of it is reached. */
  readonly exact: boolean;
  /** All numbers from min to max in this step are reached, and no others. */
  readonly step?: Exact;
  /** All numbers that are reached, lowest first, where they are at most 1,000. */
  readonly attainable?: readonly Exact[];
  /** Of texts and truth values: all that are possible. */
  readonly values?: readonly (string | boolean)[];
  readonly mayBeMissing: boolean;
  /** Answers, as a data file would hold them, that reach the ends; items that are not there are blank. Not for group scores. */
  readonly witness?: { readonly min?: Witness; readonly max?: Witness };
  /** All that is possible, piece by piece. */
  readonly outcomes: readonly Outcome[];
  /** Whether a value between two bounds is reached. */
  reaches(from: Bound, to: Bound): Reach;
  /** Whether a text, a truth value or missing (`null`) is reached. */
  gives(value: string | boolean | null): Reach;
}

export interface Reach {
  /** `unknown` where neither could be proved. */
  readonly possible: "yes" | "no" | "unknown";
  readonly value?: Exact;
  readonly witness?: Witness;
}

/** As many numbers are listed, and no more. */
export const MOST_LISTED = 1000;

/** What is worth knowing of a quantity. Texts stand in the order given, others after them. */
export function summarised(graph: InstrumentGraph, quantity: Quantity, order: readonly string[] = []): PossibleRange {
  return summaryOf(graph.outcomes(quantity), order, (proof, value) => checkedWitness(graph, quantity, proof, value));
}

/** Answers that give a value, as far as a proof says. */
export type Prove = (proof: Proof | undefined, value: Value) => Witness | undefined;

/** The same for outcomes by themselves; without `prove` there are no witnesses. */
export function summaryOf(outcomes: readonly Outcome[], order: readonly string[], prove?: Prove): PossibleRange {
  const ends = lowestAndHighest(outcomes);
  const numbers = ends === undefined ? undefined : attainableNumbers(outcomes);
  const attainable = numbers?.filter((number, place) => place === 0 || compare(number, numbers[place - 1] ?? number) !== 0);
  const values = valuesOf(outcomes, order);
  const witness = (end: OutcomeEnd | undefined): Witness | undefined =>
    end?.end.value !== undefined && !end.end.open && end.end.sure
      ? prove?.(both(end.end.proof, end.outcome.proof), end.end.value)
      : undefined;
  return {
    outcomes,
    min: ends?.low.end.value,
    max: ends?.high.end.value,
    minReached: ends?.low.end.sure === true && !ends.low.end.open,
    maxReached: ends?.high.end.sure === true && !ends.high.end.open,
    exact: ends === undefined ? outcomes.every(({ atom }) => atom.sure) : ends.low.end.sure && ends.high.end.sure,
    step: stepOf(outcomes, attainable),
    attainable: attainable !== undefined && attainable.length <= MOST_LISTED ? attainable : undefined,
    values: values.length === 0 && ends !== undefined ? undefined : values,
    mayBeMissing: outcomes.some(({ atom }) => isMissing(atom)),
    witness:
      prove &&
      lazily(
        () => witness(ends?.low),
        () => witness(ends?.high),
      ),
    reaches: (from, to) => reaches(outcomes, from, to, prove),
    gives: (value) => gives(outcomes, value, prove),
  };
}

/** Witnesses are worked out when someone looks at them: most ranges are only compared. */
export function lazily(min: () => Witness | undefined, max: () => Witness | undefined): NonNullable<PossibleRange["witness"]> {
  return new LaterEnds(min, max);
}

/** A class, as is everything here that is worked out when someone looks at it: V8 holds on for long to what a getter in an object literal sees. */
class LaterEnds {
  readonly #find: { readonly min: () => Witness | undefined; readonly max: () => Witness | undefined };
  #low: { readonly found: Witness | undefined } | undefined;
  #high: { readonly found: Witness | undefined } | undefined;

  constructor(min: () => Witness | undefined, max: () => Witness | undefined) {
    this.#find = { min, max };
  }

  get min(): Witness | undefined {
    this.#low ??= { found: this.#find.min() };
    return this.#low.found;
  }

  get max(): Witness | undefined {
    this.#high ??= { found: this.#find.max() };
    return this.#high.found;
  }
}

function isMissing(atom: Atom): boolean {
  return (atom.kind === "point" && atom.value === null) || (atom.kind === "unknown" && atom.type === "any");
}

function valuesOf(outcomes: readonly Outcome[], order: readonly string[]): readonly (string | boolean)[] {
  const found = outcomes.flatMap(({ atom }) =>
    atom.kind === "point" && (typeof atom.value === "string" || typeof atom.value === "boolean") ? [atom.value] : [],
  );
  const place = (value: string | boolean): number =>
    typeof value === "string" && order.includes(value) ? order.indexOf(value) : order.length;
  return [...new Set(found)].sort((a, b) => place(a) - place(b) || (String(a) < String(b) ? -1 : 1));
}

function stepOf(outcomes: readonly Outcome[], attainable: readonly Exact[] | undefined): Exact | undefined {
  if (attainable === undefined) {
    const numbers = outcomes.filter(({ atom }) => atom.kind === "stretch" || (atom.kind === "point" && isNumber(atom.value)));
    const only = numbers.length === 1 ? numbers[0]?.atom : undefined;
    return only?.kind === "stretch" && only.dense && only.sure && outcomes.every(({ atom }) => atom.kind !== "unknown")
      ? only.step
      : undefined;
  }
  const [first, second] = attainable;
  if (first === undefined || second === undefined) return undefined;
  const step = subtract(second, first);
  return attainable.every((value, place) => compare(value, first.add(step.mul(exact(place)))) === 0) ? step : undefined;
}

/** A witness only where the answers, computed once more, do give the value. */
function checkedWitness(graph: InstrumentGraph, quantity: Quantity, proof: Proof | undefined, value: Value): Witness | undefined {
  const choices = repaired(quantity, choicesOf(proof));
  const atom = evaluated(quantity, choices);
  return atom?.kind === "point" && keyOf(atom.value) === keyOf(value) ? witnessOf(graph, quantity, choices) : undefined;
}

export function reaches(outcomes: readonly Outcome[], from: Bound, to: Bound, prove?: Prove): Reach {
  let possible: Reach["possible"] = "no";
  for (const { atom, proof } of outcomes) {
    if (atom.kind === "unknown" && (atom.type === "number" || atom.type === "any")) possible = "unknown";
    if (atom.kind === "point" && isNumber(atom.value) && isBetween(atom.value, from, to)) {
      if (!atom.sure) possible = "unknown";
      else return proved(atom.value, () => prove?.(proof, atom.value));
    }
    if (atom.kind !== "stretch" || atom.measure !== "number") continue;
    const part = within(atom, from, to);
    if (part === undefined) continue;
    if (!part.sure || !atom.sure) possible = "unknown";
    else {
      const value = memberOf(part.part);
      return proved(value, () => prove?.(both(proofOf(part.part), proof), value));
    }
  }
  return { possible };
}

/** Reached, with answers that are worked out when someone looks at them. */
export function proved(value: Exact | undefined, find: () => Witness | undefined): Reach {
  return new Proved(value, find);
}

class Proved implements Reach {
  readonly possible = "yes";
  readonly value: Exact | undefined;
  readonly #find: () => Witness | undefined;
  #known: { readonly found: Witness | undefined } | undefined;

  constructor(value: Exact | undefined, find: () => Witness | undefined) {
    this.value = value;
    this.#find = find;
  }

  get witness(): Witness | undefined {
    this.#known ??= { found: this.#find() };
    return this.#known.found;
  }
}

/** Reached, as is known already; the value and the answers are worked out when someone looks at them. */
export class SurelyReached implements Reach {
  readonly possible = "yes";
  readonly #ask: () => Reach;

  constructor(ask: () => Reach) {
    this.#ask = ask;
  }

  get value(): Exact | undefined {
    return this.#ask().value;
  }

  get witness(): Witness | undefined {
    return this.#ask().witness;
  }
}

function isBetween(value: Exact, from: Bound, to: Bound): boolean {
  const above = from.value === undefined || value.compare(from.value) > (from.open ? 0 : -1);
  return above && (to.value === undefined || value.compare(to.value) < (to.open ? 0 : 1));
}

export function gives(outcomes: readonly Outcome[], value: string | boolean | null, prove?: Prove): Reach {
  let possible: Reach["possible"] = "no";
  for (const { atom, proof } of outcomes) {
    if (atom.kind === "point" && atom.value === value) {
      if (atom.sure) return proved(undefined, () => prove?.(proof, value));
      possible = "unknown";
    } else if (atom.kind === "unknown" && value !== null && atom.type !== "number") possible = "unknown";
    else if (atom.kind === "unknown" && atom.type === "any") possible = "unknown";
  }
  return { possible };
}

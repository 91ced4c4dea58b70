import type { Value } from "../value.ts";
import { type Atom, MISSING_POINT, type Outcome, point } from "./atom.ts";
import type { Gathering } from "./gathering.ts";
import { type Operation, run } from "./operation.ts";

/**
 * How a value is made of answers: a graph whose leaves are free inputs and in which equal parts are one node, so that what is shared is seen to be
 * shared. It knows values only, neither instruments nor formulas.
 */
export type Quantity = Known | Free | Applied | Gathered;

interface Node {
  /** Number of the node in its graph; operands have smaller numbers. */
  readonly id: number;
}
export interface Known extends Node {
  readonly kind: "known";
  readonly value: Value;
}
/** An answer that anyone may give: any of its outcomes, whatever else is answered. */
export interface Free extends Node {
  readonly kind: "free";
  readonly name: string;
  readonly outcomes: readonly Outcome[];
}
/** A value computed from a few others. */
export interface Applied extends Node {
  readonly kind: "applied";
  readonly operation: Operation;
  readonly of: readonly Quantity[];
}
/** A value gathered from many others one after the other, such as a sum. */
export interface Gathered extends Node {
  readonly kind: "gathered";
  readonly gathering: Gathering;
  readonly of: readonly Quantity[];
}

/** Makes the nodes of one graph. Asking twice for the same gives the same node. */
export class Quantities {
  readonly #nodes = new Map<string, Quantity>();
  #next = 0;

  known(value: Value): Quantity {
    return this.#once(`=${point(value).key}`, (id) => ({ kind: "known", id, value }));
  }

  /** `outcomes` is asked for once, and is given the input itself for its proofs. */
  free(name: string, outcomes: (free: Free) => readonly Outcome[]): Quantity {
    return this.#once(`?${name}`, (id) => freeInput(id, name, outcomes));
  }

  apply(operation: Operation, of: readonly Quantity[]): Quantity {
    const fixed = of.every(({ kind }) => kind === "known") ? run(operation, of.map(atomOfKnown)) : undefined;
    const only = fixed?.length === 1 ? fixed[0]?.atom : undefined;
    if (only?.kind === "point") return this.known(only.value);
    return this.#once(`${operation.key}(${of.map(({ id }) => id).join()})`, (id) => ({ kind: "applied", id, operation, of }));
  }

  gather(gathering: Gathering, of: readonly Quantity[]): Quantity {
    const fixed = of.every(({ kind }) => kind === "known") ? gatherKnown(gathering, of.map(atomOfKnown)) : undefined;
    if (fixed !== undefined) return this.known(fixed);
    return this.#once(`${gathering.key}[${of.map(({ id }) => id).join()}]`, (id) => ({ kind: "gathered", id, gathering, of }));
  }

  #once(key: string, make: (id: number) => Quantity): Quantity {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const made = make(this.#next++);
    this.#nodes.set(key, made);
    return made;
  }
}

/** What a gathering gives for single values, where that is one value. */
function gatherKnown(gathering: Gathering, members: readonly Atom[]): Value | undefined {
  let state = gathering.start;
  for (const [place, member] of members.entries()) {
    const [only, ...others] = gathering.step(state, member, place);
    if (only === undefined || others.length > 0) return undefined;
    state = only.state;
  }
  const [result, ...others] = gathering.finish(state);
  return result?.atom.kind === "point" && others.length === 0 ? result.atom.value : undefined;
}

function freeInput(id: number, name: string, outcomes: (free: Free) => readonly Outcome[]): Free {
  const free = { kind: "free" as const, id, name, outcomes: [] as readonly Outcome[] };
  free.outcomes = outcomes(free);
  return free;
}

function atomOfKnown(quantity: Quantity): Atom {
  return quantity.kind === "known" ? point(quantity.value) : MISSING_POINT;
}

/** What a node is made of. */
export function operandsOf(quantity: Quantity): readonly Quantity[] {
  return quantity.kind === "applied" || quantity.kind === "gathered" ? quantity.of : [];
}

import { operandsOf, type Quantity } from "./quantity.ts";

/** The part of a graph between a quantity and the nearest quantities that are independent of each other. */
export interface Region {
  /** Quantities that share no input with anything else in the region: each may take any of its outcomes, whatever the others are. */
  readonly inputs: readonly Quantity[];
  /** What is computed from them, operands first; the last is the quantity itself. */
  readonly inner: readonly Quantity[];
}

/** So many nodes are looked at in search of independent parts; after that only free inputs are taken for such. */
const MOST_LOOKED_AT = 150_000;

/** Takes a quantity apart. An operand that is used in one place only, with all that it is made of, is an input of its own. */
export function regionOf(root: Quantity): Region {
  const uses = usesBelow(root);
  const inputs: Quantity[] = [];
  const inner: Quantity[] = [];
  const decided = new Map<Quantity, boolean>();
  let looked = 0;
  for (const quantity of operandsFirst(root, (each) => (isInput(each) ? [] : operandsOf(each)))) {
    if (quantity.kind !== "known") (isInput(quantity) ? inputs : inner).push(quantity);
  }
  return { inputs, inner };

  function isInput(quantity: Quantity): boolean {
    const known = decided.get(quantity);
    if (known !== undefined) return known;
    const closed = quantity !== root && isClosed(quantity);
    decided.set(quantity, closed);
    return closed;
  }

  /** True where everything below the quantity is used below it only. */
  function isClosed(quantity: Quantity): boolean {
    if (quantity.kind === "free") return true;
    if (looked > MOST_LOOKED_AT) return false;
    const below = usesBelow(quantity);
    looked += below.size;
    for (const [part, times] of below) if (part.kind !== "known" && uses.get(part) !== times) return false;
    return true;
  }
}

/** How often each quantity below a root is an operand. */
function usesBelow(root: Quantity): ReadonlyMap<Quantity, number> {
  const uses = new Map<Quantity, number>();
  const open = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const operand of operandsOf(next)) {
      const known = uses.get(operand);
      if (known === undefined) open.push(operand);
      uses.set(operand, (known ?? 0) + 1);
    }
  }
  return uses;
}

/** Everything below a root and the root, operands before what is made of them. Without recursion: routing may be as deep as a document is long. */
export function operandsFirst(root: Quantity, operands: (quantity: Quantity) => readonly Quantity[] = operandsOf): readonly Quantity[] {
  const done = new Set<Quantity>();
  const open = new Set<Quantity>();
  const path: Quantity[] = [root];
  for (let next = path.at(-1); next !== undefined; next = path.at(-1)) {
    if (done.has(next)) path.pop();
    else if (open.has(next)) {
      done.add(next);
      path.pop();
    } else {
      open.add(next);
      path.push(...[...operands(next)].reverse().filter((operand) => !done.has(operand)));
    }
  }
  return [...done];
}

/** The free inputs of quantities as bits, so that it costs little to see whether two share one. */
export class Supports {
  readonly #bits = new Map<Quantity, bigint>();
  #inputs = 0n;

  of(quantity: Quantity): bigint {
    const known = this.#bits.get(quantity);
    if (known !== undefined) return known;
    for (const part of operandsFirst(quantity, (each) => (this.#bits.has(each) ? [] : operandsOf(each)))) {
      if (!this.#bits.has(part)) this.#bits.set(part, this.#make(part));
    }
    return this.#bits.get(quantity) ?? 0n;
  }

  /** True where no two operands share an input, so that they can be combined freely. */
  areFree(operands: readonly Quantity[]): boolean {
    let all = 0n;
    for (const operand of operands) {
      const bits = this.of(operand);
      if ((all & bits) !== 0n) return false;
      all |= bits;
    }
    return true;
  }

  #make(quantity: Quantity): bigint {
    if (quantity.kind === "free") return 1n << this.#inputs++;
    return operandsOf(quantity).reduce((bits, operand) => bits | (this.#bits.get(operand) ?? 0n), 0n);
  }
}

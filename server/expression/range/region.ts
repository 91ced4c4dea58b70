import { operandsOf, type Quantity } from "./quantity.ts";

/** The part of a graph between a quantity and the nearest quantities that are independent of each other. */
export interface Region {
  /** Quantities that share no input with anything else in the region: each may take any of its outcomes, whatever the others are. */
  readonly inputs: readonly Quantity[];
  /** What is computed from them, operands first; the last is the quantity itself. */
  readonly inner: readonly Quantity[];
}

/** Takes a quantity apart. An operand that is used in one place only, with all that it is made of, is an input of its own. */
export function regionOf(root: Quantity): Region {
  const uses = usesBelow(root);
  const inputs: Quantity[] = [];
  const inner: Quantity[] = [];
  const seen = new Set<Quantity>();
  visit(root);
  return { inputs, inner };

  function visit(quantity: Quantity): void {
    if (seen.has(quantity) || quantity.kind === "known") return;
    seen.add(quantity);
    if (quantity !== root && isClosed(quantity, uses)) inputs.push(quantity);
    else {
      for (const operand of operandsOf(quantity)) visit(operand);
      inner.push(quantity);
    }
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

/** True where everything below the quantity is used below it only. */
function isClosed(quantity: Quantity, uses: ReadonlyMap<Quantity, number>): boolean {
  if (quantity.kind === "free") return true;
  for (const [below, times] of usesBelow(quantity)) if (below.kind !== "known" && uses.get(below) !== times) return false;
  return true;
}

/** True where no two operands share an input, so that they can be combined freely. */
export function hasFreeOperands(quantity: Quantity): boolean {
  const seen = new Set<Quantity>();
  for (const operand of operandsOf(quantity)) {
    const mine = new Set<Quantity>();
    const open = [operand];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next.kind === "known" || mine.has(next)) continue;
      if (seen.has(next)) return false;
      mine.add(next);
      open.push(...operandsOf(next));
    }
    for (const node of mine) seen.add(node);
  }
  return true;
}

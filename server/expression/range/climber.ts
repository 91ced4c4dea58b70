import type { Atom } from "./atom.ts";
import { evaluated, repaired } from "./evaluated.ts";
import { measured } from "./pointValue.ts";
import type { Choice, Choices } from "./proof.ts";
import { type Free, operandsOf, type Quantity } from "./quantity.ts";

/** So many nodes are computed in search of answers that reach an end. */
const MOST_WORK = 60_000;

/** Tries answers to a quantity, as many as its work allows. What it reaches is reached; what it does not reach may be there all the same. */
export class Climber {
  readonly #quantity: Quantity;
  readonly #inputs: readonly Free[];
  readonly #size: number;
  #work = 0;

  constructor(quantity: Quantity) {
    const parts = new Set<Quantity>([quantity]);
    for (const part of parts) for (const operand of operandsOf(part)) parts.add(operand);
    this.#quantity = quantity;
    this.#size = parts.size;
    this.#inputs = [...parts].filter((part) => part.kind === "free");
  }

  reached(choices: Choices): Atom | undefined {
    this.#work += this.#size;
    return evaluated(this.#quantity, choices);
  }

  /** Changes one answer at a time as long as that leads further towards an end, until it is where it was to go. */
  climb(start: Choices, side: -1 | 1, isThere: (atom: Atom | undefined) => boolean): Choices | undefined {
    let choices = new Map(start);
    let best = numberIn(this.reached(choices));
    for (let better = true; better && this.#work < MOST_WORK; ) {
      better = false;
      for (const free of this.#inputs) {
        for (const choice of choicesFor(free)) {
          if (this.#work >= MOST_WORK) return undefined;
          const changed = new Map(choices).set(free, choice);
          const atom = this.reached(changed);
          if (isThere(atom)) return changed;
          const number = numberIn(atom);
          if (number === undefined || (best !== undefined && (number - best) * side <= 0)) continue;
          [choices, best, better] = [changed, number, true];
        }
      }
    }
    return undefined;
  }

  /** The same from a blank sheet, from the first answer to everything and from the last; a blank is the last of an input's outcomes. */
  find(side: -1 | 1, isThere: (atom: Atom | undefined) => boolean): Choices | undefined {
    const starts = [() => undefined, (of: readonly Choice[]) => of[0], (of: readonly Choice[]) => of.at(-1)];
    for (const start of starts) {
      const chosen = this.#inputs.flatMap((free) => {
        const choice = start(choicesFor(free).filter(({ place }) => place < free.outcomes.length - 1));
        return choice ? [[free, choice] as const] : [];
      });
      const choices = repaired(this.#quantity, new Map(chosen));
      if (isThere(this.reached(choices))) return choices;
      const found = this.climb(choices, side, isThere);
      if (found) return found;
    }
    return undefined;
  }
}

/** For choosing a way only: what is reached is compared exactly. */
export function numberIn(atom: Atom | undefined): number | undefined {
  return atom?.kind === "point" ? measured(atom.value)?.number.valueOf() : undefined;
}

/** So many outcomes of an input are tried, from both ends. */
const MOST_TRIED = 12;

function choicesFor(free: Free): readonly Choice[] {
  const many = free.outcomes.length > MOST_TRIED;
  return free.outcomes.flatMap(({ atom }, place): Choice[] => {
    if (many && place >= MOST_TRIED / 2 && place < free.outcomes.length - MOST_TRIED / 2) return [];
    if (atom.kind !== "stretch") return [{ place }];
    return [atom.low, atom.high].flatMap(({ value, open }) => (value === undefined || open ? [] : [{ place, number: value }]));
  });
}

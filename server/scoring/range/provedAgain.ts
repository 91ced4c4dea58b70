import type { Atom, End, Outcome } from "../../expression/range/atom.ts";
import { gives, lazily, type PossibleRange, proved, type Reach, reaches } from "./summarised.ts";

/**
 * A range without the work that led to it, which is many times as large and seldom asked for: an editor keeps the ranges of hundreds of scores.
 * Answers that reach a value are found by working it out once more.
 */
export function provedAgain(make: () => PossibleRange | undefined): PossibleRange | undefined {
  const whole = make();
  if (!whole) return undefined;
  const outcomes = whole.outcomes.map(withoutProof);
  const again = (reach: Reach, ask: (range: PossibleRange) => Reach): Reach => {
    if (reach.possible === "no") return reach;
    // Whether a single number between others can be answered is known of the work alone.
    if (reach.possible === "unknown") {
      const range = make();
      return range ? ask(range) : reach;
    }
    return proved(reach.value, () => {
      const range = make();
      return range && ask(range).witness;
    });
  };
  // Whoever looks at one end looks at the other: the work is done once more, not twice.
  let ends: PossibleRange["witness"];
  const witness = (end: "min" | "max") => {
    if (ends === undefined) {
      const made = make()?.witness;
      ends = { min: made?.min, max: made?.max };
    }
    return ends[end];
  };
  return {
    ...whole,
    outcomes,
    witness:
      whole.witness &&
      lazily(
        () => witness("min"),
        () => witness("max"),
      ),
    reaches: (from, to) => again(reaches(outcomes, from, to), (range) => range.reaches(from, to)),
    gives: (value) => again(gives(outcomes, value), (range) => range.gives(value)),
  };
}

const withoutProof = ({ atom }: Outcome): Outcome => ({ atom: withoutProofs(atom) });

function withoutProofs(atom: Atom): Atom {
  return atom.kind === "stretch" ? { ...atom, at: undefined, low: endOnly(atom.low), high: endOnly(atom.high) } : atom;
}

const endOnly = ({ value, open, sure }: End): End => ({ value, open, sure });

import type { Outcome } from "./atom.ts";
import { coarse } from "./coarse.ts";
import { composed } from "./composed.ts";
import { normalised } from "./normalised.ts";
import { both } from "./proof.ts";
import { operandsOf, type Quantity } from "./quantity.ts";
import type { Region } from "./region.ts";

/** So many outcomes of one part are kept apart; more become stretches, whose ends are exact all the same. */
const MOST_APART = 400;
const MOST_APART_IN_CASES = 40;

type OutcomesOf = (input: Quantity) => readonly Outcome[];

/** A bound that takes every use of an input for one of its own: it holds all that is possible, and perhaps more. */
export function outerBound(region: Region, of: OutcomesOf): readonly Outcome[] {
  return apart(region, of, MOST_APART);
}

/** Everything computed as if all operands were independent. */
function apart({ inputs, inner }: Region, of: OutcomesOf, most: number): readonly Outcome[] {
  const found = new Map<Quantity, readonly Outcome[]>();
  let last: readonly Outcome[] = [];
  for (const input of inputs) found.set(input, few(of(input), most));
  for (const quantity of inner) {
    last = few(
      composed(quantity, (operand) => found.get(operand) ?? composed(operand, of)),
      most,
    );
    found.set(quantity, last);
  }
  return last;
}

function few(outcomes: readonly Outcome[], most: number): readonly Outcome[] {
  return outcomes.length <= most ? outcomes : coarse(outcomes);
}

/** So many cases times parts are gone through. */
const MOST_WORK = 5_000;

/**
 * The same for each combination of the inputs that are used more than once. With these fixed everything else is independent, so that the ends of each
 * case are exact, and so are those of all cases together. Undefined where there are too many cases, or an input is a stretch.
 */
export function caseByCase(region: Region, of: OutcomesOf): readonly Outcome[] | undefined {
  const shared = sharedInputs(region);
  const choices = shared.map(of);
  const cases = choices.reduce((product, outcomes) => product * outcomes.length, 1);
  if (cases * region.inner.length > MOST_WORK || choices.some((outcomes) => outcomes.some(({ atom }) => atom.kind !== "point")))
    return undefined;
  const all: Outcome[] = [];
  const chosen = new Map<Quantity, Outcome>();
  go(0);
  return normalised(all);

  function go(place: number): void {
    const input = shared[place];
    if (input === undefined) {
      const proofs = [...chosen.values()].reduce<Outcome["proof"]>((joined, { proof }) => both(proof, joined), undefined);
      const outcomes = apart(
        region,
        (each) => {
          const only = chosen.get(each);
          return only === undefined ? of(each) : [{ atom: only.atom }];
        },
        MOST_APART_IN_CASES,
      );
      for (const { atom, proof } of outcomes) all.push({ atom, proof: both(proof, proofs) });
      return;
    }
    for (const outcome of choices[place] ?? []) {
      chosen.set(input, outcome);
      go(place + 1);
    }
  }
}

/** The inputs from which more than one way leads to the region's quantity. */
function sharedInputs({ inputs, inner }: Region): readonly Quantity[] {
  const ways = new Map<Quantity, number>();
  const last = inner.at(-1);
  if (last !== undefined) ways.set(last, 1);
  for (const quantity of [...inner].reverse()) {
    for (const operand of operandsOf(quantity)) ways.set(operand, Math.min(2, (ways.get(operand) ?? 0) + (ways.get(quantity) ?? 0)));
  }
  return inputs.filter((input) => (ways.get(input) ?? 0) > 1);
}

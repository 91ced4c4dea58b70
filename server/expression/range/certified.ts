import { type Atom, doubted, type End, keyOfAtom, marked, type Outcome, type Stretch } from "./atom.ts";
import { Climber, numberIn } from "./climber.ts";
import { repaired } from "./evaluated.ts";
import { keyOf, measured, valueFor } from "./pointValue.ts";
import { both, type Choices, choicesOf, type Proof } from "./proof.ts";
import type { Quantity } from "./quantity.ts";

/** So many single values of an outer bound are tried. */
const MOST_TRIED = 64;

/**
 * An outer bound in which nothing is sure but what some answers are seen to reach: each value is computed from the answers that its proof names,
 * and for the two ends a climb from there looks for better ones. A bound that is sound and reached is exact, however it was found.
 */
export function certified(quantity: Quantity, bound: readonly Outcome[]): readonly Outcome[] {
  const climber = new Climber(quantity);
  const points = bound.filter(({ atom }) => atom.kind === "point");
  const tried = points.length <= MOST_TRIED ? points : endsOf(points);
  return bound.map((outcome) => {
    if (outcome.atom.kind === "stretch") {
      const stretch = doubted(outcome.atom);
      if (stretch.kind !== "stretch") return outcome;
      const low = certifyEnd(outcome.atom, outcome.atom.low, outcome.proof, -1);
      const high = certifyEnd(outcome.atom, outcome.atom.high, outcome.proof, 1);
      return { atom: { ...stretch, low, high, sure: low.sure || high.sure }, proof: outcome.proof };
    }
    const doubtful = { atom: marked(outcome.atom, false, []), proof: outcome.proof };
    if (outcome.atom.kind !== "point" || !tried.includes(outcome)) return doubtful;
    const { value } = outcome.atom;
    const goal = measured(value);
    const choices = repaired(quantity, choicesOf(outcome.proof));
    const hit = isReached(climber, choices, keyOf(value))
      ? choices
      : goal && climbTo(climber, choices, keyOf(value), sideOf(outcome, tried));
    return hit === undefined ? doubtful : { atom: marked(outcome.atom, true, []), proof: proofOf(hit) };
  });

  function certifyEnd(stretch: Stretch, end: End, proof: Proof | undefined, side: -1 | 1): End {
    const unsure = { ...end, sure: false, proof: undefined };
    if (end.value === undefined || end.open) return unsure;
    const key = keyOf(valueFor(stretch.measure, end.value));
    const choices = repaired(quantity, choicesOf(both(end.proof, proof)));
    const hit = isReached(climber, choices, key) ? choices : climbTo(climber, choices, key, side);
    return hit === undefined ? unsure : { ...end, sure: true, proof: proofOf(hit) };
  }
}

function sideOf(outcome: Outcome, tried: readonly Outcome[]): -1 | 0 | 1 {
  const mine = numberIn(outcome.atom);
  if (mine === undefined) return 0;
  const numbers = tried.map(({ atom }) => numberIn(atom)).filter((number) => number !== undefined);
  return mine === Math.min(...numbers) ? -1 : mine === Math.max(...numbers) ? 1 : 0;
}

function endsOf(points: readonly Outcome[]): readonly Outcome[] {
  const numbers = points.filter(({ atom }) => numberIn(atom) !== undefined);
  const rest = points.filter(({ atom }) => numberIn(atom) === undefined).slice(0, MOST_TRIED);
  const ordered = [...numbers].sort((a, b) => (numberIn(a.atom) ?? 0) - (numberIn(b.atom) ?? 0));
  return [ordered[0], ordered.at(-1), ...rest].filter((outcome) => outcome !== undefined);
}

const isReached = (climber: Climber, choices: Choices, key: string): boolean => sameValue(climber.reached(choices), key);

const climbTo = (climber: Climber, from: Choices, key: string, side: -1 | 0 | 1): Choices | undefined =>
  side === 0 ? undefined : climber.climb(from, side, (atom) => sameValue(atom, key));

function sameValue(atom: Atom | undefined, key: string): boolean {
  return atom?.kind === "point" && atom.sure && keyOfAtom(atom) === key;
}

function proofOf(choices: Choices): Proof | undefined {
  let proof: Proof | undefined;
  for (const [free, choice] of choices) proof = both({ kind: "choice", free, choice }, proof);
  return proof;
}

import { type Atom, doubted, type End, keyOfAtom, marked, type Outcome, type Stretch } from "./atom.ts";
import { evaluated, repaired } from "./evaluated.ts";
import { keyOf, measured, valueFor } from "./pointValue.ts";
import { both, type Choice, type Choices, choicesOf, type Proof } from "./proof.ts";
import { type Free, operandsOf, type Quantity } from "./quantity.ts";

/** So many single values of an outer bound are tried. */
const MOST_TRIED = 64;
/** So many nodes are computed in search of answers that reach an end. */
const MOST_WORK = 60_000;

/**
 * An outer bound in which nothing is sure but what some answers are seen to reach: each value is computed from the answers that its proof names,
 * and for the two ends a climb from there looks for better ones. A bound that is sound and reached is exact, however it was found.
 */
export function certified(quantity: Quantity, bound: readonly Outcome[]): readonly Outcome[] {
  const size = sizeOf(quantity);
  let work = 0;
  const reached = (choices: Choices): Atom | undefined => {
    work += size;
    return evaluated(quantity, choices);
  };
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
    const hit = sameValue(reached(choices), keyOf(value))
      ? choices
      : goal && climb(quantity, choices, keyOf(value), sideOf(outcome, tried));
    return hit === undefined ? doubtful : { atom: marked(outcome.atom, true, []), proof: proofOf(hit) };
  });

  function certifyEnd(stretch: Stretch, end: End, proof: Proof | undefined, side: -1 | 1): End {
    const unsure = { ...end, sure: false, proof: undefined };
    if (end.value === undefined || end.open) return unsure;
    const key = keyOf(valueFor(stretch.measure, end.value));
    const choices = repaired(quantity, choicesOf(both(end.proof, proof)));
    const hit = sameValue(reached(choices), key) ? choices : climb(quantity, choices, key, side);
    return hit === undefined ? unsure : { ...end, sure: true, proof: proofOf(hit) };
  }

  /** Changes one answer at a time as long as that leads further towards an end. */
  function climb(of: Quantity, start: Choices, goal: string, side: -1 | 0 | 1): Choices | undefined {
    if (side === 0) return undefined;
    const inputs = freeInputs(of);
    let choices = new Map(start);
    let best = numberIn(reached(choices));
    for (let better = true; better && work < MOST_WORK; ) {
      better = false;
      for (const free of inputs) {
        for (const choice of choicesFor(free)) {
          if (work >= MOST_WORK) return undefined;
          const changed = new Map(choices).set(free, choice);
          const atom = reached(changed);
          if (sameValue(atom, goal)) return changed;
          const number = numberIn(atom);
          if (number === undefined || (best !== undefined && (number - best) * side <= 0)) continue;
          [choices, best, better] = [changed, number, true];
        }
      }
    }
    return undefined;
  }
}

function sideOf(outcome: Outcome, tried: readonly Outcome[]): -1 | 0 | 1 {
  const mine = numberIn(outcome.atom);
  if (mine === undefined) return 0;
  const numbers = tried.map(({ atom }) => numberIn(atom)).filter((number) => number !== undefined);
  return mine === Math.min(...numbers) ? -1 : mine === Math.max(...numbers) ? 1 : 0;
}

/** For choosing a way only: what is reached is compared exactly. */
function numberIn(atom: Atom | undefined): number | undefined {
  return atom?.kind === "point" ? measured(atom.value)?.number.valueOf() : undefined;
}

function endsOf(points: readonly Outcome[]): readonly Outcome[] {
  const numbers = points.filter(({ atom }) => numberIn(atom) !== undefined);
  const rest = points.filter(({ atom }) => numberIn(atom) === undefined).slice(0, MOST_TRIED);
  const ordered = [...numbers].sort((a, b) => (numberIn(a.atom) ?? 0) - (numberIn(b.atom) ?? 0));
  return [ordered[0], ordered.at(-1), ...rest].filter((outcome) => outcome !== undefined);
}

function sameValue(atom: Atom | undefined, key: string): boolean {
  return atom?.kind === "point" && atom.sure && keyOfAtom(atom) === key;
}

function choicesFor(free: Free): readonly Choice[] {
  return free.outcomes.slice(0, 12).flatMap(({ atom }, place): Choice[] => {
    if (atom.kind !== "stretch") return [{ place }];
    return [atom.low, atom.high].flatMap(({ value, open }) => (value === undefined || open ? [] : [{ place, number: value }]));
  });
}

function proofOf(choices: Choices): Proof | undefined {
  let proof: Proof | undefined;
  for (const [free, choice] of choices) proof = both({ kind: "choice", free, choice }, proof);
  return proof;
}

function sizeOf(quantity: Quantity): number {
  return partsOf(quantity).size;
}

function freeInputs(quantity: Quantity): readonly Free[] {
  return [...partsOf(quantity)].filter((part) => part.kind === "free");
}

function partsOf(quantity: Quantity): ReadonlySet<Quantity> {
  const parts = new Set<Quantity>([quantity]);
  for (const part of parts) for (const operand of operandsOf(part)) parts.add(operand);
  return parts;
}

import type { Exact } from "../../number/exact.ts";
import type { Value } from "../value.ts";
import type { Outcome } from "./atom.ts";
import { NO_BOUND, outcomeOf, proofOf } from "./interval.ts";
import { partition, type Row } from "./pieces.ts";
import { both } from "./proof.ts";
import { operandsOf, type Quantity } from "./quantity.ts";
import type { Region } from "./region.ts";

/**
 * Outcomes of an input with its stretches cut where something that is computed from it changes. Within a piece such a thing is constant, so that
 * only one of several uses of the input is left with a stretch and nothing is lost by taking them apart.
 */
export function inPieces(region: Region, input: Quantity, outcomes: readonly Outcome[]): readonly Outcome[] {
  if (!outcomes.some(({ atom }) => atom.kind === "stretch")) return outcomes;
  if (usesOf(region, input) < 2) return outcomes;
  const cuts = cutsOf(region, input, 0).sort((a, b) => a.compare(b));
  const places = cuts.filter((cut, place) => place === 0 || !cut.equals(cuts[place - 1] ?? cut));
  return places.length === 0 ? outcomes : outcomes.flatMap((outcome) => cutOutcome(outcome, places));
}

function usesOf({ inner }: Region, input: Quantity): number {
  return inner.reduce((uses, quantity) => uses + operandsOf(quantity).filter((operand) => operand === input).length, 0);
}

const DEEPEST = 8;
const MOST_CUTS = 200;

/** Numbers of a quantity at which something computed from it changes its form; through what can be followed back, too. */
function cutsOf(region: Region, quantity: Quantity, depth: number): Exact[] {
  const cuts: Exact[] = [];
  if (depth > DEEPEST) return cuts;
  for (const user of region.inner) {
    if (user.kind !== "applied" || !user.of.includes(quantity)) continue;
    const values = user.of.map((operand): Value | undefined => (operand.kind === "known" ? operand.value : undefined));
    cuts.push(...(user.operation.cuts?.(values) ?? []));
    const { back } = user.operation;
    if (back === undefined || user.of.filter((operand) => operand.kind !== "known").length !== 1) continue;
    for (const cut of cutsOf(region, user, depth + 1)) {
      cuts.push(...[back(cut, values) ?? []].flat());
    }
  }
  return cuts.slice(0, MOST_CUTS);
}

function cutOutcome(outcome: Outcome, cuts: readonly Exact[]): readonly Outcome[] {
  const { atom } = outcome;
  if (atom.kind !== "stretch" || !atom.dense) return [outcome];
  const rows = cuts.flatMap((value, place): Row[] => {
    const before = cuts[place - 1];
    return [
      { from: before === undefined ? NO_BOUND : { value: before, open: true }, to: { value, open: true } },
      { from: { value, open: false }, to: { value, open: false } },
    ];
  });
  const { taken, rest } = partition(atom, rows);
  return [...taken.flat(), ...rest].map(({ part, sure }) => {
    const piece = outcomeOf(part, sure && atom.sure, atom.measure);
    // Whatever is constant within a piece does not say which of its numbers is meant: any will do, but one of its own.
    return { atom: piece.atom, proof: both(piece.proof ?? proofOf(part), outcome.proof) };
  });
}

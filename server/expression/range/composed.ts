import { NO_TAGS, type Outcome, point } from "./atom.ts";
import { coarse } from "./coarse.ts";
import type { Gathering, Reached } from "./gathering.ts";
import { MOST_POINTS, normalised } from "./normalised.ts";
import { type Operation, run } from "./operation.ts";
import { all, both } from "./proof.ts";
import type { Quantity } from "./quantity.ts";

/** So many combinations of operands are tried one by one. */
const MOST_COMBINATIONS = 40_000;
/** So many steps of a gathering are taken. */
const MOST_STEPS = 150_000;
/** So many states of a gathering are kept. */
const MOST_STATES = 20_000;

/** The outcomes of a quantity whose operands know nothing of each other. `of` gives the outcomes of an operand. */
export function composed(quantity: Quantity, of: (operand: Quantity) => readonly Outcome[]): readonly Outcome[] {
  switch (quantity.kind) {
    case "known":
      return [{ atom: point(quantity.value) }];
    case "free":
      return quantity.outcomes;
    case "applied":
      return normalised(applied(quantity.operation, quantity.of.map(of)));
    case "gathered": {
      const members = quantity.of.map(of);
      const found = quantity.gathering.independently?.(members);
      // What is found in one go has each value once already.
      return found?.every(({ atom }) => atom.kind === "point") === true && found.length <= MOST_POINTS
        ? found
        : normalised(found ?? gathered(quantity.gathering, members));
    }
  }
}

/** What an operation gives for operands that know nothing of each other. */
export function composedOf(operation: Operation, operands: readonly (readonly Outcome[])[]): readonly Outcome[] {
  return normalised(applied(operation, operands));
}

function applied(operation: Operation, operands: readonly (readonly Outcome[])[]): readonly Outcome[] {
  const results: Outcome[] = [];
  combine(fewEnough(operands), (combination) => {
    const proof = all(combination.map((outcome) => outcome.proof));
    for (const outcome of run(
      operation,
      combination.map(({ atom }) => atom),
    )) {
      results.push({ atom: outcome.atom, proof: both(outcome.proof, proof) });
    }
  });
  return results;
}

/** Where there are too many combinations, the operands with the most outcomes are taken as stretches. */
function fewEnough(operands: readonly (readonly Outcome[])[]): readonly (readonly Outcome[])[] {
  const reduced = [...operands];
  while (reduced.reduce((product, outcomes) => product * outcomes.length, 1) > MOST_COMBINATIONS) {
    const place = reduced.reduce((most, outcomes, at) => (outcomes.length > (reduced[most]?.length ?? 0) ? at : most), 0);
    const before = reduced[place] ?? [];
    const after = coarse(before);
    if (after.length >= before.length) break;
    reduced[place] = after;
  }
  return reduced;
}

function combine(operands: readonly (readonly Outcome[])[], take: (combination: readonly Outcome[]) => void): void {
  const chosen: Outcome[] = [];
  choose(0);

  function choose(place: number): void {
    const outcomes = operands[place];
    if (outcomes === undefined) {
      take(chosen);
      return;
    }
    for (const outcome of outcomes) {
      chosen[place] = outcome;
      choose(place + 1);
    }
  }
}

function gathered(gathering: Gathering, members: readonly (readonly Outcome[])[]): readonly Outcome[] {
  let states: readonly Reached[] = [{ state: gathering.start }];
  let steps = 0;
  for (const [place, outcomes] of members.entries()) {
    const next = new Map<string, Reached>();
    const choices = states.length * outcomes.length > MOST_STATES ? coarse(outcomes) : outcomes;
    steps += states.length * choices.length;
    if (steps > MOST_STEPS) return gathering.bound?.(members) ?? anything();
    for (const { state, proof } of states) {
      for (const { atom, proof: how } of choices) {
        for (const step of gathering.step(state, atom, place)) {
          if (!next.has(step.state.key)) next.set(step.state.key, { state: step.state, proof: all([step.proof, how, proof]) });
        }
      }
    }
    states = [...next.values()];
    if (states.length <= MOST_STATES) continue;
    const wider = gathering.widen?.(states);
    if (wider === undefined || wider.length > MOST_STATES) return gathering.bound?.(members) ?? anything();
    states = wider;
  }
  return states.flatMap(({ state, proof }) =>
    gathering.finish(state).map((outcome) => ({ atom: outcome.atom, proof: both(outcome.proof, proof) })),
  );
}

/** Nothing can be said but that it is some value, or missing. */
function anything(): readonly Outcome[] {
  return [{ atom: { kind: "unknown", type: "any", sure: false, tags: NO_TAGS } }, { atom: point(null, false) }];
}

import { type Atom, MISSING_POINT, point } from "./atom.ts";
import type { GatherState } from "./gathering.ts";
import { memberOf } from "./interval.ts";
import { run } from "./operation.ts";
import { valueFor } from "./pointValue.ts";
import type { Choices } from "./proof.ts";
import type { Free, Gathered, Quantity } from "./quantity.ts";
import { operandsFirst } from "./region.ts";

/** What a quantity is for one choice of all inputs; undefined where no one can answer so, or where it is not one value. An input without a choice takes its last outcome. */
export function evaluated(quantity: Quantity, choices: Choices): Atom | undefined {
  return evaluatedParts(operandsFirst(quantity), choices).get(quantity);
}

/**
 * The same choices with the last outcome (a blank) for inputs that make an answer impossible: parts of a proof that do not matter to a value need not
 * agree with the rest.
 */
export function repaired(quantity: Quantity, choices: Choices): Choices {
  const known = new Map<Quantity, Atom | undefined>();
  let kept = choices;
  // In the order in which parts are computed: a blank decides about what comes later.
  for (const part of operandsFirst(quantity)) {
    known.set(part, compute(part, known, kept));
    if (!isImpossible(part, known)) continue;
    const free = part.of.find((operand): operand is Free => operand.kind === "free");
    if (free === undefined) continue;
    kept = new Map(kept).set(free, { place: free.outcomes.length - 1 });
    known.set(free, compute(free, known, kept));
    known.set(part, compute(part, known, kept));
  }
  return kept;
}

/** Its operands are known and it is not. */
function isImpossible(part: Quantity, known: ReadonlyMap<Quantity, Atom | undefined>): part is Extract<Quantity, { kind: "applied" }> {
  return part.kind === "applied" && known.get(part) === undefined && part.of.every((operand) => known.get(operand) !== undefined);
}

function evaluatedParts(parts: readonly Quantity[], choices: Choices): ReadonlyMap<Quantity, Atom | undefined> {
  const known = new Map<Quantity, Atom | undefined>();
  for (const part of parts) known.set(part, compute(part, known, choices));
  return known;
}

function compute(part: Quantity, known: ReadonlyMap<Quantity, Atom | undefined>, choices: Choices): Atom | undefined {
  switch (part.kind) {
    case "known":
      return point(part.value);
    case "free":
      return chosen(part, choices);
    case "applied": {
      const atoms: Atom[] = [];
      for (const operand of part.of) {
        const atom = known.get(operand);
        if (atom === undefined) return undefined;
        atoms.push(atom);
      }
      return only(run(part.operation, atoms));
    }
    case "gathered":
      return gather(part, known);
  }
}

function gather(part: Gathered, known: ReadonlyMap<Quantity, Atom | undefined>): Atom | undefined {
  let state: GatherState = part.gathering.start;
  for (const [place, member] of part.of.entries()) {
    const atom = known.get(member);
    const [step, ...others] = atom === undefined ? [] : part.gathering.step(state, atom, place);
    if (step === undefined || others.length > 0) return undefined;
    state = step.state;
  }
  return only(part.gathering.finish(state));
}

/** The sign of an answer that is some text: which one does not matter to what is known of it. */
export const SOME_TEXT = "?";

function only(outcomes: readonly { readonly atom: Atom }[]): Atom | undefined {
  return outcomes.length === 1 && outcomes[0]?.atom.kind === "point" ? outcomes[0].atom : undefined;
}

function chosen(free: Free, choices: Choices): Atom {
  const choice = choices.get(free);
  const atom = (choice === undefined ? undefined : free.outcomes[choice.place]?.atom) ?? free.outcomes.at(-1)?.atom ?? MISSING_POINT;
  if (atom.kind === "unknown") return point(SOME_TEXT);
  return atom.kind === "stretch" ? point(valueFor(atom.measure, choice?.number ?? memberOf(atom))) : atom;
}

import { type Atom, MISSING_POINT, point } from "./atom.ts";
import type { GatherState } from "./gathering.ts";
import { memberOf } from "./interval.ts";
import { run } from "./operation.ts";
import { valueFor } from "./pointValue.ts";
import type { Choices } from "./proof.ts";
import type { Free, Quantity } from "./quantity.ts";

/** What a quantity is for one choice of all inputs; undefined where no one can answer so, or where it is not one value. An input without a choice takes its last outcome. */
export function evaluated(quantity: Quantity, choices: Choices): Atom | undefined {
  const known = new Map<Quantity, Atom | undefined>();
  return atomOf(quantity);

  function atomOf(part: Quantity): Atom | undefined {
    if (known.has(part)) return known.get(part);
    const atom = compute(part);
    known.set(part, atom);
    return atom;
  }

  function compute(part: Quantity): Atom | undefined {
    switch (part.kind) {
      case "known":
        return point(part.value);
      case "free":
        return chosen(part, choices);
      case "applied": {
        const atoms = part.of.map(atomOf).filter((atom) => atom !== undefined);
        return atoms.length < part.of.length ? undefined : only(run(part.operation, atoms));
      }
      case "gathered": {
        let state: GatherState = part.gathering.start;
        for (const [place, member] of part.of.entries()) {
          const atom = atomOf(member);
          const [step, ...others] = atom === undefined ? [] : part.gathering.step(state, atom, place);
          if (step === undefined || others.length > 0) return undefined;
          state = step.state;
        }
        return only(part.gathering.finish(state));
      }
    }
  }
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

import type { Exact } from "../../number/exact.ts";
import type { Free } from "./quantity.ts";

/**
 * How a value comes about: choices of free inputs. Kept as a tree that is shared between thousands of values and read only where someone asks
 * for the witness. Where an input is chosen twice the earlier part counts: an end of a stretch says more than what led to the stretch.
 */
export type Proof =
  | { readonly kind: "choice"; readonly free: Free; readonly choice: Choice }
  | { readonly kind: "both"; readonly first: Proof; readonly second: Proof }
  /** Worked out when asked for. */
  | { readonly kind: "later"; readonly make: () => Proof | undefined };

/** Which of an input's outcomes, counted from 0; of a stretch also the number. */
export interface Choice {
  readonly place: number;
  readonly number?: Exact;
}

/** What is chosen of each input; inputs that are not named may be anything. */
export type Choices = ReadonlyMap<Free, Choice>;

/** The proof of what needs no answers. */
export const NOTHING: Proof = { kind: "later", make: () => undefined };

/** Two proofs as one, where both are known. */
export function bothKnown(first: Proof | undefined, second: Proof | undefined): Proof | undefined {
  return first === undefined || second === undefined ? undefined : both(first, second);
}

/** Two proofs as one. */
export function both(first: Proof | undefined, second: Proof | undefined): Proof | undefined {
  if (first === undefined || first === second) return second;
  return second === undefined ? first : { kind: "both", first, second };
}

/** All of some proofs as one, earlier ones counting first. */
export function all(proofs: readonly (Proof | undefined)[]): Proof | undefined {
  return proofs.reduceRight<Proof | undefined>((rest, proof) => both(proof, rest), undefined);
}

/** The choices of a proof. */
export function choicesOf(proof: Proof | undefined): Map<Free, Choice> {
  const choices = new Map<Free, Choice>();
  const open: (Proof | undefined)[] = [proof];
  while (open.length > 0) {
    const next = open.pop();
    if (next === undefined) continue;
    if (next.kind === "both") open.push(next.second, next.first);
    else if (next.kind === "later") open.push(next.make());
    else if (!choices.has(next.free)) choices.set(next.free, next.choice);
  }
  return choices;
}

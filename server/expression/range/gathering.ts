import type { Exact } from "../../number/exact.ts";
import type { Atom, Outcome } from "./atom.ts";
import type { Proof } from "./proof.ts";

/** What has been gathered so far. Equal states have equal keys, whatever led to them. */
export interface Gathering {
  readonly key: string;
  /** Set where it is a weighted sum of its members that is missing where one of them is. */
  readonly factors?: readonly Exact[];
  /** The members must be taken in their order; else in any. */
  readonly ordered: boolean;
  readonly start: GatherState;
  /** Takes one member; more than one state where the member is a stretch that leads to different things. */
  step(state: GatherState, member: Atom, place: number): readonly GatherStep[];
  finish(state: GatherState): readonly Outcome[];
  /** What holds all results where there are too many states to go through. */
  bound?(members: readonly (readonly Outcome[])[]): readonly Outcome[] | undefined;
  /** About how many states there can be after so many outcomes of each member; by default few. */
  states?(outcomes: readonly number[]): number;
  /** Fewer states in the place of very many, that hold all of them; undefined where there is no way. */
  widen?(reached: readonly Reached[]): readonly Reached[] | undefined;
  /** A faster way to the same outcomes for members that know nothing of each other; undefined where it does not apply. */
  independently?(members: readonly (readonly Outcome[])[]): readonly Outcome[] | undefined;
}

/** Each gathering has its own kind of state and is only ever given what it made. */
export interface GatherState {
  readonly key: string;
  /** It holds a stretch, whose proofs are its own: an equal state is not the same. */
  readonly stretched?: boolean;
}
export interface GatherStep {
  readonly state: GatherState;
  readonly proof?: Proof;
}
/** A state and the answers that lead to it. */
export type Reached = GatherStep;

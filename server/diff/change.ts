import type { Place } from "../syntax/place.ts";

/** What kind of thing a change touches, from what nobody notices to what data are made of. */
export type ChangeClass = "cosmetic" | "wording" | "translation" | "option" | "code" | "key" | "routing" | "scoring" | "data column";

export const CHANGE_CLASSES: readonly ChangeClass[] = [
  "data column",
  "scoring",
  "key",
  "code",
  "routing",
  "option",
  "wording",
  "translation",
  "cosmetic",
];

/**
 * What the version number has to say (semantic versioning). Major: data or scores of the two versions may not be put together as they are.
 * Minor: something was added, and what was there is as it was. Patch: worded otherwise, or described otherwise.
 */
export type Bump = "none" | "patch" | "minor" | "major";

export const BUMPS: readonly Bump[] = ["none", "patch", "minor", "major"];

export const largest = (bumps: readonly Bump[]): Bump => BUMPS[Math.max(0, ...bumps.map((bump) => BUMPS.indexOf(bump)))] ?? "none";

/** One difference between two versions of a document. */
export interface Change {
  readonly class: ChangeClass;
  readonly needs: Bump;
  /** What changed, in a sentence. */
  readonly message: string;
  /** Where it stands in the old version, and in the new one. */
  readonly old?: Place;
  readonly now?: Place;
  /** The items and scores, by their new ids, whose data or values it touches. */
  readonly concerns: readonly string[];
  /**
   * What it does to scores that rest on what it concerns. `care`: people answered another text. `breaks`: other answers, other people or
   * another calculation. `weighed`: the contributions of the answers say so (`contributions.ts`).
   */
  readonly effect: "none" | "care" | "breaks" | "weighed";
  /** What is told of a score beside its value (`band`, the names of cut-offs and band sets), where only that changed. */
  readonly outputs?: readonly string[];
  /** The item whose answers count otherwise in a score, where that is all that is known. */
  readonly member?: string;
}

import type { Exact } from "../../number/exact.ts";
import type { Value } from "../value.ts";
import { keyOf, type Measure } from "./pointValue.ts";
import type { Proof } from "./proof.ts";

/**
 * What a quantity can be, piece by piece. A list of atoms always covers every value that the quantity can take (it is sound); `sure` says that
 * the piece is really reached. So a bound is exact where the atom that gives it is sure, and nothing is ever called exact by accident.
 */
export type Atom = Point | Stretch | Unknown;

/** An atom and answers that give it (of a stretch: answers that hold for all of it; its ends know the rest). */
export interface Outcome<A extends Atom = Atom> {
  readonly atom: A;
  readonly proof?: Proof;
}

/** One value. */
export interface Point {
  readonly kind: "point";
  readonly value: Value;
  /** Some answers give exactly this value. */
  readonly sure: boolean;
  readonly tags: Tags;
  /** The same for equal points: value, certainty and tags. */
  readonly key: string;
}

/** All numbers between two ends, as far as `dense` and `step` say. */
export interface Stretch {
  readonly kind: "stretch";
  /** What its numbers count. */
  readonly measure: Measure;
  readonly low: End;
  readonly high: End;
  /** Every number between the ends is reached; with a `step`, every number at so many steps from the low end, and no other. */
  readonly dense: boolean;
  /** The ends of a stretch with a step are closed where they are bounded; without a bound it passes through its other end, else through 0. */
  readonly step?: Exact;
  /** Some answers give a value in here. */
  readonly sure: boolean;
  readonly tags: Tags;
  /** Those of its tags of which only some numbers lead here: what is below 0, say. */
  readonly narrowed?: Tags;
  /** Answers that give a number inside; undefined where they cannot be told. */
  readonly at?: (value: Exact) => Proof | undefined;
}

/** A value of which nothing is known but its type: a free text, a date. */
export interface Unknown {
  readonly kind: "unknown";
  readonly type: UnknownType;
  readonly sure: boolean;
  readonly tags: Tags;
}
export type UnknownType = "number" | "text" | "truth" | "any";

export interface End {
  /** Undefined: no bound on this side. */
  readonly value?: Exact;
  /** The value itself does not belong to the stretch; with `sure`, values as near to it as one likes do. */
  readonly open: boolean;
  /** Reached (or, where open or without a bound, approached) by some answers. */
  readonly sure: boolean;
  /** Answers that reach a closed end. */
  readonly proof?: Proof;
}

/**
 * The inputs of which an atom still holds a whole stretch of possible numbers. Two atoms that share a tag go up and down together, which intervals
 * cannot see: what is computed from both is not sure.
 */
export type Tags = readonly number[];
export const NO_TAGS: Tags = [];

export function point(value: Value, sure = true, tags: Tags = NO_TAGS): Point {
  return { kind: "point", value, sure, tags, key: `${keyOf(value)}${marksOf(sure, tags)}` };
}

export const MISSING_POINT: Point = point(null);

/** The same atom with another certainty or other tags. */
export function marked(atom: Atom, sure: boolean, tags: Tags): Atom {
  if (atom.sure === sure && sameTags(atom.tags, tags)) return atom;
  if (atom.kind === "point") return point(atom.value, sure, tags);
  return atom.kind === "unknown" || tags.length > 0 ? { ...atom, sure, tags } : { ...atom, sure, tags, narrowed: undefined };
}

/** The inputs of which only some numbers lead to an atom. */
export function narrowingOf(atom: Atom): Tags {
  return atom.kind === "stretch" ? (atom.narrowed ?? NO_TAGS) : atom.tags;
}

/** The same atom, which only some numbers of more inputs lead to. */
export function narrowed(atom: Atom, by: Tags): Atom {
  if (by.length === 0) return atom;
  const tags = joinTags(atom.tags, by);
  return atom.kind === "stretch" ? { ...atom, tags, narrowed: joinTags(narrowingOf(atom), by) } : marked(atom, atom.sure, tags);
}

/** The same atom, of which nothing is sure to be reached. */
export function doubted(atom: Atom): Atom {
  if (atom.kind !== "stretch") return marked(atom, false, atom.tags);
  const { low, high } = atom;
  const unsure = { dense: false, step: undefined, at: undefined, sure: false };
  return { ...atom, ...unsure, low: { ...low, sure: false }, high: { ...high, sure: false } };
}

export function sameTags(left: Tags, right: Tags): boolean {
  return left === right || (left.length === right.length && left.every((tag, index) => tag === right[index]));
}

export function joinTags(left: Tags, right: Tags): Tags {
  if (right.length === 0 || left === right) return left;
  if (left.length === 0) return right;
  return [...new Set([...left, ...right])].sort((a, b) => a - b);
}

export function shareTag(left: Tags, right: Tags): boolean {
  return left.length > 0 && right.length > 0 && left.some((tag) => right.includes(tag));
}

/** A text that is the same for equal atoms: by it the states of a computation are merged. */
export function keyOfAtom(atom: Atom): string {
  if (atom.kind === "point") return atom.key;
  const marks = marksOf(atom.sure, atom.tags);
  if (atom.kind === "unknown") return `*${atom.type}${marks}`;
  const end = ({ value, open, sure }: End): string => `${value?.toFraction() ?? ""}${open ? "o" : ""}${sure ? "" : "?"}`;
  return `${atom.measure}[${end(atom.low)}:${end(atom.high)}${atom.dense ? "d" : ""}${atom.step?.toFraction() ?? ""}${marks}${atom.narrowed === undefined ? "" : `<${atom.narrowed.join()}`}`;
}

function marksOf(sure: boolean, tags: Tags): string {
  return `${sure ? "" : "?"}${tags.length === 0 ? "" : `@${tags.join()}`}`;
}

import type { Exact } from "../../number/exact.ts";
import type { Value } from "../value.ts";
import {
  type Atom,
  doubted,
  joinTags,
  marked,
  NO_TAGS,
  narrowed,
  narrowingOf,
  type Outcome,
  point,
  shareTag,
  type Tags,
  type UnknownType,
} from "./atom.ts";

/** No one can answer so: an option that is not offered, an answer to what is not asked. */
export const IMPOSSIBLE = Symbol("impossible");
/** It gives something, but what cannot be said. */
export const UNKNOWABLE = Symbol("unknowable");

/** A function of a few values: how it works on single values, and what it makes of whole stretches. */
export interface Operation {
  /** Operations with the same key do the same. */
  readonly key: string;
  readonly apply: (values: readonly Value[]) => Value | typeof IMPOSSIBLE | typeof UNKNOWABLE;
  /** For operands of which at least one is no single value. Sound: the outcomes cover whatever the operands can give together. */
  readonly spread?: (atoms: readonly Atom[]) => readonly Outcome[] | undefined;
  /** What it gives where nothing better is known. */
  readonly type: UnknownType;
  /** Set where the result is a weighted sum of the operands and a constant, and missing where one of them is. */
  readonly line?: (values: readonly (Value | undefined)[]) => { readonly factors: readonly Exact[]; readonly offset: Exact } | undefined;
  /** Where the result changes its form as one operand grows: at these numbers the operand may be cut into pieces. */
  readonly cuts?: (values: readonly (Value | undefined)[]) => readonly Exact[];
  /** For an operation that goes one way along its operand, or turns round: the operand that gives this number, or each that does. */
  readonly back?: (result: Exact, values: readonly (Value | undefined)[]) => Exact | readonly Exact[] | undefined;
}

/** Everything that an operation can give for these operands. */
export function run(operation: Operation, atoms: readonly Atom[]): readonly Outcome[] {
  const [only] = atoms;
  if (atoms.length === 1 && only?.kind === "point") {
    // By far the most frequent case: a recode, a reversal, a comparison with a number.
    const value = operation.apply([only.value]);
    if (value === IMPOSSIBLE) return [];
    return value === UNKNOWABLE ? unknownOutcomes(operation) : [{ atom: point(value, only.sure, only.tags) }];
  }
  const values: Value[] = [];
  for (const atom of atoms) if (atom.kind === "point") values.push(atom.value);
  const sure = atoms.every((atom) => atom.sure);
  const tags = all(atoms.map((atom) => atom.tags));
  const tied = tags.length > 0 && anyShared(atoms.map((atom) => atom.tags));
  if (values.length === atoms.length) {
    const value = operation.apply(values);
    if (value === IMPOSSIBLE) return [];
    return value === UNKNOWABLE ? unknownOutcomes(operation) : [{ atom: point(value, sure && !tied, tags) }];
  }
  const outcomes = operation.spread?.(atoms) ?? unknownOutcomes(operation);
  const [first, ...others] = outcomes;
  const narrowing = atoms.map(narrowingOf);
  // One single value for the whole stretch: nothing of the stretch is left in the result, and any of its numbers leads to it.
  if (first?.atom.kind === "point" && others.length === 0)
    return [{ atom: marked(first.atom, first.atom.sure && sure && !anyShared(narrowing), all(narrowing)) }];
  return outcomes.map(({ atom, proof }) => {
    const kept = tied ? doubted(atom) : atom;
    return { proof, atom: narrowed(marked(kept, kept.sure && sure, tags), others.length > 0 ? tags : all(narrowing)) };
  });
}

function all(each: readonly Tags[]): Tags {
  return each.reduce(joinTags, NO_TAGS);
}

function anyShared(each: readonly Tags[]): boolean {
  return each.some((tags, place) => each.slice(place + 1).some((others) => shareTag(tags, others)));
}

/** Anything of its type, and missing. */
function unknownOutcomes({ type }: Operation): readonly Outcome[] {
  return [{ atom: { kind: "unknown", type, sure: false, tags: NO_TAGS } }, { atom: point(null, false) }];
}

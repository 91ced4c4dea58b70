import type { Range } from "../problem.ts";

/**
 * The light tree of one segment of a YAML text. Offsets are counted from the start of the segment, so an edit above moves nothing.
 * It holds what was written, in the order it was written; what it means is the model's business.
 */
export type Node = Scalar | Mapping | Sequence | Alias;

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

interface Anchored extends Range {
  /** The name behind `&`, and where it stands. */
  readonly anchor?: { readonly name: string } & Range;
  readonly tag?: string;
}

/** One value. `start`/`end` cover the quotes or, for a block scalar, the header and the body without the final line break. */
export interface Scalar extends Anchored {
  readonly kind: "scalar";
  readonly style: ScalarStyle;
  /** The decoded text; of a plain scalar the characters as written (folded where it runs over lines). Empty for an absent value. */
  readonly text: string;
  /** What YAML 1.2's core schema makes of it: only plain scalars are anything but a string. Digits that matter are read from `text`. */
  readonly value: string | number | boolean | null;
}

export interface Pair {
  readonly key: Node;
  /** A scalar with an empty range after the colon where nothing was written. */
  readonly value: Node;
  /** A key of a flow mapping without a colon, as the tail of `{text: One, two}`. */
  readonly bare: boolean;
}

export interface Mapping extends Anchored {
  readonly kind: "mapping";
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface Sequence extends Anchored {
  readonly kind: "sequence";
  readonly flow: boolean;
  readonly items: readonly Node[];
}

export interface Alias extends Range {
  readonly kind: "alias";
  readonly name: string;
}

import type { Type } from "./type.ts";

/** What the names in a formula stand for. Whoever knows the document makes one; the checker asks it. */
export interface Scope {
  /** An item or a score; undefined of an unknown name. */
  find(id: string): Meaning | undefined;
  /** Every item and score, for "did you mean". */
  names(): Iterable<string>;
  /** The names from the first to the last, items in document order, scores in file order; undefined where they do not make a span. */
  span(first: string, last: string): readonly string[] | undefined;
  /** True of a table of the document, or `alias.table` of a library. */
  hasTable(name: string): boolean;
  tables(): Iterable<string>;
}

export interface Meaning {
  readonly kind: "item" | "score";
  /**
   * What the bare name stands for: of an item the answer as given, of a score its value. In a formula of a group it is a list of one such
   * type whose `column` is true.
   */
  readonly type: Type;
  /** Why the score of an item is another number than its code. Undefined where it is the same, and of a score. */
  readonly differs?: "reverse" | "score" | "key";
  /** True where `scored(name)` is a number. */
  readonly scorable: boolean;
  /** `band`, the names of cut-offs and of further band sets. */
  readonly properties: ReadonlyMap<string, Type>;
}

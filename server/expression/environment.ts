import type { Value } from "./value.ts";

/**
 * What a formula reads from outside: one person's answers and scores. In a group score a name gives a list whose `column` is true, one member
 * for each person (missing answers as missing members, so that two columns stay side by side).
 */
export interface Environment {
  /** A bare name: of an item the answer as given (the code), of a score its value. */
  value(id: string): Value;
  /** `scored(name)`: of an item its scored value, of a score its value. */
  scored(id: string): Value;
  /** `total.band`, `total.NAME_OF_CUTOFF`, `total.NAME_OF_BAND_SET` */
  property(id: string, property: string): Value;
  /** The names from the first to the last; empty where there is no such span. */
  span(first: string, last: string): readonly string[];
  /** The value that a table gives for another; missing where no row holds it. An imported table's name has a dot in it. */
  lookup(table: string, value: Value): Value;
}

/** Reads one thing for one row of data. */
export type Reader<Row> = (row: Row) => Value;

/** The same for many rows: what a name means is found once, when a formula is compiled, and read for each row. */
export interface Binding<Row> {
  value(id: string): Reader<Row>;
  scored(id: string): Reader<Row>;
  property(id: string, property: string): Reader<Row>;
  span(first: string, last: string): readonly string[];
  lookup(table: string): (row: Row, value: Value) => Value;
}

import type { Linkage } from "../model/study.ts";
import { coarsened } from "./coarsen.ts";

/** A table of data that is to leave the study. */
export interface DataTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** People who share what is said of them in some columns. */
export interface Combination {
  readonly values: readonly string[];
  readonly count: number;
}

/** What a table gives away of the people in it. */
export interface Disclosure {
  /** The columns that are looked at together, those that are made coarser as they leave. */
  readonly columns: readonly string[];
  readonly people: number;
  readonly combinations: number;
  readonly smallest: number;
  /** Those with fewer people than the smallest group, the rarest first. */
  readonly small: readonly Combination[];
  /** How many people are in them. */
  readonly exposed: number;
  /** How many would be, without each of the columns. */
  readonly without: readonly { readonly column: string; readonly exposed: number }[];
}

/** The combinations of some columns that fewer people share than the smallest group. An empty cell is a value like another. */
export function disclosureOf(
  table: DataTable,
  columns: readonly string[],
  { coarsen }: Pick<Linkage, "coarsen">,
  smallest: number,
): Disclosure {
  const places = columns.map((column) => placeOf(table, column));
  const readers = columns.map((column) => {
    const to = coarsen.find(({ name }) => isSame(name, column))?.to;
    return (cell: string) => (to === undefined || cell === "" ? cell : (coarsened(cell, to) ?? cell));
  });
  const rows = table.rows.map((row) => places.map((place, i) => readers[i]?.((row[place] ?? "").trim()) ?? ""));
  const all = combinationsOf(rows);
  const small = all
    .filter(({ count }) => count < smallest)
    .sort((a, b) => a.count - b.count || (a.values.join("\u0000") < b.values.join("\u0000") ? -1 : 1));
  return {
    columns,
    people: rows.length,
    combinations: all.length,
    smallest,
    small,
    exposed: sum(small),
    without:
      columns.length < 2
        ? []
        : columns.map((column, i) => ({
            column,
            exposed: sum(combinationsOf(rows.map((row) => row.filter((_, at) => at !== i))).filter(({ count }) => count < smallest)),
          })),
  };
}

const sum = (some: readonly Combination[]) => some.reduce((people, { count }) => people + count, 0);

function combinationsOf(rows: readonly (readonly string[])[]): Combination[] {
  const found = new Map<string, { values: readonly string[]; count: number }>();
  for (const values of rows) {
    const key = values.join("\u0000");
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { values, count: 1 });
  }
  return [...found.values()];
}

/** The place of a column, without regard to case; -1 where there is none. */
export function placeOf({ header }: DataTable, name: string): number {
  const exactly = header.findIndex((column) => column.trim() === name);
  return exactly >= 0 ? exactly : header.findIndex((column) => isSame(column.trim(), name));
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The table as it leaves: what is removed and the key taken out, what is coarsened made coarser. */
export function leaving(table: DataTable, { remove, key, coarsen }: Pick<Linkage, "remove" | "key" | "coarsen">): DataTable {
  const gone = new Set(
    [...remove, ...key, ...coarsen.filter(({ to }) => to === "drop").map(({ name }) => name)].map((name) => placeOf(table, name)),
  );
  const finer = new Map(coarsen.map(({ name, to }) => [placeOf(table, name), to]));
  const kept = table.header.map((_, place) => place).filter((place) => !gone.has(place));
  return {
    header: kept.map((place) => table.header[place] ?? ""),
    rows: table.rows.map((row) =>
      kept.map((place) => {
        const cell = row[place] ?? "";
        const to = finer.get(place);
        return to === undefined || cell.trim() === "" ? cell : (coarsened(cell.trim(), to) ?? cell);
      }),
    ),
  };
}

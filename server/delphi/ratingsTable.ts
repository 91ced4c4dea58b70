import type { Delphi } from "../model/delphi.ts";

/** A table of data as it was read: ratings, counts or a panel. */
export interface RatingsTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Something that is not right with a row of data, in words. `row` counts from 0; without one it is about the whole table. */
export interface RatingsFinding {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly row?: number;
  readonly column?: string;
}

/** The place of a column by one of its names, without regard to case; -1 where there is none. */
export function columnNamed({ header }: RatingsTable, ...names: readonly string[]): number {
  return header.findIndex((name) => names.includes(name.trim().toLowerCase()));
}

/** Finds ids without regard to case. */
export function idFinder(ids: readonly string[]): (text: string) => string | undefined {
  const known = new Map<string, string>();
  for (const id of ids) {
    known.set(id, id);
    if (!known.has(id.toLowerCase())) known.set(id.toLowerCase(), id);
  }
  return (text) => known.get(text) ?? known.get(text.trim().toLowerCase());
}

/** The groups that ratings are counted in: those of the study, else those that the data name. */
export function groupsIn(study: Delphi, tables: readonly (RatingsTable | undefined)[]): readonly string[] {
  const declared = study.panel.groups.ids();
  if (declared.length > 0) return declared;
  const found = new Set<string>();
  for (const table of tables) {
    const column = table ? columnNamed(table, "group") : -1;
    if (table && column >= 0) for (const row of table.rows) if (row[column]?.trim()) found.add(row[column].trim());
  }
  return [...found];
}

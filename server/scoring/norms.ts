import type { LookupTable } from "../model/instrument.ts";
import { type Exact, parseExact } from "../number/exact.ts";

/** What stands behind a lookup: raw value (and covariates) -> scaled value. */
export interface Lookup {
  /** Items or scores whose codes choose the part of the table; empty for a plain table. */
  readonly by: readonly string[];
  /** Undefined where the table has no row for it. */
  find(value: Exact, covariates: readonly string[]): Exact | undefined;
}

/** The rows written in the instrument: the first that holds the value. */
export function plainLookup(table: LookupTable): Lookup {
  return { by: [], find: (value) => table.rows.find(({ from, to }) => value.gte(from) && value.lte(to))?.value };
}

/** The lookup behind a table: its own rows, those that `norms` finds, or those of its file that came with the document. */
export function lookupOf(table: LookupTable, norms?: (table: LookupTable) => Lookup | undefined): Lookup | undefined {
  if (table.file === undefined) return plainLookup(table);
  const found = norms === undefined && table.norms ? normLookup(table, table.norms) : norms?.(table);
  return found && "problem" in found ? undefined : found;
}

/** The rows of a table, or of all groups of its file; none where they are not known. */
export function rowsOf(table: LookupTable): LookupTable["rows"] {
  if (table.file === undefined) return table.rows;
  const groups = table.norms && groupsOf(table, table.norms);
  return groups === undefined || "problem" in groups ? [] : [...groups.values()].flat();
}

/** The rows of each group of a file of norms, with the codes that make the group in the order of `by`; none where they are not known. */
export function groupRowsOf(table: LookupTable): readonly { readonly codes: readonly string[]; readonly rows: LookupTable["rows"] }[] {
  const groups = table.norms && groupsOf(table, table.norms);
  if (groups === undefined || "problem" in groups) return [];
  return [...groups].map(([key, rows]) => ({ codes: key.split("\n"), rows }));
}

/** What a table of norms needs besides the columns that its `by` and `value` name. */
export interface NormFile {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Norms from a data file: the columns named in `by`, the column named in `value`, and the raw value in the one other column (a number, or a
 * stretch as 7..9) or in two columns `from` and `to`. Names are matched without regard to case. What is wrong with the file is said in words.
 */
export function normLookup(table: LookupTable, file: NormFile): Lookup | { readonly problem: string } {
  const groups = groupsOf(table, file);
  if ("problem" in groups) return groups;
  return {
    by: table.by,
    find: (value, covariates) => groups.get(groupKey(covariates))?.find(({ from, to }) => value.gte(from) && value.lte(to))?.value,
  };
}

function groupsOf(table: LookupTable, file: NormFile): ReadonlyMap<string, readonly NormRow[]> | { readonly problem: string } {
  const header = file.header.map((name) => name.trim().toLowerCase());
  const columns = table.by.map((name) => header.indexOf(name.toLowerCase()));
  const lost = table.by.find((_, place) => columns[place] === -1);
  if (lost !== undefined) return { problem: `"${table.file ?? table.id}" has no column "${lost}"` };
  const named = header.indexOf((table.value ?? "value").toLowerCase());
  if (named < 0) return { problem: `"${table.file ?? table.id}" has no column "${table.value ?? "value"}"` };
  const raw = rawColumns(header, new Set([...columns, named]));
  if (raw === undefined)
    return { problem: `"${table.file ?? table.id}" needs one more column for the raw value, or two named "from" and "to"` };
  const found = new Map<string, NormRow[]>();
  for (const [place, cells] of file.rows.entries()) {
    const row = normRow(cells, raw, named);
    if (row === undefined) return { problem: `row ${place + 1} of "${table.file ?? table.id}" has no number where one is needed` };
    const key = groupKey(columns.map((column) => cells[column] ?? ""));
    const rows = found.get(key);
    if (rows === undefined) found.set(key, [row]);
    else rows.push(row);
  }
  return found;
}

interface NormRow {
  readonly from: Exact;
  readonly to: Exact;
  readonly value: Exact;
}

function rawColumns(header: readonly string[], taken: ReadonlySet<number>): readonly [number, number] | undefined {
  const [from, to] = [header.indexOf("from"), header.indexOf("to")];
  if (from >= 0 && to >= 0 && !taken.has(from) && !taken.has(to)) return [from, to];
  const rest = header.flatMap((name, column) => (name !== "" && !taken.has(column) ? [column] : []));
  const single = rest.length === 1 ? rest[0] : header.indexOf("raw") >= 0 ? header.indexOf("raw") : undefined;
  return single === undefined ? undefined : [single, single];
}

function normRow(cells: readonly string[], raw: readonly [number, number], named: number): NormRow | undefined {
  const [low = "", high = low] = raw[0] === raw[1] ? (cells[raw[0]] ?? "").split("..") : [cells[raw[0]] ?? "", cells[raw[1]] ?? ""];
  const [from, to, value] = [low, high, cells[named] ?? ""].map((cell) => parseExact(cell.trim()));
  return from === undefined || to === undefined || value === undefined ? undefined : { from, to, value };
}

/** Codes that are numbers are the same however they are written (`1`, `1.0`). */
function groupKey(codes: readonly string[]): string {
  return codes.map((code) => parseExact(code.trim())?.toFraction() ?? code.trim()).join("\n");
}

import { nearest } from "../expression/nearest.ts";
import type { LookupTable } from "../model/instrument.ts";
import { normLookup } from "../scoring/norms.ts";
import { type Context, type Finding, rule } from "./rule.ts";

/** A score that is looked up in such a table is missing for everybody. */
export default rule({
  code: "norms-not-read",
  severity: "error",
  summary: "The file of a table of norms is not there, or has not the columns that are named.",
  looksAt: "table",
  needs: ({ value: table }) => table.file !== undefined,
  yieldsTo: ["parameter-table-unnamed"],
  *check({ value: table }, { at }) {
    if (table.unread !== undefined) yield { at: at.value(table, "file"), message: table.unread };
    else if (table.norms) yield* inCells(table, table.norms.header, at);
  },
});

function* inCells(table: LookupTable, header: readonly string[], at: Context["at"]): Generator<Finding> {
  const known = header.map((name) => name.trim());
  const isLost = (name: string) => !known.some((column) => column.toLowerCase() === name.toLowerCase());
  const lack = (name: string): string => {
    const guess = nearest(name, known);
    const rest = guess === undefined ? `its columns are ${known.map((column) => `"${column}"`).join(", ")}` : `did you mean "${guess}"?`;
    return `"${table.file}" has no column "${name}": ${rest}`;
  };
  const lost = table.by.flatMap((name, place) => (isLost(name) ? [{ at: at.value(table, "by", place), message: lack(name) }] : []));
  yield* lost;
  if (table.value !== undefined && isLost(table.value)) yield { at: at.value(table, "value"), message: lack(table.value) };
  else if (lost.length === 0 && table.norms) {
    const read = normLookup(table, table.norms);
    if ("problem" in read) yield { at: at.value(table, "file"), message: read.problem };
  }
}

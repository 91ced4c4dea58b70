import type { LookupTable } from "../model/instrument.ts";
import { printExact } from "../number/print.ts";
import { groupRowsOf } from "../scoring/norms.ts";
import { rule } from "./rule.ts";

/** A table that goes up and down all the way gives names to values; a single step against all the others is a slip. */
export default rule({
  code: "lookup-not-monotone",
  severity: "warning",
  summary: "One row of a table runs against all the others.",
  looksAt: "table",
  *check({ value: table }, { at }) {
    if (table.file === undefined) {
      const odd = table.by.length > 0 ? undefined : oddRow(table.rows);
      if (odd) yield { at: at.whole(odd.row), message: told(odd) };
      return;
    }
    for (const { codes, rows } of groupRowsOf(table)) {
      const odd = oddRow(rows);
      const group = table.by.map((id, i) => `"${id}" is "${codes[i]}"`).join(" and ");
      if (odd) yield { at: at.value(table, "file"), message: `${group === "" ? "" : `where ${group}, `}${told(odd)}` };
    }
  },
});

type Row = LookupTable["rows"][number];

interface Odd {
  readonly before: Row;
  readonly row: Row;
  readonly rises: boolean;
}

function oddRow(table: readonly Row[]): Odd | undefined {
  if (table.length < 4) return undefined;
  const rows = [...table].sort((a, b) => a.from.compare(b.from));
  const steps = rows.slice(1).map((row, i) => row.value.compare(rows[i]?.value ?? row.value));
  const [up, down] = [steps.filter((step) => step > 0).length, steps.filter((step) => step < 0).length];
  const fewer = Math.min(up, down);
  if (fewer === 0 || fewer > 2 || fewer * 4 > steps.length) return undefined;
  const place = steps.findIndex((step) => (up > down ? step < 0 : step > 0));
  const [before, row] = [rows[place], rows[place + 1]];
  return before && row && { before, row, rises: up > down };
}

const told = ({ before, row, rises }: Odd): string =>
  `${printExact(before.from)} is looked up as ${printExact(before.value)} and ${printExact(row.from)} as ${printExact(row.value)}, while all other rows ${rises ? "rise" : "fall"}`;

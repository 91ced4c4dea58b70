import type { LookupTable, Recode, RecodeRow } from "../model/instrument.ts";
import { printExact } from "../number/print.ts";
import { groupRowsOf } from "../scoring/norms.ts";
import { rule } from "./rule.ts";

/** A table that goes up and down all the way gives names to values; a single step against all the others is a slip. */
export default rule({
  code: "lookup-not-monotone",
  severity: "warning",
  summary: "One row of a table or a recode runs against all the others.",
  looksAt: ["table", "recode"],
  *check(part, { at }) {
    if (part.kind === "recode") {
      const odd = oddRow(numbersOf(part.value), false);
      if (odd) yield { at: at.whole(odd.row.of), message: told(odd, "becomes", "becomes") };
      return;
    }
    const table = part.value;
    if (table.file === undefined) {
      const odd = table.by.length > 0 ? undefined : oddRow(table.rows);
      if (odd) yield { at: at.whole(odd.row), message: told(odd, "is looked up as", "as") };
      return;
    }
    for (const { codes, rows } of groupRowsOf(table)) {
      const odd = oddRow(rows);
      const group = table.by.map((id, i) => `"${id}" is "${codes[i]}"`).join(" and ");
      if (odd)
        yield { at: at.value(table, "file"), message: `${group === "" ? "" : `where ${group}, `}${told(odd, "is looked up as", "as")}` };
    }
  },
});

type Row = Pick<LookupTable["rows"][number], "from" | "value">;

interface Odd<R extends Row> {
  readonly before: R;
  readonly row: R;
  readonly rises: boolean;
}

/** The rows of a recode that lead from a number to a number. */
const numbersOf = ({ rows }: Recode): readonly (Row & { readonly of: RecodeRow })[] =>
  rows.flatMap((of) => {
    const { match, to } = of;
    return match.kind === "code" && match.number && to ? [{ from: match.number, value: to, of }] : [];
  });

/** `atEnds`: also where the row is the first or the last, which in a recode may stand apart on purpose. */
function oddRow<R extends Row>(table: readonly R[], atEnds = true): Odd<R> | undefined {
  if (table.length < 4) return undefined;
  const rows = [...table].sort((a, b) => a.from.compare(b.from));
  const steps = rows.slice(1).map((row, i) => row.value.compare(rows[i]?.value ?? row.value));
  const [up, down] = [steps.filter((step) => step > 0).length, steps.filter((step) => step < 0).length];
  const fewer = Math.min(up, down);
  if (fewer === 0 || fewer > 2 || fewer * 4 > steps.length) return undefined;
  const place = steps.findIndex((step) => (up > down ? step < 0 : step > 0));
  if (!atEnds && (place === 0 || place === steps.length - 1)) return undefined;
  const [before, row] = [rows[place], rows[place + 1]];
  return before && row && { before, row, rises: up > down };
}

const told = ({ before, row, rises }: Odd<Row>, becomes: string, and: string): string =>
  `${printExact(before.from)} ${becomes} ${printExact(before.value)} and ${printExact(row.from)} ${and} ${printExact(row.value)}, while all other rows ${rises ? "rise" : "fall"}`;

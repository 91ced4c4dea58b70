import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

/** A table that goes up and down all the way gives names to values; a single step against all the others is a slip. */
export default rule({
  code: "lookup-not-monotone",
  severity: "warning",
  summary: "One row of a table runs against all the others.",
  looksAt: "table",
  *check({ value: table }, { at }) {
    if (table.by.length > 0 || table.rows.length < 4) return;
    const rows = [...table.rows].sort((a, b) => a.from.compare(b.from));
    const steps = rows.slice(1).map((row, i) => row.value.compare(rows[i]?.value ?? row.value));
    const [up, down] = [steps.filter((step) => step > 0).length, steps.filter((step) => step < 0).length];
    const fewer = Math.min(up, down);
    if (fewer === 0 || fewer > 2 || fewer * 4 > steps.length) return;
    const place = steps.findIndex((step) => (up > down ? step < 0 : step > 0));
    const [before, row] = [rows[place], rows[place + 1]];
    if (!before || !row) return;
    yield {
      at: at.whole(row),
      message: `${printExact(before.from)} is looked up as ${printExact(before.value)} and ${printExact(row.from)} as ${printExact(row.value)}, while all other rows ${up > down ? "rise" : "fall"}`,
    };
  },
});

import type { Exact } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import { type Summary, summariser } from "../../scoring/summary.ts";
import type { World } from "../world.ts";
import type { LoadedInstrument } from "./load-instrument.ts";
import type { Extra } from "./write-people.ts";

/** Collects people and prints what each score looks like in the sample, with the correlations that show a wrongly keyed item. */
export function summaryPrinter({ compiled, errors }: LoadedInstrument, helpers: boolean, world: World): Extra {
  const scores = compiled.order
    .flatMap((id) => compiled.instrument.scores.get(id) ?? [])
    .filter(({ id, helper }) => (helpers || !helper) && !errors.has(id));
  const inFileOrder = compiled.instrument.scores.ids();
  const summarisers = scores
    .toSorted((a, b) => inFileOrder.indexOf(a.id) - inFileOrder.indexOf(b.id))
    .map((score) => ({ id: score.id, collected: summariser(compiled.instrument, score) }));
  return {
    add: (person) => {
      for (const { id, collected } of summarisers) {
        const result = person.result(id);
        if (result !== undefined) collected.add(result);
      }
    },
    finish: () => {
      world.out.write(printSummaries(summarisers.map(({ collected }) => collected.summary())));
      return undefined;
    },
  };
}

const COLUMNS = ["n", "missing", "min", "max", "mean", "sd", "alpha"] as const;

/** A table of the scores, then the corrected item-total correlations of each, those below zero named. */
export function printSummaries(summaries: readonly Summary[]): string {
  const rows = summaries.map((summary) => [summary.score, ...COLUMNS.map((column) => cell(summary[column], column))]);
  const table = aligned([["score", ...COLUMNS], ...rows]);
  const details = summaries.filter(({ items }) => items.some(({ itemTotal }) => itemTotal !== undefined)).map(printItems);
  return [table, ...details].join("\n");
}

function printItems({ score, items, complete }: Summary): string {
  const rows = items.map(({ id, itemTotal }) => [
    id,
    cell(itemTotal, "mean"),
    itemTotal !== undefined && itemTotal.s < 0n ? "negative: is this item keyed the wrong way round?" : "",
  ]);
  return `${score}: corrected item-total correlations${complete === undefined ? "" : ` (n = ${complete})`}\n${aligned(rows, "  ")}`;
}

/** Three decimals are what such tables are read to; ends are shown as they are. */
function cell(value: number | Exact | undefined, column: (typeof COLUMNS)[number]): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  return column === "min" || column === "max" ? printExact(value) : Number(value.valueOf()).toFixed(3);
}

function aligned(rows: readonly (readonly string[])[], indent = ""): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map(
      (row) =>
        indent + row.map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0))).join("  "),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}

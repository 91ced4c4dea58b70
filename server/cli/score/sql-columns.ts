import type { InstrumentSql } from "../../exchange/sql/instrument-sql.ts";
import type { SqlValue } from "../../exchange/sql/value.ts";
import { exact } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import { squareRoot } from "../../number/root.ts";
import type { Batch } from "../../scoring/batch.ts";

/** One output column: what is asked of the query for it, and the cell that is made of the answers. */
export interface SqlColumn {
  readonly name: string;
  readonly value: SqlValue;
  readonly pieces: readonly string[];
  print(values: readonly unknown[]): string;
}

/** The output columns of a batch, as the query gives them. */
export function sqlColumns(batch: Batch, sql: InstrumentSql): readonly SqlColumn[] {
  return batch.outputs.map(({ name, score }): SqlColumn => {
    const columns = sql.scores.get(score);
    const value: SqlValue = (name === score ? columns?.value : columns?.properties.get(name.slice(score.length + 1))) ?? {
      kind: "missing",
    };
    return { name, value, ...readingOf(value) };
  });
}

function readingOf(value: SqlValue): Pick<SqlColumn, "pieces" | "print"> {
  switch (value.kind) {
    case "number":
    case "root": {
      // The same few numbers come again and again.
      const known = new Map<unknown, string>();
      const isRoot = value.kind === "root";
      const { d } = value;
      if (typeof d === "bigint") return { pieces: [value.n.sql], print: ([n]) => remembered(known, n, () => printFraction(n, d, isRoot)) };
      return {
        pieces: [value.n.sql, d.sql],
        print: ([n, below]) => remembered(known, `${n}/${below}`, () => printFraction(n, below, isRoot)),
      };
    }
    case "truth":
      return { pieces: [value.is.sql], print: ([is]) => (is === null || is === undefined ? "" : String(is)) };
    case "text":
      return { pieces: [value.text.sql], print: ([text]) => (text === null || text === undefined ? "" : String(text)) };
    default:
      return { pieces: ["NULL"], print: () => "" };
  }
}

function remembered(known: Map<unknown, string>, key: unknown, make: () => string): string {
  let text = known.get(key);
  if (text === undefined) {
    text = make();
    if (known.size < 10_000) known.set(key, text);
  }
  return text;
}

function printFraction(n: unknown, d: unknown, isRoot: boolean): string {
  if (n === null || n === undefined) return "";
  const number = exact(BigInt(String(n)), BigInt(String(d)));
  const root = isRoot ? squareRoot(number)?.value : number;
  return root === undefined ? "" : printExact(root);
}

/** The output columns as one would read them: numbers divided, a property behind two underscores. */
export function printedColumns(columns: readonly SqlColumn[]): readonly string[] {
  return columns.map(({ name, value, pieces }) => {
    const [one = "NULL"] = pieces;
    const below = "d" in value ? (typeof value.d === "bigint" ? String(value.d) : value.d.sql) : "1";
    const divided = below === "1" ? one : `CAST(${one} AS DOUBLE) / ${below}`;
    const shown = value.kind === "root" ? `SQRT(${divided})` : value.kind === "number" ? divided : one;
    return `${shown} AS ${name.replace(".", "__")}`;
  });
}

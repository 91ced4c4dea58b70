import { closeSync, openSync } from "node:fs";
import { resolve } from "node:path";
import { quoted } from "../../exchange/sql/layers.ts";
import { bytesOf, openCsv } from "../data/csv-stream.ts";
import { systemReason } from "../files/read-file.ts";
import type { DuckDbConnection } from "./duckdb-package.ts";

/** A data file as DuckDB reads it: a relation with the columns c0, c1 …, and what they are named in the file. */
export interface DuckDbData {
  readonly relation: string;
  readonly header: readonly string[];
  readonly isSemicolon: boolean;
}

export type OpenedDuckDbData = { readonly data: DuckDbData } | { readonly wrong: string };

/** A CSV file is read as our own reader reads it: the same separator, every cell a text. */
export async function duckDbData(word: string, cwd: string, connection: DuckDbConnection): Promise<OpenedDuckDbData> {
  const absolute = resolve(cwd, word);
  if (/\.parquet$/i.test(word)) return await parquet(absolute, connection);
  if (/\.(xlsx|sav)$/i.test(word) || word === "-") return { wrong: "with --engine duckdb the data are a CSV or a Parquet file" };
  let descriptor: number;
  try {
    descriptor = openSync(absolute, "r");
  } catch (error) {
    return { wrong: `cannot read "${word}": ${systemReason(error)}` };
  }
  try {
    const opened = openCsv(bytesOf(descriptor));
    if ("unreadable" in opened) return { wrong: `${word}: unreadable-encoding: ${opened.unreadable}` };
    if ("empty" in opened) return { wrong: `"${word}" is empty: there is no header row` };
    const { header, form } = opened.stream;
    const columns = header.map((_, place) => `'c${place}': 'VARCHAR'`).join(", ");
    const separator = quoted(String.fromCharCode(form.separator));
    const how = `header = true, delim = ${separator}, quote = '"', escape = '"', auto_detect = false, columns = {${columns}}`;
    return { data: { relation: `read_csv(${quoted(absolute)}, ${how})`, header, isSemicolon: separator === "';'" } };
  } finally {
    closeSync(descriptor);
  }
}

async function parquet(absolute: string, connection: DuckDbConnection): Promise<OpenedDuckDbData> {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${quoted(absolute)})`);
  const header = described.getRows().map(([name]) => String(name));
  const columns = header.map((name, place) => `CAST("${name.replaceAll('"', '""')}" AS VARCHAR) AS c${place}`).join(", ");
  return { data: { relation: `(SELECT ${columns} FROM read_parquet(${quoted(absolute)}))`, header, isSemicolon: false } };
}

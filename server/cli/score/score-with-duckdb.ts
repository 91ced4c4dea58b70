import { WHOLE_ELSEWHERE, WHOLE_IN_DUCKDB } from "../../exchange/sql/functions.ts";
import { type InstrumentSql, instrumentSql } from "../../exchange/sql/instrument-sql.ts";
import { quoted } from "../../exchange/sql/layers.ts";
import { responseOf } from "../../model/resolve.ts";
import { type Batch, type BatchOptions, batchOf } from "../../scoring/batch.ts";
import type { Arguments } from "../arguments.ts";
import { outOf } from "../command.ts";
import { csvRow } from "../data/csv-write.ts";
import { type OutputFile, openOutput } from "../files/output-file.ts";
import { plural } from "../print/text.ts";
import { EXIT, refuse, type World } from "../world.ts";
import { type DuckDbData, duckDbData } from "./duckdb-data.ts";
import { type DuckDbConnection, installedDuckDb } from "./duckdb-package.ts";
import type { LoadedInstrument } from "./load-instrument.ts";
import { readMap, scoreOptionsFor } from "./score-options.ts";
import { printedColumns, type SqlColumn, sqlColumns } from "./sql-columns.ts";

/** Options that need people one by one, which a query does not have. */
const NOT_HERE = ["labels", "status", "groups", "summary", "trace", "row", "id", "data-report", "threads"] as const;

/** Scores a CSV or Parquet file as one query of DuckDB, or prints the query. */
export async function scoreWithDuckDb(given: Arguments, loaded: LoadedInstrument, word: string, world: World): Promise<number> {
  const odd = NOT_HERE.find((name) => given.text(name) !== undefined || given.flag(name));
  if (odd !== undefined) return refuse(world, `--${odd} does not go with --engine duckdb`);
  const duckDb = installedDuckDb(world.cwd);
  if (duckDb === undefined) return refuse(world, "--engine duckdb needs DuckDB beside Scalewright: npm install @duckdb/node-api");
  const instance = await duckDb.DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return await scoreData(given, loaded, word, world, connection);
  } catch (error) {
    if (!isDuckDbError(error)) throw error;
    return refuse(world, `DuckDB cannot score "${word}": ${firstLines(error.message)}`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function isDuckDbError(error: unknown): error is Error {
  return error instanceof Error && /^[A-Z][A-Za-z -]* Error: /.test(error.message);
}

function firstLines(message: string): string {
  return message.split("\n").slice(0, 2).join(" ").trim();
}

async function scoreData(
  given: Arguments,
  loaded: LoadedInstrument,
  word: string,
  world: World,
  connection: DuckDbConnection,
): Promise<number> {
  const opened = await duckDbData(word, world.cwd, connection);
  if ("wrong" in opened) return refuse(world, opened.wrong);
  const { data } = opened;
  const { instrument } = loaded.compiled;
  const map = readMap(given.text("map"), world, instrument, data.header);
  if (map !== undefined && "wrong" in map) return refuse(world, map.wrong);
  const options: BatchOptions = { ...scoreOptionsFor(given, map, data.isSemicolon), leaveOut: new Set(loaded.errors.keys()) };
  const batch = batchOf(loaded.compiled, data.header, options);
  const findings = batch.findings.filter(({ severity }) => severity === "error");
  for (const { message } of findings) world.err.write(`${word}: error ${message}\n`);
  for (const [id, reason] of batch.leftOut) world.err.write(`${loaded.document.file}: "${id}" is left out: ${reason}\n`);
  if (findings.some(({ code }) => code === "kept-column-named-like-a-score")) return EXIT.findings;
  const isPrinted = given.flag("print-sql");
  const written = query(loaded, batch, data, options, isPrinted);
  if ("refused" in written) {
    return refuse(
      world,
      `this instrument cannot be scored as SQL exactly; use the own engine\n${written.refused.map((reason) => `  ${reason}`).join("\n")}`,
    );
  }
  const failed = findings.length > 0 || batch.leftOut.size > 0;
  const columns = sqlColumns(batch, written.sql);
  if (isPrinted) return print(given, written.sql, batch, columns, failed, world);
  await connection.run(WHOLE_IN_DUCKDB);
  await connection.run(`CREATE TEMP VIEW answers AS SELECT * FROM ${data.relation}`);
  const strange = await checkCells(written.sql, batch, word, connection, world);
  if (strange !== undefined) return refuse(world, strange);
  const wrong = await writeRows(given, batch, written.sql, columns, connection, world);
  if (wrong !== undefined) return refuse(world, wrong);
  return failed ? EXIT.findings : EXIT.fine;
}

function query({ compiled }: LoadedInstrument, batch: Batch, data: DuckDbData, options: BatchOptions, isPrinted: boolean) {
  const column = (place: number): string => (isPrinted ? identifier(data.header[place] ?? "") : `c${place}`);
  const spread = batch.columns
    .filter(({ at }) => at === undefined)
    .map(({ item }) => `item "${item.id}": answers spread over several columns`);
  if (spread.length > 0) return { refused: spread };
  const places = new Map(batch.columns.map(({ item, at }) => [item.id, at]));
  const cell = (id: string): string | undefined => {
    const at = places.get(id);
    const item = compiled.instrument.items.get(id);
    if (at === undefined || item === undefined) return undefined;
    const type = responseOf(compiled.instrument, item)?.type;
    const text = `COALESCE(CAST(${column(at)} AS VARCHAR), '')`;
    const blank = [...(options.blank ?? [])];
    const filled = blank.length === 0 ? text : `CASE WHEN ${text} IN (${blank.map(quoted).join(", ")}) THEN '' ELSE ${text} END`;
    const trimmed = `TRIM(BOTH ' \t\r\n\u00a0' FROM ${filled})`;
    return options.decimalComma === true && type !== "text" ? `REPLACE(${trimmed}, ',', '.')` : trimmed;
  };
  const kept = new Map(batch.kept.map((at, place) => [`kept__${place}`, column(at)]));
  return instrumentSql(compiled, { cell, kept, scores: [...new Set(batch.outputs.map(({ score }) => score))] });
}

function identifier(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function print(given: Arguments, sql: InstrumentSql, batch: Batch, columns: readonly SqlColumn[], failed: boolean, world: World): number {
  const names = batch.kept.map((_, place) => `kept__${place} AS ${identifier(batch.header[place] ?? "")}`);
  const text = [
    "-- The scores of people from the relation answers, one row a person; its columns hold texts or numbers.",
    "-- Verdicts rest on whole numbers only; the last SELECT divides them for reading.",
    "-- WHOLE is a whole-number division. Other engines write it so:",
    ...WHOLE_ELSEWHERE.map((each) => `--   ${each}`),
    WHOLE_IN_DUCKDB,
    sql.with,
    `SELECT\n  ${[...names, ...printedColumns(columns)].join(",\n  ")}\nFROM ${sql.last}`,
    "",
  ].join("\n");
  const out = outOf(given);
  const opened = out === undefined ? undefined : openOutput(out, world.cwd);
  if (opened !== undefined && "failed" in opened) return refuse(world, opened.failed);
  if (opened === undefined) world.out.write(text);
  const wrong = opened?.output.write(text) ?? opened?.output.finish();
  if (wrong !== undefined) return refuse(world, wrong);
  return failed ? EXIT.findings : EXIT.fine;
}

/** Cells that are no answers are warned of; one that only our own engine reads keeps the whole file from being scored here. */
async function checkCells(
  sql: InstrumentSql,
  batch: Batch,
  word: string,
  connection: DuckDbConnection,
  world: World,
): Promise<string | undefined> {
  const counts = sql.checks.flatMap(({ outside, strange }) => [outside, strange]);
  const asked = counts.map((piece) => `COUNT(CASE WHEN ${piece?.sql ?? "1 = 0"} THEN 1 END)`);
  if (asked.length === 0) return undefined;
  const [row = []] = (await connection.runAndReadAll(`${sql.with} SELECT ${asked.join(", ")} FROM ${sql.last}`)).getRows();
  for (const [place, { item }] of sql.checks.entries()) {
    const [outside, strange] = [Number(row[place * 2]), Number(row[place * 2 + 1])];
    const column = batch.columns.find((each) => each.item.id === item)?.name ?? item;
    if (strange > 0) {
      return `the column "${column}" has ${plural(strange, "cell")} written as only the own engine reads numbers, such as 1e2; score without --engine duckdb`;
    }
    if (outside > 0)
      world.err.write(`${word}: warning answer-outside-response: ${plural(outside, "cell")} of "${column}" are no answers to "${item}"\n`);
  }
  return undefined;
}

async function writeRows(
  given: Arguments,
  batch: Batch,
  sql: InstrumentSql,
  columns: readonly SqlColumn[],
  connection: DuckDbConnection,
  world: World,
): Promise<string | undefined> {
  const kept = batch.kept.map((_, place) => `kept__${place}`);
  const pieces = [...kept, ...columns.flatMap((column) => column.pieces)];
  const out = outOf(given);
  const opened = out === undefined ? undefined : openOutput(out, world.cwd);
  if (opened !== undefined && "failed" in opened) return opened.failed;
  const output: OutputFile | undefined = opened?.output;
  let rows = 0;
  try {
    let wrong = write(csvRow(batch.header));
    // Several threads hand out rows as they are done with them; the output stands in the order of the data.
    await connection.run("SET threads = 1");
    const result = await connection.stream(`${sql.with} SELECT ${pieces.join(", ")} FROM ${sql.last}`);
    for (
      let chunk = await result.fetchChunk();
      chunk !== null && chunk.rowCount > 0 && wrong === undefined;
      chunk = await result.fetchChunk()
    ) {
      const cells = chunk.getColumns();
      const texts: string[] = [];
      for (let row = 0; row < chunk.rowCount; row++) {
        const own: string[] = kept.map((_, place) => String(cells[place]?.[row] ?? ""));
        let at = kept.length;
        for (const column of columns) {
          own.push(column.print(column.pieces.map((_, piece) => cells[at + piece]?.[row])));
          at += column.pieces.length;
        }
        texts.push(csvRow(own));
      }
      wrong = write(texts.join(""));
      rows += chunk.rowCount;
    }
    if (wrong !== undefined) return wrong;
  } catch (error) {
    output?.abandon();
    throw error;
  }
  const failed = output?.finish();
  if (failed === undefined && out !== undefined && !given.flag("quiet")) world.err.write(`scored ${plural(rows, "row")}\n`);
  return failed;

  function write(text: string): string | undefined {
    if (output !== undefined) return output.write(text);
    world.out.write(text);
    return undefined;
  }
}

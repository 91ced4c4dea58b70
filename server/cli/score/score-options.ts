import { resolve } from "node:path";
import type { Instrument } from "../../model/instrument.ts";
import type { BatchOptions } from "../../scoring/batch.ts";
import type { Arguments } from "../arguments.ts";
import { SEMICOLON } from "../data/csv-form.ts";
import type { CsvStream } from "../data/csv-stream.ts";
import { readCsv } from "../data/read-csv.ts";
import { readFile } from "../files/read-file.ts";
import { nearest } from "../nearest.ts";
import type { World } from "../world.ts";

export type ScoreOptions = { readonly options: BatchOptions } | { readonly wrong: string };

/** How the data are to be read, from the command line and from the file itself. */
export function scoreOptions(given: Arguments, world: World, instrument: Instrument, stream: CsvStream): ScoreOptions {
  const map = readMap(given.text("map"), world, instrument, stream.header);
  if (map !== undefined && "wrong" in map) return map;
  return { options: scoreOptionsFor(given, map, stream.form.separator === SEMICOLON) };
}

/** The same where the columns are mapped already. */
export function scoreOptionsFor(given: Arguments, map: ReadonlyMap<string, string> | undefined, isSemicolon: boolean): BatchOptions {
  const decimal = given.text("decimal");
  return {
    map,
    labels: given.flag("labels"),
    decimalComma: decimal === undefined ? isSemicolon : decimal === ",",
    blank: new Set(given.texts("na").flatMap((word) => word.split(","))),
    keepItems: given.flag("keep-items"),
    helpers: given.flag("helpers"),
    status: given.flag("status"),
  };
}

/** The file of `--map`: column -> item. */
export function readMap(
  name: string | undefined,
  world: World,
  instrument: Instrument,
  header: readonly string[],
): ReadonlyMap<string, string> | { readonly wrong: string } | undefined {
  if (name === undefined) return undefined;
  const read = readFile(resolve(world.cwd, name), name);
  if ("failed" in read) return { wrong: read.failed };
  const csv = readCsv(read.bytes);
  if ("wrong" in csv) return { wrong: `${name}: ${csv.code}: ${csv.wrong}` };
  const [columnAt, itemAt] = ["column", "item"].map((wanted) => csv.csv.header.findIndex((title) => title.trim().toLowerCase() === wanted));
  if (columnAt === undefined || itemAt === undefined || columnAt < 0 || itemAt < 0) {
    return { wrong: `"${name}" needs the columns "column" and "item", it has ${csv.csv.header.map((title) => `"${title}"`).join(", ")}` };
  }
  const map = new Map<string, string>();
  for (const [index, row] of csv.csv.rows.entries()) {
    const [column, item] = [row[columnAt] ?? "", (row[itemAt] ?? "").trim()];
    const wrong = wrongRow(column, item, instrument, header, map);
    if (wrong !== undefined) return { wrong: `${name}:${csv.csv.lines[index]}: ${wrong}` };
    map.set(column, item);
  }
  return map;
}

function wrongRow(
  column: string,
  item: string,
  instrument: Instrument,
  header: readonly string[],
  map: ReadonlyMap<string, string>,
): string | undefined {
  if (map.has(column)) return `the column "${column}" is mapped twice`;
  if (!header.includes(column)) return `the data have no column "${column}"${meant(column, header)}`;
  const [base = ""] = item.split("__");
  const known = instrument.items.ids();
  const lower = base.toLowerCase();
  if (!known.some((id) => id.toLowerCase() === lower)) return `there is no item "${item}"${meant(item, known)}`;
  return undefined;
}

function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

import type { RatingsTable } from "../../delphi/ratingsTable.ts";
import { openData } from "../data/open-data.ts";
import { readRows } from "../data/read-csv.ts";
import type { World } from "../world.ts";

/** A table of data with the line of the file that each row begins on. */
export interface ReadTable extends RatingsTable {
  readonly file: string;
  readonly lines: readonly number[];
}

/** Reads a whole table from CSV, .xlsx, .sav or standard input. */
export async function readTable(word: string, world: World): Promise<{ readonly table: ReadTable } | { readonly wrong: string }> {
  const opened = await openData(word, world);
  if ("wrong" in opened) return opened;
  const { data } = opened;
  try {
    const read = readRows(data.stream);
    return "wrong" in read ? { wrong: `${data.file}: ${read.code}: ${read.wrong}` } : { table: { ...read.csv, file: data.file } };
  } finally {
    data.close();
  }
}

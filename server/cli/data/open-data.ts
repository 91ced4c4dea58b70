import { closeSync, openSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { systemReason } from "../files/read-file.ts";
import type { World } from "../world.ts";
import { bytesFrom, bytesOf, type CsvStream, openCsv, type ReadBytes } from "./csv-stream.ts";
import type { TableAsCsv } from "./read-xlsx.ts";

/** A data file that is open: CSV as it stands, other kinds turned into CSV on the way. */
export interface OpenedData {
  readonly stream: CsvStream;
  /** As it is shown. */
  readonly file: string;
  /** Of a file on disk, to judge whether threads are worth while. */
  readonly size: number;
  readonly close: () => void;
}

export type OpenData = { readonly data: OpenedData } | { readonly wrong: string };

/** Opens `data.csv`, `-` for standard input, `data.xlsx`, or `data.sav` where its reader is installed. */
export async function openData(word: string, world: World): Promise<OpenData> {
  const absolute = resolve(world.cwd, word);
  if (/\.xlsx$/i.test(word)) return fromTable(word, await (await import("./read-xlsx.ts")).readXlsx(absolute, word));
  if (/\.sav$/i.test(word)) return fromTable(word, await (await import("./read-sav.ts")).readSav(absolute, word));
  // Of standard input nobody knows the size: it may be large.
  if (word === "-") return fromStream("<stdin>", world.readStdin, Number.POSITIVE_INFINITY, () => undefined);
  let descriptor: number;
  try {
    if (statSync(absolute).isDirectory()) return { wrong: `cannot read "${word}": it is a folder` };
    descriptor = openSync(absolute, "r");
  } catch (error) {
    const code = error instanceof Error && "code" in error && error.code === "ENOENT" ? "data-file-not-found: " : "";
    return { wrong: `${code}cannot read "${word}": ${systemReason(error)}` };
  }
  try {
    return fromStream(word, bytesOf(descriptor), statSync(absolute).size, () => closeSync(descriptor));
  } catch (error) {
    closeSync(descriptor);
    return { wrong: `cannot read "${word}": ${systemReason(error)}` };
  }
}

function fromTable(file: string, table: TableAsCsv): OpenData {
  return "wrong" in table ? table : fromStream(file, bytesFrom(table.csv), table.csv.length, () => undefined);
}

function fromStream(file: string, read: ReadBytes, size: number, close: () => void): OpenData {
  const opened = openCsv(read);
  if ("stream" in opened) return { data: { stream: opened.stream, file, size, close } };
  close();
  return { wrong: "empty" in opened ? `"${file}" is empty: there is no header row` : `${file}: unreadable-encoding: ${opened.unreadable}` };
}

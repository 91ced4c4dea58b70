import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readFile } from "../files/read-file.ts";
import { csvRow } from "./csv-write.ts";
import { momentText, numberText } from "./number-text.ts";
import type { TableAsCsv } from "./read-xlsx.ts";

/** An SPSS file as CSV. Its reader is no part of the program: who has .sav files installs it beside. */
export async function readSav(absolute: string, shown: string): Promise<TableAsCsv> {
  const read = readFile(absolute, shown);
  if ("failed" in read) return { wrong: read.failed };
  const reader = installedReader(dirname(absolute));
  if (reader === undefined) return { wrong: `cannot read "${shown}": for .sav files install their reader, npm install sav-reader` };
  try {
    const sav = new reader.SavBufferReader(read.bytes);
    await sav.open();
    const { sysvars } = sav.meta;
    const lines = [csvRow(sysvars.map(({ name }) => name))];
    for (const row of await sav.readAllRows(true))
      lines.push(csvRow(sysvars.map(({ name, printFormat }) => cellText(row[name], printFormat.type))));
    return { csv: Buffer.from(lines.join("")) };
  } catch (error) {
    return { wrong: `cannot read "${shown}" as an .sav file: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** As much of the package `sav-reader` as is used. */
interface SavPackage {
  readonly SavBufferReader: new (bytes: Buffer) => SavFile;
}
interface SavFile {
  open(): Promise<void>;
  readonly meta: { readonly sysvars: readonly { readonly name: string; readonly printFormat: { readonly type: number } }[] };
  readAllRows(includeNulls: boolean): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** Looked for where the data are, then where the program is. */
function installedReader(folder: string): SavPackage | undefined {
  for (const from of [join(folder, "data"), import.meta.url]) {
    try {
      return createRequire(from)("sav-reader");
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND")) throw error;
    }
  }
  return undefined;
}

/** Print formats of SPSS that show a number of seconds as a date or a time (PSPP Developers Guide, System File Format). */
const DATES: readonly number[] = [20, 22, 23, 24, 38, 39];
const TIMES: readonly number[] = [21, 25];
/** Seconds from 14 October 1582, where SPSS begins, to 1 January 1970. */
const TO_1970 = 12_219_379_200;

function cellText(value: unknown, format: number): string {
  // The lowest double is how SPSS writes that there is no value.
  if (value === null || value === undefined || value === -Number.MAX_VALUE) return "";
  if (typeof value !== "number") return String(value);
  if (DATES.includes(format)) return momentText(new Date((value - TO_1970) * 1000));
  if (TIMES.includes(format)) return clockText(value);
  return numberText(value);
}

function clockText(seconds: number): string {
  const two = (part: number): string => String(Math.floor(part)).padStart(2, "0");
  const rest = seconds % 60;
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}${rest === 0 ? "" : `:${two(rest)}`}`;
}

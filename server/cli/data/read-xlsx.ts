import { readFile } from "../files/read-file.ts";
import { csvRow } from "./csv-write.ts";
import { momentText, numberText } from "./number-text.ts";

/** The bytes of another kind of file as CSV, or why it could not be read. */
export type TableAsCsv = { readonly csv: Uint8Array } | { readonly wrong: string };

/** The first sheet of a workbook as CSV: numbers as they were typed, dates as 2026-02-23, clock times as 23:15. */
export async function readXlsx(absolute: string, shown: string): Promise<TableAsCsv> {
  const read = readFile(absolute, shown);
  if ("failed" in read) return { wrong: read.failed };
  const { readSheet } = await import("read-excel-file/node");
  let rows: readonly (readonly unknown[])[];
  try {
    rows = await readSheet(read.bytes, { trim: false });
  } catch (error) {
    return { wrong: `cannot read "${shown}" as an .xlsx workbook: ${error instanceof Error ? error.message : String(error)}` };
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  const lines = rows.map((row) => csvRow(Array.from({ length: width }, (_, column) => cellText(row[column]))));
  return { csv: Buffer.from(lines.join("")) };
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return numberText(value);
  return value instanceof Date ? momentText(value) : String(value);
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyse } from "../../server/analysis/engine.ts";
import { readCsv } from "../../server/cli/data/read-csv.ts";
import type { RatingsTable } from "../../server/delphi/ratingsTable.ts";
import type { Delphi } from "../../server/model/delphi.ts";

const FOLDER = fileURLToPath(new URL("data/", import.meta.url));

/** A table that someone else computed, or data that it was computed from: each row by the names of its columns. */
export function rowsOf(name: string): readonly Readonly<Record<string, string>>[] {
  const { header, rows } = tableOf(name);
  return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? ""])));
}

export function tableOf(name: string): RatingsTable {
  const read = readCsv(readFileSync(join(FOLDER, name)));
  if ("wrong" in read) throw new Error(read.wrong);
  return read.csv;
}

/** A study from its text, which must have no error but those that are looked for. */
export function studyOf(text: string, expected: readonly string[] = []): Delphi {
  const { delphi, problems } = analyse(text);
  const errors = problems.filter(({ severity, code }) => severity === "error" && !expected.includes(code));
  if (!delphi || errors.length > 0) throw new Error(`no study: ${errors.map(({ message }) => message).join("; ")}`);
  return delphi;
}

/** What every study of these tests has beside its own. */
export const HEAD = `delphi: vectors
title: Test vectors
version: 1.0.0
language: en
licence: {name: CC0, permission: free}
`;

/** Words as they stand; numbers within half a unit of the last digit printed (and a little for those who rounded twice). */
export function agrees(found: string | undefined, expected: string): boolean {
  if (found === expected) return true;
  const decimals = expected.split(".")[1]?.length ?? 0;
  return found !== undefined && found !== "" && /\d/.test(expected) && Math.abs(Number(found) - Number(expected)) <= 0.51 * 10 ** -decimals;
}

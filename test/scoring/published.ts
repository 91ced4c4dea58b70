import { readFileSync } from "node:fs";
import { analyse } from "../../server/analysis/engine.ts";
import type { Instrument } from "../../server/model/instrument.ts";

/** The folders of published keys, each with an instrument, answers and scores computed elsewhere (R 4.2, and a second program where one is named). */
export const PUBLISHED = [
  "audit",
  "djg11",
  "ghq12",
  "hse-msit",
  "intention-to-leave",
  "job-discrepancy",
  "k10",
  "nhs-engagement",
  "nps",
  "olbi",
  "phq9",
  "psqi",
  "pss10",
  "rand36",
  "sdq",
  "soses6",
  "sus",
  "wemwbs",
] as const;

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function publishedInstrument(id: string): Instrument {
  const text = readFileSync(new URL(`${id}/${id}.instrument.yaml`, import.meta.url), "utf8");
  return analyse(text).instrument;
}

/** A table of a published folder; none of them has a quote in it. */
export function publishedTable(id: string, file: string): Table {
  const text = readFileSync(new URL(`${id}/${file}`, import.meta.url), "utf8");
  const [header = [], ...rows] = text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return { header, rows };
}

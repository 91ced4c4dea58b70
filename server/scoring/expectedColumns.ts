import type { Instrument } from "../model/instrument.ts";
import { propertyNames } from "./properties.ts";

/** The value that a column of expected scores is about: a score, or its band or cut-off. */
export interface ExpectedColumn {
  readonly name: string;
  readonly property?: string;
}

/** Finds the score of a column: exactly, then without regard to case. Undefined where no score has it, which is an error of the test. */
export function expectedColumn(instrument: Instrument, column: string): ExpectedColumn | undefined {
  const wanted = column.trim();
  const columns = scoreColumns(instrument);
  const lower = wanted.toLowerCase();
  return columns.get(wanted) ?? [...columns].find(([name]) => name.toLowerCase() === lower)?.[1];
}

/** All columns that scores of a person can have, helpers included: `ID`, `ID.band`, `ID.NAME`. */
export function scoreColumns(instrument: Instrument): ReadonlyMap<string, ExpectedColumn> {
  const columns = new Map<string, ExpectedColumn>();
  for (const score of instrument.scores.values()) {
    if (score.level === "group") continue;
    columns.set(score.id, { name: score.id });
    for (const property of propertyNames(score)) columns.set(`${score.id}.${property}`, { name: score.id, property });
  }
  return columns;
}

import type { ScoringTest } from "../model/instrument.ts";
import { agreesWithCell } from "./agreement.ts";
import { batchOf } from "./batch.ts";
import type { DataFinding } from "./dataFinding.ts";
import { type ExpectedColumn, expectedColumn } from "./expectedColumns.ts";
import type { Check } from "./mutate.ts";
import type { Person } from "./person.ts";
import type { AnswersOf, CompiledInstrument } from "./pipeline.ts";
import { MISSING, type ScoreResult, type ScoreValue } from "./result.ts";

/** A data file as cells of text. */
export interface Cells {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What came of a test over two data files. */
export interface FileTestOutcome {
  readonly id: string;
  readonly test: ScoringTest;
  readonly passed: boolean;
  /** Cells that were compared. */
  readonly cells: number;
  readonly differences: readonly CellDifference[];
  /** What keeps the files from being compared as they are: a column that no score has, a person who is in one of them only. */
  readonly findings: readonly PlacedFinding[];
  /** The people that were compared, with what is expected of them. */
  readonly people: readonly TestedPerson[];
}

export interface PlacedFinding extends DataFinding {
  readonly file: "responses" | "expected";
  /** Row of data from 1. */
  readonly row?: number;
}

export interface CellDifference {
  /** The person's id, and the row of data from 1 in the file of expected scores. */
  readonly person: string;
  readonly row: number;
  /** Name of the expected column. */
  readonly column: string;
  readonly score: string;
  readonly property?: string;
  readonly expected: string;
  readonly actual: ScoreValue;
  /** The score's own result, for the trace. */
  readonly result: ScoreResult;
}

export interface TestedPerson {
  readonly person: Person;
  readonly check: Check;
}

/**
 * Runs a test over a file of answers and one of expected scores. Rows belong together by the id column (the first column where none is named). A
 * column of expected scores that no score has is an error, as is a person who is expected and has no answers; a person without expected scores
 * is not compared.
 */
export function runFileTest(compiled: CompiledInstrument, test: ScoringTest, responses: Cells, expected: Cells): FileTestOutcome {
  const findings: PlacedFinding[] = [];
  const columns = columnsOf(compiled, test, expected, findings);
  const batch = batchOf(compiled, responses.header, { helpers: true });
  for (const finding of batch.findings) if (finding.severity === "error") findings.push({ ...finding, file: "responses" });
  const answered = rowsById(responses, idAt(test, responses, "responses", findings), "responses", findings);
  const at = idAt(test, expected, "expected", findings);
  const differences: CellDifference[] = [];
  const people: TestedPerson[] = [];
  let cells = 0;
  for (const [id, { cells: row, place }] of rowsById(expected, at, "expected", findings)) {
    const given = answered.get(id);
    if (given === undefined) {
      const message = `"${id}" is not in the file of responses`;
      findings.push({
        code: "expected-row-unknown",
        severity: "error",
        message,
        file: "expected",
        row: place,
        column: expected.header[at],
      });
      continue;
    }
    const person = batch.person(given.cells, (finding) => findings.push({ ...finding, file: "responses", row: given.place }));
    people.push(testedPerson(person, columns, row, test));
    for (const { column, name, at: cellAt, property } of columns) {
      const result = person.result(name);
      if (result === undefined) continue;
      const actual = property === undefined ? result.value : (result.properties.get(property) ?? MISSING);
      const cell = row[cellAt] ?? "";
      cells++;
      if (!agreesWithCell(cell, actual, test.tolerance))
        differences.push({ person: id, row: place, column, score: name, property, expected: cell, actual, result });
    }
  }
  const passed = differences.length === 0 && findings.every(({ severity }) => severity !== "error");
  return { id: test.id, test, passed, cells, differences, findings, people };
}

interface ComparedColumn extends ExpectedColumn {
  readonly column: string;
  readonly at: number;
}

function columnsOf(compiled: CompiledInstrument, test: ScoringTest, expected: Cells, findings: PlacedFinding[]): ComparedColumn[] {
  const idPlace = placeOfId(test, expected);
  return expected.header.flatMap((column, at): ComparedColumn[] => {
    if (at === idPlace) return [];
    const found = expectedColumn(compiled.instrument, column);
    const fault = found && compiled.faulty.get(found.name);
    if (found !== undefined && fault === undefined) return [{ ...found, column, at }];
    const message = fault === undefined ? `no score has the expected column "${column}"` : `"${column}" cannot be compared: ${fault}`;
    findings.push({
      code: fault === undefined ? "expected-column-unknown" : "score-with-error",
      severity: "error",
      message,
      file: "expected",
      column,
    });
    return [];
  });
}

function testedPerson(person: Person, columns: readonly ComparedColumn[], row: readonly string[], test: ScoringTest): TestedPerson {
  const answers: AnswersOf = (item) => person.given(item);
  const expected = columns.map(({ name, property, at }) => ({
    name,
    property,
    agrees: (actual: ScoreValue) => agreesWithCell(row[at] ?? "", actual, test.tolerance),
  }));
  return { person, check: { answers, expected } };
}

/** The id column: as named, exactly or without regard to case, else the first. */
function placeOfId(test: ScoringTest, { header }: Cells): number {
  if (test.idColumn === undefined) return 0;
  const exact = header.indexOf(test.idColumn);
  const lower = test.idColumn.toLowerCase();
  return exact >= 0 ? exact : header.findIndex((name) => name.trim().toLowerCase() === lower);
}

function idAt(test: ScoringTest, cells: Cells, file: PlacedFinding["file"], findings: PlacedFinding[]): number {
  const at = placeOfId(test, cells);
  if (at < 0)
    findings.push({
      code: "missing-column",
      severity: "error",
      message: `there is no column "${test.idColumn}"`,
      file,
      column: test.idColumn,
    });
  return at;
}

interface Row {
  readonly cells: readonly string[];
  readonly place: number;
}

function rowsById(cells: Cells, at: number, file: PlacedFinding["file"], findings: PlacedFinding[]): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  if (at < 0) return rows;
  for (const [index, row] of cells.rows.entries()) {
    const id = (row[at] ?? "").trim();
    const place = index + 1;
    if (!rows.has(id)) rows.set(id, { cells: row, place });
    else
      findings.push({
        code: "duplicate-row-id",
        severity: "error",
        message: `"${id}" is in the file twice`,
        file,
        row: place,
        column: cells.header[at],
      });
  }
  return rows;
}

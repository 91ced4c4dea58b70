import type { Analysis } from "../analysis/analysis.ts";
import type { LookupTable, ScoringTest } from "../model/instrument.ts";
import { origins } from "../model/origins.ts";
import type { Range } from "../problem.ts";
import { coverageCollector } from "../scoring/coverage.ts";
import { type Cells, runFileTest } from "../scoring/fileTest.ts";
import { type Lookup, normLookup } from "../scoring/norms.ts";
import type { Person } from "../scoring/person.ts";
import { type CompiledInstrument, compileInstrument } from "../scoring/pipeline.ts";
import { printValue } from "../scoring/printValue.ts";
import type { ScoreResult, ScoreValue } from "../scoring/result.ts";
import { cellOf, runInlineTest } from "../scoring/tests.ts";
import { traceOf, traceText } from "../scoring/trace.ts";
import { scoringOptions } from "./compiled.ts";
import { type CoveredPlace, coveredPlaces } from "./coveredPlaces.ts";

/** A scoring test of an instrument, and where its name is written. */
export interface ListedTest {
  readonly id: string;
  readonly range: Range;
}

/** What came of tests. */
export interface ScoringRun {
  readonly tests: readonly TestRun[];
  /** What these tests exercise and what they do not. */
  readonly coverage: readonly CoveredPlace[];
}

export interface TestRun extends ListedTest {
  readonly passed: boolean;
  /** Why it could not be run, or not wholly. */
  readonly problems: readonly string[];
  readonly differences: readonly RunDifference[];
}

export interface RunDifference {
  /** `total`, `total.band`; of a test over files after the person's id. */
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
  /** How the score came about, step by step. */
  readonly trace: string;
  /** What was expected, as it is written. */
  readonly range: Range;
}

/** The cells of a data file by its path from the document, or what is wrong with it. */
export type ReadCells = (path: string) => Cells | { readonly wrong: string };

export function scoringTests(analysis: Analysis): readonly ListedTest[] {
  if (analysis.kind !== "instrument") return [];
  return analysis.instrument.tests.values().map((test) => ({ id: test.id, range: analysis.range(origins.name(test)) }));
}

/** The data files that the tests and the tables of norms of an instrument are in. */
export function filesOfTests({ instrument }: Analysis): readonly string[] {
  const ofTests = instrument.tests.values().flatMap(({ responses, expected }) => [responses, expected]);
  const ofTables = instrument.tables.values().map(({ file }) => file);
  return [...new Set([...ofTests, ...ofTables])].filter((path) => path !== undefined);
}

/** Runs the tests of these names, or all of them. */
export function runScoringTests(analysis: Analysis, read: ReadCells, ids?: ReadonlySet<string>): ScoringRun {
  if (analysis.kind !== "instrument") return { tests: [], coverage: [] };
  const compiled = compiledWithNorms(analysis, read);
  const collector = coverageCollector(compiled);
  const tests = analysis.instrument.tests
    .values()
    .filter(({ id }) => ids === undefined || ids.has(id))
    .map((test): TestRun => {
      const { people, ...outcome } = isOverFiles(test) ? overFiles(analysis, compiled, test, read) : inline(analysis, compiled, test);
      for (const { person, expected } of people) collector.add(person, expected);
      return { id: test.id, range: analysis.range(origins.name(test)), ...outcome };
    });
  return { tests, coverage: coveredPlaces(analysis, collector.report()) };
}

/** How the scores that a test expects come about. Of a test over files those that differ are told. Undefined where there is no such test. */
export function traceOfTest(analysis: Analysis, id: string, read: ReadCells): string | undefined {
  const test = analysis.instrument.tests.get(id);
  if (test === undefined) return undefined;
  const compiled = compiledWithNorms(analysis, read);
  if (isOverFiles(test)) {
    const { differences, problems, cells } = overFiles(analysis, compiled, test, read);
    const told = differences.map(({ name, expected, actual, trace }) => `${name} is ${actual}, expected ${expected}\n${trace}`);
    return [...problems, ...told, `${cells} values compared, ${differences.length} differ`].join("\n\n");
  }
  const { unusable, answers } = runInlineTest(compiled, test);
  const person = compiled.score(answers);
  const traces = [...new Set(test.expect.map(({ name }) => name))].flatMap((name) => {
    const result = person.result(name);
    return result === undefined ? [] : [traceFor(compiled, name, result)];
  });
  return [...unusable, ...traces].join("\n\n");
}

interface Outcome extends Pick<TestRun, "passed" | "problems" | "differences"> {
  readonly people: readonly { readonly person: Person; readonly expected: readonly string[] }[];
}

function inline(analysis: Analysis, compiled: CompiledInstrument, test: ScoringTest): Outcome {
  const { passed, unusable, differences, answers } = runInlineTest(compiled, test);
  return {
    passed,
    problems: unusable,
    differences: differences.map(({ name, property, expected, actual, result }) => {
      const written = test.expect.find((one) => one.name === name && one.property === property);
      return {
        name: property === undefined ? name : `${name}.${property}`,
        expected: expected.kind === "missing" ? "missing" : cellOf(expected),
        actual: valueText(actual),
        trace: traceFor(compiled, name, result),
        range: analysis.range(written === undefined ? origins.name(test) : origins.value(written, "value")),
      };
    }),
    people: [{ person: compiled.score(answers), expected: test.expect.map(({ name }) => name) }],
  };
}

/** At most so many differences of a test over files are told. */
const MOST = 20;

function overFiles(
  analysis: Analysis,
  compiled: CompiledInstrument,
  test: ScoringTest,
  read: ReadCells,
): Outcome & { readonly cells: number } {
  const failed = (problems: readonly string[]) => ({ passed: false, problems, differences: [], people: [], cells: 0 });
  if (test.responses === undefined || test.expected === undefined) return failed(["a test over files needs both responses and expected"]);
  const [responses, expected] = [read(test.responses), read(test.expected)];
  const wrong = [responses, expected].flatMap((cells) => ("wrong" in cells ? [cells.wrong] : []));
  if ("wrong" in responses || "wrong" in expected) return failed(wrong);
  const { passed, differences, findings, people, cells } = runFileTest(compiled, test, responses, expected);
  const errors = findings.filter(({ severity }) => severity === "error").map(({ file, row, message }) => placed(test[file], row, message));
  const more = differences.length > MOST ? [`and ${differences.length - MOST} more differences`] : [];
  const range = analysis.range(origins.value(test, "expected"));
  return {
    passed,
    problems: [...errors.slice(0, MOST), ...more],
    differences: differences.slice(0, MOST).map(({ person, score, property, expected: cell, actual, result }) => ({
      name: `${person}: ${property === undefined ? score : `${score}.${property}`}`,
      expected: cell.trim() === "" ? "missing" : cell,
      actual: valueText(actual),
      trace: traceFor(compiled, score, result),
      range,
    })),
    people: people.map(({ person, check }) => ({ person, expected: check.expected.map(({ name }) => name) })),
    cells,
  };
}

function isOverFiles({ responses, expected }: ScoringTest): boolean {
  return responses !== undefined || expected !== undefined;
}

function placed(file: string | undefined, row: number | undefined, message: string): string {
  return `${file ?? ""}${row === undefined ? "" : `, row ${row}`}: ${message}`;
}

/** The instrument with the tables of norms that stand in files, ready to score people. */
export function compiledWithNorms(analysis: Analysis, read: ReadCells): CompiledInstrument {
  const norms = (table: LookupTable): Lookup | undefined => {
    const cells = table.file === undefined ? undefined : read(table.file);
    const lookup = cells === undefined || "wrong" in cells ? undefined : normLookup(table, cells);
    return lookup === undefined || "problem" in lookup ? undefined : lookup;
  };
  return compileInstrument(analysis.instrument, { ...scoringOptions(analysis), norms });
}

function valueText(value: ScoreValue): string {
  return value.kind === "missing" ? "missing" : printValue(value);
}

function traceFor({ instrument }: CompiledInstrument, name: string, result: ScoreResult): string {
  const score = instrument.scores.get(name);
  return score === undefined ? "" : traceText(traceOf(score, result));
}

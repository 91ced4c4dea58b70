import { dirname, resolve } from "node:path";
import type { ScoringTest } from "../../model/instrument.ts";
import { agrees } from "../../scoring/agreement.ts";
import { type CoverageCollector, coverageCollector, type ScoreCoverage } from "../../scoring/coverage.ts";
import { type CellDifference, type FileTestOutcome, runFileTest } from "../../scoring/fileTest.ts";
import type { Check } from "../../scoring/mutate.ts";
import { printValue } from "../../scoring/printValue.ts";
import type { ScoreResult, ScoreValue } from "../../scoring/result.ts";
import { cellOf, type Difference, runInlineTest, type TestOutcome } from "../../scoring/tests.ts";
import { traceOf, traceText } from "../../scoring/trace.ts";
import { type CsvText, readCsv } from "../data/read-csv.ts";
import { readFile } from "../files/read-file.ts";
import type { LoadedInstrument } from "../score/load-instrument.ts";

/** What came of the tests of one instrument. */
export interface TestedFile {
  readonly file: string;
  readonly tests: readonly TestResult[];
  readonly coverage: readonly ScoreCoverage[];
  /** What the tests say, to be asked of changed versions. */
  readonly checks: readonly Check[];
}

export interface TestResult {
  readonly name: string;
  readonly passed: boolean;
  /** Cells that a test over files compared. */
  readonly cells?: number;
  readonly differences: readonly ShownDifference[];
  /** Why the test could not be run, or not wholly; what is strange about its files. */
  readonly problems: readonly string[];
}

export interface ShownDifference {
  /** `total`, `total.band`. */
  readonly score: string;
  /** Of a test over files, the person's id. */
  readonly person?: string;
  readonly expected: string;
  readonly actual: string;
  readonly trace: string;
}

/** Runs every test of an instrument, inline or over files beside it. */
export function runTests(loaded: LoadedInstrument, cwd: string): TestedFile {
  const { compiled, document } = loaded;
  const coverage = coverageCollector(compiled);
  const checks: Check[] = [];
  const tests = compiled.instrument.tests.values().map((test) => {
    const overFiles = test.responses !== undefined || test.expected !== undefined;
    return overFiles ? overData(loaded, test, cwd, coverage, checks) : inline(loaded, test, coverage, checks);
  });
  return { file: document.file, tests, coverage: coverage.report(), checks };
}

function inline({ compiled }: LoadedInstrument, test: ScoringTest, coverage: CoverageCollector, checks: Check[]): TestResult {
  const outcome = runInlineTest(compiled, test);
  coverage.add(
    compiled.score(outcome.answers),
    test.expect.map(({ name }) => name),
  );
  checks.push(checkOf(outcome));
  const differences = outcome.differences.map((difference) => shown(compiled, difference));
  return { name: test.id, passed: outcome.passed, differences, problems: outcome.unusable };
}

function checkOf({ test, answers }: TestOutcome): Check {
  const expected = test.expect.map(({ name, property, value }) => ({
    name,
    property,
    agrees: (actual: ScoreValue) => agrees(value, actual, test.tolerance),
  }));
  return { answers, expected };
}

type Compiled = LoadedInstrument["compiled"];

function shown(compiled: Compiled, { name, property, expected, actual, result }: Difference): ShownDifference {
  return {
    score: property === undefined ? name : `${name}.${property}`,
    expected: expected.kind === "missing" ? "missing" : cellOf(expected),
    actual: valueText(actual),
    trace: traceFor(compiled, name, result),
  };
}

/** At most so many differences of a test over files are shown. */
const SHOWN = 10;

function overData(loaded: LoadedInstrument, test: ScoringTest, cwd: string, coverage: CoverageCollector, checks: Check[]): TestResult {
  const read = [test.responses, test.expected].map((name) => cellsBeside(loaded, name, cwd));
  const [responses, expected] = read;
  const wrong = read.flatMap((each) => ("wrong" in each ? [each.wrong] : []));
  if (responses === undefined || expected === undefined || "wrong" in responses || "wrong" in expected) {
    return { name: test.id, passed: false, differences: [], problems: wrong };
  }
  const outcome = runFileTest(loaded.compiled, test, responses, expected);
  for (const { person, check } of outcome.people) {
    checks.push(check);
    coverage.add(
      person,
      check.expected.map(({ name }) => name),
    );
  }
  const differences = outcome.differences.slice(0, SHOWN).map((difference) => shownCell(loaded.compiled, difference));
  const more = outcome.differences.length - differences.length;
  const problems = [...problemsOf(outcome, test, { responses, expected }), ...(more > 0 ? [`and ${more} more differences`] : [])];
  return { name: test.id, passed: outcome.passed, cells: outcome.cells, differences, problems };
}

function shownCell(compiled: Compiled, { person, score, property, expected, actual, result }: CellDifference): ShownDifference {
  return {
    score: property === undefined ? score : `${score}.${property}`,
    person,
    expected: expected.trim() === "" ? "missing" : expected,
    actual: valueText(actual),
    trace: traceFor(compiled, score, result),
  };
}

/** Errors stop the comparison and are all said; of what is only strange about the data the first of each kind. */
function problemsOf(
  { findings }: FileTestOutcome,
  test: ScoringTest,
  files: Readonly<Record<"responses" | "expected", CsvText>>,
): readonly string[] {
  const seen = new Map<string, number>();
  return findings.flatMap(({ code, severity, message, file, row, column }) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    const most = severity === "error" ? SHOWN : 1;
    if (severity === "info" || count > most) return [];
    const more = count < most ? 0 : findings.filter((each) => each.code === code).length - count;
    const line = row === undefined ? undefined : files[file].lines[row - 1];
    const place = [test[file] ?? file, ...(line === undefined ? [] : [String(line)]), ...(column === undefined ? [] : [column])].join(":");
    return [`${place}: ${severity} ${code}: ${message}${more > 0 ? `, and ${more} more of the kind` : ""}`];
  });
}

function cellsBeside({ document }: LoadedInstrument, name: string | undefined, cwd: string): CsvText | { readonly wrong: string } {
  if (name === undefined) return { wrong: "a test over files needs both responses and expected" };
  const read = readFile(resolve(document.absolute === undefined ? cwd : dirname(document.absolute), name), name);
  if ("failed" in read) return { wrong: `${name}: error data-file-not-found: ${read.failed}` };
  const csv = readCsv(read.bytes);
  return "wrong" in csv ? { wrong: `${name}: error ${csv.code}: ${csv.wrong}` } : csv.csv;
}

function valueText(value: ScoreValue): string {
  return value.kind === "missing" ? "missing" : printValue(value);
}

function traceFor(compiled: Compiled, name: string, result: ScoreResult): string {
  const score = compiled.instrument.scores.get(name);
  return score === undefined ? "" : traceText(traceOf(score, result));
}

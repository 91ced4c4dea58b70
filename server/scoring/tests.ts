import type { AnswerValue, Instrument, ScoringTest } from "../model/instrument.ts";
import { expandSpan } from "../model/resolve.ts";
import { agrees } from "./agreement.ts";
import { type Answer, BLANK, readAnswer } from "./answers.ts";
import type { Check } from "./mutate.ts";
import type { AnswersOf, CompiledInstrument } from "./pipeline.ts";
import type { ScoreResult, ScoreValue } from "./result.ts";

/** What came of one inline test. */
export interface TestOutcome {
  readonly id: string;
  readonly test: ScoringTest;
  readonly passed: boolean;
  /** Why it could not be run, in words: an answer or a name that the instrument does not have. Such a test neither passed nor failed by its scores. */
  readonly unusable: readonly string[];
  readonly differences: readonly Difference[];
  /** The answers that the test gives, as the scoring read them. */
  readonly answers: AnswersOf;
}

export interface Difference {
  /** The score, and the band or cut-off of it where one was expected. */
  readonly name: string;
  readonly property?: string;
  readonly expected: AnswerValue;
  readonly actual: ScoreValue;
  /** The score's own result, for the trace. */
  readonly result: ScoreResult;
}

/** Runs the inline tests of an instrument; tests over data files are left to who reads files. */
export function runInlineTests(compiled: CompiledInstrument): readonly TestOutcome[] {
  return compiled.instrument.tests
    .values()
    .filter((test) => test.responses === undefined && test.expected === undefined)
    .map((test) => runInlineTest(compiled, test));
}

/**
 * Runs one inline test. Items that it does not name are blank. `whole`: the instrument that the test was written for, where only a part of it
 * is made ready; a test may answer more than the scores that it expects need.
 */
export function runInlineTest(compiled: CompiledInstrument, test: ScoringTest, whole: Instrument = compiled.instrument): TestOutcome {
  const unusable: string[] = [];
  const given = givenAnswers(whole, test, unusable);
  const answers: AnswersOf = (item) => given.get(item);
  const person = compiled.score(answers);
  const differences: Difference[] = [];
  for (const { name, property, value: expected } of test.expect) {
    const result = person.result(name);
    if (result === undefined) {
      unusable.push(compiled.faulty.get(name) ?? unknownScore(compiled.instrument, name));
      continue;
    }
    const actual = property === undefined ? result.value : result.properties.get(property);
    if (actual === undefined) unusable.push(`"${name}" has no "${property}"`);
    else if (!agrees(expected, actual, test.tolerance)) differences.push({ name, property, expected, actual, result });
  }
  return { id: test.id, test, passed: unusable.length === 0 && differences.length === 0, unusable, differences, answers };
}

/** What an inline test says of its person, to be asked of other versions of the instrument. */
export function checkOf({ answers, test }: TestOutcome): Check {
  const expected = test.expect.map(({ name, property, value }) => ({
    name,
    property,
    agrees: (actual: ScoreValue) => agrees(value, actual, test.tolerance),
  }));
  return { answers, expected };
}

/** The answers of an inline test by item: a span gives its value to all of its items, and a later pair wins. */
export function givenAnswers(instrument: Instrument, test: ScoringTest, unusable: string[] = []): ReadonlyMap<string, Answer> {
  const given = new Map<string, Answer>();
  for (const { first, last, value } of test.answers) {
    const ids = expandSpan(instrument, first, last);
    if (typeof ids === "string") {
      unusable.push(`"${last === undefined ? first : `${first}..${last}`}" is not an item or a span of items`);
      continue;
    }
    for (const id of ids) {
      const item = instrument.items.get(id);
      if (item === undefined) {
        unusable.push(`"${id}" is a score, and only items are answered`);
        continue;
      }
      const { answer, problem } = readAnswer(instrument, item, cellOf(value));
      if (problem !== undefined) unusable.push(problem);
      given.set(id, value.kind === "missing" ? BLANK : answer);
    }
  }
  return given;
}

/** A value of a test as a cell of a data file would hold it. */
export function cellOf(value: AnswerValue): string {
  switch (value.kind) {
    case "missing":
      return "";
    case "truth":
      return String(value.value);
    case "list":
      return value.codes.join(";");
    default:
      return value.text;
  }
}

function unknownScore(instrument: Instrument, name: string): string {
  if (instrument.scores.get(name)?.level === "group") return `"${name}" is a score of a group, and a test is about one person`;
  return instrument.items.has(name) ? `"${name}" is an item, and only scores are expected` : `no score is named "${name}"`;
}

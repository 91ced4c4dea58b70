import type { Instrument, Score } from "../model/instrument.ts";
import { type Member, membersOf, readNames, valueReads } from "../model/resolve.ts";
import { roundTo } from "../number/round.ts";
import { combiner } from "./combine.ts";
import { codesOf } from "./covariate.ts";
import { entryStepper, type From } from "./entryStep.ts";
import type { Known } from "./faults.ts";
import { condition, type Formula, formula } from "./formula.ts";
import type { Person } from "./person.ts";
import { preparedTransform } from "./preparedTransform.ts";
import { propertiesOf } from "./properties.ts";
import {
  type EntryStep,
  MISSING,
  type ReadStep,
  type ScoreResult,
  type ScoreValue,
  type Status,
  type Steps,
  type TransformedStep,
} from "./result.ts";
import { type Gap, statusOf } from "./statusOf.ts";
import { transformed } from "./transform.ts";

/** Computes one score of one person, with its steps. */
export type ScoreRunner = (person: Person) => ScoreResult;

/** What a stage of the pipeline hands to the next. Stages write their steps down as they go. */
interface Outcome {
  readonly value: ScoreValue;
  readonly status: Status;
}
type Draft = { -readonly [Step in keyof Steps]: Steps[Step] };
type Stage = (person: Person, steps: Draft) => Outcome;

/** The pipeline of one score, prepared: when -> entries, formula or cases -> transform -> round -> bands and cut-offs. */
export function scoreRunner(instrument: Instrument, score: Score, known: Known): ScoreRunner {
  const applies = applicability(instrument, score, known);
  const raw = rawStage(instrument, score, known);
  const finish = finisher(instrument, score, known);
  const properties = propertiesOf(score);
  return (person) => {
    const steps: Draft = {};
    const { value, status } = applies?.(person, steps) ?? finish(raw(person, steps), person, steps);
    return { value, status, properties: properties(value, person), steps };
  };
}

/** The outcome of a score whose condition is not true; undefined where it applies. */
function applicability(
  instrument: Instrument,
  score: Score,
  known: Known,
): ((person: Person, steps: Draft) => Outcome | undefined) | undefined {
  if (score.when === undefined) return undefined;
  const decide = condition(instrument, known.lookup, score.when);
  const names = readNames(instrument, score.when);
  return (person, steps) => {
    const truth = decide(person);
    if (truth === true) return undefined;
    steps.when = truth === false ? { kind: "truth", value: false } : MISSING;
    return missing(truth === false ? "not_applicable" : statusOf(gapsOf(names, person)));
  };
}

function missing(status: Status): Outcome {
  return { value: MISSING, status };
}

function rawStage(instrument: Instrument, score: Score, known: Known): Stage {
  if (score.entries !== undefined) return entriesStage(instrument, score, known);
  if (score.cases !== undefined) return casesStage(instrument, score, known);
  if (score.value === undefined) return () => missing("too_few");
  const names = valueReads(instrument, score);
  const compute = formula(instrument, known.lookup, score.value);
  return (person, steps) => {
    const value = compute(person);
    steps.formula = formulaStep(names, person);
    return { value, status: formulaStatus(value, names, person) };
  };
}

function entriesStage(instrument: Instrument, score: Score, known: Known): Stage {
  const { members } = membersOf(instrument, score);
  const mandatory = new Set(score.missing?.always);
  const combine = combiner(
    score.method,
    score.missing,
    members.map(({ id }) => mandatory.has(id)),
  );
  const steppers = members.map((member) => ({ from: fromOf(member), step: entryStepper(instrument, member, known.rangeOfScore) }));
  return (person, steps) => {
    const entries = steppers.map(({ from, step }) => step(from(person)));
    const combined = combine(entries);
    steps.entries = entries;
    steps.combined = combined;
    if (combined.value !== undefined) return { value: { kind: "number", value: combined.value }, status: "ok" };
    return missing(statusOf(entries.flatMap((entry) => gapOf(entry, person))));
  };
}

function fromOf({ id, item }: Member): (person: Person) => From {
  return item === undefined ? (person) => person.result(id)?.value ?? MISSING : (person) => person.answer(id);
}

function gapOf(entry: EntryStep, person: Person): readonly Gap[] {
  if (entry.missing === undefined) return [];
  if (entry.missing === "no_row") return ["out_of_range"];
  const status = person.instrument.items.has(entry.id) ? undefined : person.result(entry.id)?.status;
  return status === undefined || status === "ok" ? [entry.missing] : [status];
}

interface PreparedCase {
  readonly decide: (person: Person) => boolean | undefined;
  readonly compute: Formula;
  readonly declaredMissing: boolean;
}

/** The first case that is true decides; a condition that cannot be decided ends the search. */
function casesStage(instrument: Instrument, score: Score, known: Known): Stage {
  const cases = (score.cases ?? []).map(
    ({ when, is }): PreparedCase => ({
      decide: when === undefined ? () => true : condition(instrument, known.lookup, when),
      compute: is.kind === "expression" ? formula(instrument, known.lookup, is.value) : () => is,
      declaredMissing: is.kind === "missing",
    }),
  );
  const names = valueReads(instrument, score);
  return (person, steps) => {
    for (const [decided, { decide, compute, declaredMissing }] of cases.entries()) {
      const truth = decide(person);
      if (truth === false) continue;
      steps.formula = formulaStep(names, person, truth === true ? decided : undefined);
      if (truth === undefined) return missing(statusOf(gapsOf(names, person)));
      const value = compute(person);
      return { value, status: declaredMissing ? "not_applicable" : formulaStatus(value, names, person) };
    }
    steps.formula = formulaStep(names, person);
    return missing("not_applicable");
  };
}

/** What a formula read, found when somebody asks: a trace does, the scoring of a data file does not. */
function formulaStep(names: readonly string[], person: Person, decided?: number): Steps["formula"] {
  return new FormulaStep(names, person, decided);
}

class FormulaStep {
  readonly decided: number | undefined;
  readonly #names: readonly string[];
  readonly #person: Person;

  constructor(names: readonly string[], person: Person, decided: number | undefined) {
    this.#names = names;
    this.#person = person;
    this.decided = decided;
  }

  get read(): readonly ReadStep[] {
    const person = this.#person;
    return this.#names.map((id) => ({
      id,
      from: person.instrument.items.has(id) ? person.answer(id) : (person.result(id)?.value ?? MISSING),
    }));
  }
}

/** A formula over complete answers that gives nothing has met a value that no row of a table holds, or a division by zero. */
function formulaStatus(value: ScoreValue, names: readonly string[], person: Person): Status {
  if (value.kind !== "missing") return "ok";
  const gaps = gapsOf(names, person);
  return gaps.length === 0 ? "out_of_range" : statusOf(gaps);
}

function gapsOf(names: readonly string[], person: Person): Gap[] {
  return names.flatMap((id): readonly Gap[] => {
    if (person.instrument.items.has(id)) {
      const answer = person.answer(id);
      return answer.kind === "missing" ? [answer.why] : [];
    }
    const status = person.result(id)?.status;
    return status === undefined || status === "ok" ? [] : [status];
  });
}

/** Transform and rounding after the raw value. */
function finisher(instrument: Instrument, score: Score, known: Known): (raw: Outcome, person: Person, steps: Draft) => Outcome {
  const prepared = preparedTransform(instrument, score, known);
  const { round } = score;
  return (raw, person, steps) => {
    steps.raw = raw.value;
    if (raw.value.kind !== "number" || (prepared.length === 0 && round === undefined)) return raw;
    let { value } = raw.value;
    const transform: TransformedStep[] = [];
    if (prepared.length > 0) steps.transform = transform;
    for (const { step, means, by } of prepared) {
      const codes = codesOf(by, person);
      const after = codes && transformed(step, value, means, codes);
      transform.push({ step, before: value, after });
      if (after === undefined) return missing(codes === undefined ? statusOf(gapsOf(by, person)) : "out_of_range");
      value = after;
    }
    if (round?.mode === undefined) return { value: { kind: "number", value }, status: "ok" };
    const after = roundTo(value, round.to, round.mode);
    steps.round = { to: round.to, mode: round.mode, before: value, after };
    return { value: { kind: "number", value: after }, status: "ok" };
  };
}

import type { Instrument, Score, TransformStep } from "../model/instrument.ts";
import { type Member, membersOf, readNames, valueReads } from "../model/resolve.ts";
import type { Exact } from "../number/exact.ts";
import { roundTo } from "../number/round.ts";
import { combine, type Part } from "./combine.ts";
import { codesOf } from "./covariate.ts";
import { entryStepper, type From } from "./entryStep.ts";
import type { Known } from "./faults.ts";
import { condition, type Formula, formula } from "./formula.ts";
import type { Person } from "./person.ts";
import { preparedTransform } from "./preparedTransform.ts";
import { propertiesOf } from "./properties.ts";
import { type EntryStep, MISSING, type ReadStep, type ScoreResult, type ScoreValue, type Status, type Steps } from "./result.ts";
import { type Gap, statusOf } from "./statusOf.ts";
import { transformed } from "./transform.ts";

/** Computes one score of one person, with its steps. */
export type ScoreRunner = (person: Person) => ScoreResult;

type Outcome = { readonly value: ScoreValue; readonly status: Status; readonly steps: Steps };

/** The pipeline of one score, prepared: when -> entries, formula or cases -> transform -> round -> bands and cut-offs. */
export function scoreRunner(instrument: Instrument, score: Score, known: Known): ScoreRunner {
  const raw = rawRunner(instrument, score, known);
  const finish = finisher(instrument, score, known);
  const properties = propertiesOf(score);
  const applies = applicability(instrument, score, known);
  return (person) => {
    const outcome = applies(person) ?? finish(raw(person), person);
    return { ...outcome, properties: properties(outcome.value, person) };
  };
}

/** The outcome of a score whose condition is not true; undefined where it applies. */
function applicability(instrument: Instrument, score: Score, known: Known): (person: Person) => Outcome | undefined {
  if (score.when === undefined) return () => undefined;
  const decide = condition(instrument, known.lookup, score.when);
  const names = readNames(instrument, score.when);
  return (person) => {
    const truth = decide(person);
    if (truth === true) return undefined;
    if (truth === false) return { value: MISSING, status: "not_applicable", steps: { when: { kind: "truth", value: false } } };
    return { value: MISSING, status: statusOf(gapsOf(names, person)), steps: { when: MISSING } };
  };
}

function rawRunner(instrument: Instrument, score: Score, known: Known): (person: Person) => Outcome {
  if (score.entries !== undefined) return entriesRunner(instrument, score, known);
  if (score.cases !== undefined) return casesRunner(instrument, score, known);
  const { value } = score;
  const names = valueReads(instrument, score);
  if (value === undefined) return () => ({ value: MISSING, status: "too_few", steps: {} });
  const compute = formula(instrument, known.lookup, value);
  return (person) => {
    const found = compute(person);
    return { value: found, status: formulaStatus(found, names, person), steps: { formula: { read: reads(names, person) } } };
  };
}

function entriesRunner(instrument: Instrument, score: Score, known: Known): (person: Person) => Outcome {
  const { members } = membersOf(instrument, score);
  const always = new Set(score.missing?.always);
  const steppers = members.map((member) => ({
    member,
    step: entryStepper(instrument, member, known.rangeOfScore),
    always: always.has(member.id),
  }));
  return (person) => {
    const entries = steppers.map(({ member, step }) => step(fromOf(member, person)));
    const parts = entries.map(({ value, weight }, place): Part => ({ value, weight, always: steppers[place]?.always ?? false }));
    const combined = { ...combine(score.method, parts, score.missing), method: score.method };
    const steps = { entries, combined };
    if (combined.value !== undefined) return { value: { kind: "number", value: combined.value }, status: "ok", steps };
    return { value: MISSING, status: statusOf(entries.flatMap((entry) => gapOf(entry, person))), steps };
  };
}

function fromOf(member: Member, person: Person): From {
  return member.item === undefined ? (person.result(member.id)?.value ?? MISSING) : person.answer(member.id);
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
function casesRunner(instrument: Instrument, score: Score, known: Known): (person: Person) => Outcome {
  const cases = (score.cases ?? []).map(
    ({ when, is }): PreparedCase => ({
      decide: when === undefined ? () => true : condition(instrument, known.lookup, when),
      compute: is.kind === "expression" ? formula(instrument, known.lookup, is.value) : () => is,
      declaredMissing: is.kind === "missing",
    }),
  );
  const names = valueReads(instrument, score);
  return (person) => {
    const read = { read: reads(names, person) };
    for (const [decided, { decide, compute, declaredMissing }] of cases.entries()) {
      const truth = decide(person);
      if (truth === false) continue;
      if (truth === undefined) return { value: MISSING, status: statusOf(gapsOf(names, person)), steps: { formula: read } };
      const value = compute(person);
      const status = declaredMissing ? "not_applicable" : formulaStatus(value, names, person);
      return { value, status, steps: { formula: { ...read, decided } } };
    }
    return { value: MISSING, status: "not_applicable", steps: { formula: read } };
  };
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

function reads(names: readonly string[], person: Person): ReadStep[] {
  return names.map((id) => ({ id, from: person.instrument.items.has(id) ? person.answer(id) : (person.result(id)?.value ?? MISSING) }));
}

/** Transform and rounding after the raw value. */
function finisher(instrument: Instrument, score: Score, known: Known): (raw: Outcome, person: Person) => Outcome {
  const prepared = preparedTransform(instrument, score, known);
  const { round } = score;
  return (raw, person) => {
    if (raw.value.kind !== "number") return { ...raw, steps: { ...raw.steps, raw: raw.value } };
    let value = raw.value.value;
    const transform: { step: TransformStep; before: Exact; after?: Exact }[] = [];
    for (const { step, means, by } of prepared) {
      const codes = codesOf(by, person);
      const after = codes && transformed(step, value, means, codes);
      transform.push({ step, before: value, after });
      if (after === undefined) {
        const status = codes === undefined ? statusOf(gapsOf(by, person)) : "out_of_range";
        return { value: MISSING, status, steps: { ...raw.steps, raw: raw.value, transform } };
      }
      value = after;
    }
    const steps: Steps = { ...raw.steps, raw: raw.value, ...(transform.length > 0 && { transform }) };
    if (round?.mode === undefined) return { value: { kind: "number", value }, status: "ok", steps };
    const after = roundTo(value, round.to, round.mode);
    return {
      value: { kind: "number", value: after },
      status: "ok",
      steps: { ...steps, round: { to: round.to, mode: round.mode, before: value, after } },
    };
  };
}

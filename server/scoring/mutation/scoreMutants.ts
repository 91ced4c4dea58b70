import type { Bands, Case, Entry, Instrument, MissingRule, RoundingMode, Score } from "../../model/instrument.ts";
import { type Member, membersOf, neededCount } from "../../model/resolve.ts";
import { type Exact, ONE } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import { shiftedBands } from "./bandMutants.ts";
import { formulaMutants } from "./formulaMutants.ts";
import type { Mutant } from "./mutant.ts";
import { recodeMutants } from "./recodeMutants.ts";

/** A score with one slip in it. */
export type ScoreMutant = Pick<Mutant, "kind" | "change"> & { readonly score: Score };

/** Every score that differs from this one in one key, entry, edge, rule, weight, inline recode, method, rounding, transform or formula. */
export function* scoreMutants(instrument: Instrument, score: Score, edgeStep: (edges: readonly Exact[]) => Exact): Generator<ScoreMutant> {
  const { members } = membersOf(instrument, score);
  if (members.length > 0) yield* entryMutants(members, { ...score, entries: pinned(members), recode: undefined, weight: undefined });
  yield* missingMutants(score, members.length);
  if (members.length > 1) yield* methodMutants(score);
  yield* roundingMutants(score);
  for (const [place, step] of score.transform.entries()) {
    const transform = score.transform.toSpliced(place, 1);
    yield { kind: "transform", change: `"${step.kind}" was lost in "${score.id}"`, score: { ...score, transform } };
  }
  yield* cutOffMutants(score, edgeStep);
  yield* bandMutants(score, edgeStep);
  yield* allFormulaMutants(score);
}

/** One entry for each member that says everything itself, so that one can be changed alone. */
function pinned(members: readonly Member[]): Entry[] {
  return members.map(({ id, reversed, weight, recode }) => ({ first: id, minus: false, reverse: reversed, weight, recode }));
}

function* entryMutants(members: readonly Member[], score: Score): Generator<ScoreMutant> {
  const entries = score.entries ?? [];
  for (const [place, member] of members.entries()) {
    const entry = entries[place];
    if (entry === undefined) continue;
    const withEntry = (changed: Partial<Entry>): Score => ({ ...score, entries: entries.with(place, { ...entry, ...changed }) });
    const change = `"${member.id}" is ${member.reversed ? "no longer" : "wrongly"} reversed in "${score.id}"`;
    yield { kind: "reversal", change, score: withEntry({ reverse: !member.reversed }) };
    if (members.length > 1)
      yield {
        kind: "dropped item",
        change: `"${member.id}" was dropped from "${score.id}"`,
        score: { ...score, entries: entries.toSpliced(place, 1) },
      };
    if (!member.weight.equals(ONE)) {
      const weight = member.weight.add(ONE);
      yield {
        kind: "weight",
        change: `the weight of "${member.id}" in "${score.id}" became ${printExact(weight)}`,
        score: withEntry({ weight }),
      };
    }
  }
  const inline = new Set(members.flatMap(({ recode }) => (recode === undefined || recode.id !== undefined ? [] : [recode])));
  for (const recode of inline) {
    for (const { recode: changed, change } of recodeMutants(recode)) {
      const replaced = entries.map((entry) => (entry.recode === recode ? { ...entry, recode: changed } : entry));
      yield { kind: "recode", change: `${change} in a recode of "${score.id}"`, score: { ...score, entries: replaced } };
    }
  }
}

function* missingMutants(score: Score, entries: number): Generator<ScoreMutant> {
  if (entries === 0) return;
  const rule: MissingRule = score.missing ?? { allow: 0, above: false, always: [], fill: "person_mean" };
  const needed = neededCount(score.missing, entries);
  const withRule = (changed: Partial<MissingRule>, change: string): ScoreMutant => {
    const missing = { ...rule, fill: rule.fill ?? "none", ...changed };
    return { kind: "missing rule", change: `${change} in "${score.id}"`, score: { ...score, missing } };
  };
  for (const count of [needed - 1, needed + 1]) {
    if (count < 1 || count > entries) continue;
    yield withRule({ need: { count }, allow: undefined, above: false }, `${count} answered entries became enough instead of ${needed}`);
  }
  if (score.missing === undefined || needed >= entries) return;
  const { fill } = score.missing;
  if (fill === "person_mean" && score.method !== "mean") yield withRule({ fill: "none" }, "the fill became none");
  else if (fill === "none" && score.method !== "mean") yield withRule({ fill: "person_mean" }, "the fill became the person's mean");
  else if (fill !== undefined && typeof fill !== "string")
    yield withRule({ fill: fill.add(ONE) }, `the fill became ${printExact(fill.add(ONE))}`);
  if (score.missing.always.length > 0) yield withRule({ always: [] }, "no entry must be answered any more");
}

const METHODS = { sum: "mean", mean: "sum", min: "max", max: "min", product: "sum" } as const;

function* methodMutants(score: Score): Generator<ScoreMutant> {
  if (score.method === undefined) return;
  const method = METHODS[score.method];
  const missing = score.missing && { ...score.missing, fill: score.missing.fill ?? ("none" as const) };
  yield { kind: "method", change: `${score.method} became ${method} in "${score.id}"`, score: { ...score, method, missing } };
}

const MODES: Readonly<Record<RoundingMode, RoundingMode>> = {
  half_up: "half_even",
  half_even: "half_up",
  half_away: "down",
  down: "up",
  up: "down",
};

function* roundingMutants(score: Score): Generator<ScoreMutant> {
  if (score.round?.mode === undefined) return;
  const mode = MODES[score.round.mode];
  yield { kind: "rounding", change: `rounding was lost in "${score.id}"`, score: { ...score, round: undefined } };
  yield {
    kind: "rounding",
    change: `${score.round.mode} became ${mode} in "${score.id}"`,
    score: { ...score, round: { ...score.round, mode } },
  };
}

const COMPARISONS = { at_least: "above", above: "at_least", at_most: "below", below: "at_most", equals: "at_least" } as const;

function* cutOffMutants(score: Score, edgeStep: (edges: readonly Exact[]) => Exact): Generator<ScoreMutant> {
  for (const [place, cutOff] of score.cutOffs.entries()) {
    const name = `"${score.id}.${cutOff.name}"`;
    const comparison = COMPARISONS[cutOff.comparison];
    yield {
      kind: "cut-off",
      change: `${cutOff.comparison} became ${comparison} in ${name}`,
      score: { ...score, cutOffs: score.cutOffs.with(place, { ...cutOff, comparison }) },
    };
    const step = edgeStep([cutOff.at]);
    for (const at of [cutOff.at.sub(step), cutOff.at.add(step)]) {
      yield {
        kind: "cut-off",
        change: `${name} moved from ${printExact(cutOff.at)} to ${printExact(at)}`,
        score: { ...score, cutOffs: score.cutOffs.with(place, { ...cutOff, at }) },
      };
    }
  }
}

function* bandMutants(score: Score, edgeStep: (edges: readonly Exact[]) => Exact): Generator<ScoreMutant> {
  const sets: readonly (readonly [string, Bands | undefined, (bands: Bands) => Score])[] = [
    [`"${score.id}"`, score.bands, (bands) => ({ ...score, bands })],
    ...[...score.bandSets].map(
      ([name, set]) =>
        [`"${score.id}.${name}"`, set, (bands: Bands) => ({ ...score, bandSets: new Map(score.bandSets).set(name, bands) })] as const,
    ),
  ];
  for (const [name, set, put] of sets) {
    if (set === undefined) continue;
    for (const { bands, change } of shiftedBands(set, edgeStep))
      yield { kind: "band edge", change: `${change} in ${name}`, score: put(bands) };
  }
}

function* allFormulaMutants(score: Score): Generator<ScoreMutant> {
  const name = `in "${score.id}"`;
  for (const key of ["value", "when"] as const) {
    const formula = score[key];
    if (formula === undefined) continue;
    for (const { node, change } of formulaMutants(formula))
      yield { kind: "formula", change: `${change} ${name}`, score: { ...score, [key]: node } };
  }
  const cases = score.cases ?? [];
  for (const [place, each] of cases.entries()) {
    const withCase = (changed: Partial<Case>): Score => ({ ...score, cases: cases.with(place, { ...each, ...changed }) });
    const where = `in case ${place + 1} of "${score.id}"`;
    for (const { node, change } of each.when === undefined ? [] : formulaMutants(each.when))
      yield { kind: "formula", change: `${change} ${where}`, score: withCase({ when: node }) };
    if (each.is.kind === "expression") {
      for (const { node, change } of formulaMutants(each.is.value))
        yield { kind: "formula", change: `${change} ${where}`, score: withCase({ is: { kind: "expression", value: node } }) };
    }
    if (each.is.kind === "number") {
      const value = each.is.value.add(ONE);
      yield {
        kind: "formula",
        change: `${printExact(each.is.value)} became ${printExact(value)} ${where}`,
        score: withCase({ is: { kind: "number", value } }),
      };
    }
    const next = cases[place + 1];
    if (next?.when !== undefined && each.when !== undefined) {
      yield {
        kind: "formula",
        change: `cases ${place + 1} and ${place + 2} of "${score.id}" changed places`,
        score: { ...score, cases: cases.with(place, next).with(place + 1, each) },
      };
    }
  }
}

import type { Bands, Score } from "../model/instrument.ts";
import { membersOf, neededCount, readClosure, valueReads } from "../model/resolve.ts";
import { type Exact, exact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import type { Person } from "./person.ts";
import type { CompiledInstrument } from "./pipeline.ts";
import type { EntryStep, ScoreResult } from "./result.ts";

/** What the tests of one score exercise, and what none does. */
export interface ScoreCoverage {
  readonly score: string;
  /** Some test expects the score, or a score that uses it. */
  readonly tested: boolean;
  readonly targets: readonly Target[];
}

/** One thing that a test can exercise. */
export interface Target {
  readonly kind: "item" | "reversal" | "band edge" | "cut-off" | "missing count" | "case";
  /** The item, `mild 5`, the cut-off, how many are missing, the case from 1. */
  readonly name: string;
  readonly covered: boolean;
  /** The band, cut-off or case of the model; for an item or a missing count there is none. */
  readonly about?: object;
}

/** Collects what tests exercise, one tested person at a time. */
export interface CoverageCollector {
  /** `expected`: the scores that the test compares. */
  add(person: Person, expected: Iterable<string>): void;
  report(): readonly ScoreCoverage[];
}

/**
 * An item is exercised where a test that reaches its score answers it; a reversal where the answer is not the middle, which reversing would leave;
 * a band edge or cut-off where a value stands exactly on it; a missing count where so many entries are missing, up to one more than the rule
 * allows; a case where it decides. Edges that the score cannot reach are not asked for.
 */
export function coverageCollector(compiled: CompiledInstrument): CoverageCollector {
  const { instrument, order } = compiled;
  const scores = instrument.scores.values().filter(({ id }) => order.includes(id));
  const trackers = new Map(scores.map((score) => [score.id, tracker(compiled, score)]));
  const reached = new Map<string, readonly string[]>();
  const reachedFrom = (id: string): readonly string[] => {
    const known = reached.get(id) ?? [...readClosure(compiled.instrument, [id])].filter((each) => trackers.has(each));
    reached.set(id, known);
    return known;
  };
  return {
    add(person, expected) {
      const ids = new Set([...expected].flatMap((id) => reachedFrom(id)));
      for (const id of ids) {
        const result = person.result(id);
        if (result !== undefined) trackers.get(id)?.add(result, person);
      }
    },
    report: () => [...trackers.values()].map((each) => each.report()),
  };
}

interface Tracker {
  add(result: ScoreResult, person: Person): void;
  report(): ScoreCoverage;
}

function tracker(compiled: CompiledInstrument, score: Score): Tracker {
  const wanted = targetsOf(compiled, score);
  const covered = new Set<string>();
  let tested = false;
  return {
    add(result, person) {
      tested = true;
      for (const key of exercised(score, result, person)) covered.add(key);
    },
    report: () => ({
      score: score.id,
      tested,
      targets: wanted.map(({ kind, name, about }) => ({ kind, name, about, covered: covered.has(`${kind} ${name}`) })),
    }),
  };
}

type Wanted = Omit<Target, "covered">;

function targetsOf(compiled: CompiledInstrument, score: Score): Wanted[] {
  const { instrument } = compiled;
  const { members } = membersOf(instrument, score);
  const items = valueReads(instrument, score).filter((id) => instrument.items.has(id));
  const range = compiled.rangeOfScore(score.id);
  const reachable = (value: Exact): boolean => {
    if (range === undefined) return true;
    if (range.attainable !== undefined) return range.attainable.some((each) => each.equals(value));
    return !(range.low?.gt(value) === true || range.high?.lt(value) === true);
  };
  return [
    ...items.map((name): Wanted => ({ kind: "item", name })),
    ...members.filter(({ reversed }) => reversed).map(({ id }): Wanted => ({ kind: "reversal", name: id })),
    ...edgesOf(score.bands, "")
      .filter(({ at }) => reachable(at))
      .map(edgeTarget),
    ...[...score.bandSets].flatMap(([set, bands]) =>
      edgesOf(bands, `${set} `)
        .filter(({ at }) => reachable(at))
        .map(edgeTarget),
    ),
    ...score.cutOffs
      .filter(({ at }) => reachable(at))
      .map((cutOff): Wanted => ({ kind: "cut-off", name: `${cutOff.name} ${printExact(cutOff.at)}`, about: cutOff })),
    ...missingCounts(score, members.length).map((name): Wanted => ({ kind: "missing count", name })),
    ...(score.cases ?? []).map((about, place): Wanted => ({ kind: "case", name: String(place + 1), about })),
  ];
}

interface Edge {
  readonly name: string;
  readonly at: Exact;
  readonly about: object;
}

function edgeTarget({ name, about }: Edge): Wanted {
  return { kind: "band edge", name, about };
}

/** Both ends of every band; a value shared by sets of a covariate is one target for each. */
function edgesOf(bands: Bands | undefined, prefix: string): Edge[] {
  if (bands === undefined) return [];
  const sets = bands.kind === "bands" ? [["", bands.bands] as const] : [...bands.sets].map(([code, set]) => [`${code} `, set] as const);
  return sets.flatMap(([code, set]) =>
    set.flatMap((band) =>
      [band.from, ...(band.to === undefined || band.to.equals(band.from) ? [] : [band.to])].map((at) => ({
        name: `${prefix}${code}${band.name} ${printExact(at)}`,
        at,
        about: band,
      })),
    ),
  );
}

function missingCounts(score: Score, entries: number): string[] {
  if (entries === 0) return [];
  const allowed = Math.max(0, entries - neededCount(score.missing, entries));
  return Array.from({ length: Math.min(entries, allowed + 1) + 1 }, (_, count) => String(count));
}

/** Keys of the targets that one result exercises. */
function* exercised(score: Score, result: ScoreResult, person: Person): Generator<string> {
  const { steps, value } = result;
  for (const entry of steps.entries ?? []) {
    if (entry.value === undefined) continue;
    yield `item ${entry.id}`;
    if (entry.reversed !== undefined && isOffMiddle(entry)) yield `reversal ${entry.id}`;
  }
  for (const { id, from } of steps.formula?.read ?? []) if (from.kind !== "missing") yield `item ${id}`;
  for (const id of person.instrument.items.ids()) if (score.when !== undefined && person.answer(id).kind !== "missing") yield `item ${id}`;
  if (steps.combined !== undefined) yield `missing count ${steps.combined.entries - steps.combined.answered}`;
  if (steps.formula?.decided !== undefined) yield `case ${steps.formula.decided + 1}`;
  if (value.kind !== "number") return;
  for (const [property, found] of result.properties) {
    const set = property === "band" ? score.bands : score.bandSets.get(property);
    const prefix = property === "band" ? "" : `${property} `;
    for (const edge of edgesOf(set, prefix)) if (found.kind === "text" && edge.at.equals(value.value)) yield `band edge ${edge.name}`;
  }
  for (const cutOff of score.cutOffs) if (cutOff.at.equals(value.value)) yield `cut-off ${cutOff.name} ${printExact(cutOff.at)}`;
}

function isOffMiddle({ reversed }: EntryStep): boolean {
  const { low, high } = reversed?.ends ?? {};
  return low !== undefined && high !== undefined && reversed !== undefined && !reversed.before.mul(exact(2)).equals(low.add(high));
}

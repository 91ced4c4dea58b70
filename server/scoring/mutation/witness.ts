import type { Instrument, Item } from "../../model/instrument.ts";
import { possibleAnswers, readClosure, responseOf } from "../../model/resolve.ts";
import { type Exact, exact } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import { type Answer, BLANK, readAnswer } from "../answers.ts";
import type { CompiledInstrument } from "../pipeline.ts";
import { printValue } from "../printValue.ts";

/** Whether two versions of an instrument give one person different scores. */
export type Comparison =
  /** These answers tell them apart. */
  | { readonly kind: "different"; readonly answers: ReadonlyMap<string, Answer> }
  /** Every possible set of answers was tried, and none does. */
  | { readonly kind: "equal" }
  /** None of those tried does, and there are more than can be tried. */
  | { readonly kind: "unknown" };

/** So many sets of answers are tried one by one; with more than these only a part is. */
const EXHAUSTIVE = 20_000;
const RANDOM = 600;

/**
 * Looks for answers that tell two versions apart in some of their scores. A difference is always shown by answers that give it, so it is never
 * claimed in error; sameness is claimed only after trying every combination of the answers that the two versions can read. In between the search
 * walks from all-lowest to all-highest answers one code at a time (which passes every total on its way, and so every edge), then leaves 1, 2, 3 ...
 * items blank, then tries random answers with a fixed seed.
 */
export function compareVersions(one: CompiledInstrument, other: CompiledInstrument, scores: readonly string[]): Comparison {
  const watched = scores.filter((id) => one.order.includes(id));
  const read = new Set([...readClosure(one.instrument, watched), ...readClosure(other.instrument, watched)]);
  const items = one.instrument.items.values().filter(({ id }) => read.has(id));
  const differ = (answers: ReadonlyMap<string, Answer>): boolean => differs(one, other, watched, answers);
  const columns = items.map((item) => answersTo(one.instrument, item));
  const size = columns.reduce((product, { answers }) => product * (answers.length + 1), 1);
  const listed = columns.every(({ all }) => all);
  const tries = size <= EXHAUSTIVE ? combinations(items, columns) : samples(one, watched, items, columns);
  for (const answers of tries) if (differ(answers)) return { kind: "different", answers };
  return listed && size <= EXHAUSTIVE ? { kind: "equal" } : { kind: "unknown" };
}

function differs(
  one: CompiledInstrument,
  other: CompiledInstrument,
  scores: readonly string[],
  answers: ReadonlyMap<string, Answer>,
): boolean {
  const given = (id: string): Answer | undefined => answers.get(id);
  const [left, right] = [one.score(given), other.score(given)];
  return scores.some((id) => {
    const [a, b] = [left.result(id), right.result(id)];
    if (a === undefined || b === undefined) return false;
    // Values are compared as they are written: numbers are exact there or have more digits than anyone reports.
    if (a.value.kind !== b.value.kind || printValue(a.value) !== printValue(b.value)) return true;
    return [...a.properties].some(([name, value]) => {
      const changed = b.properties.get(name);
      return changed === undefined || changed.kind !== value.kind || printValue(changed) !== printValue(value);
    });
  });
}

/** Answers that an item can be given; `all` where there are no others. */
interface Column {
  readonly answers: readonly Answer[];
  readonly all: boolean;
}

function answersTo(instrument: Instrument, item: Item): Column {
  const possible = possibleAnswers(instrument, item);
  const read = (cell: string): Answer[] => {
    const { answer } = readAnswer(instrument, item, cell);
    return answer.kind === "missing" ? [] : [answer];
  };
  if (possible?.kind === "codes") return { answers: possible.answers.flatMap(({ code }) => read(code)), all: true };
  if (possible?.kind === "interval")
    return { answers: pointsBetween(possible.low, possible.high).flatMap((point) => read(printExact(point))), all: false };
  const response = responseOf(instrument, item);
  const codes = response?.options.filter(({ missing }) => !missing).map(({ code }) => code) ?? [];
  const cells = codes.length > 0 ? [...codes, codes.join(";"), codes.slice(0, 2).join(";")] : (SAMPLES[response?.type ?? "text"] ?? ["x"]);
  return { answers: cells.flatMap(read), all: false };
}

/** Believable answers that are no numbers. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  time: ["00:00", "00:01", "01:30", "06:00", "07:15", "22:00", "23:30"],
  date: ["2000-01-01", "2024-02-29", "2026-06-30"],
  duration: ["0 minutes", "15 minutes", "60 minutes", "8 hours", "6 months", "2 years"],
};

function pointsBetween(low: Exact | undefined, high: Exact | undefined): Exact[] {
  const from = low ?? (high === undefined ? exact(0) : high.sub(exact(100)));
  const to = high ?? from.add(exact(100));
  const parts = 40;
  const inner = Array.from({ length: parts + 1 }, (_, place) => from.add(to.sub(from).mul(exact(place, parts))));
  return [...inner, ...inner.map((point) => point.floor())];
}

function* combinations(items: readonly Item[], columns: readonly Column[]): Generator<ReadonlyMap<string, Answer>> {
  const places = columns.map(() => 0);
  for (;;) {
    yield new Map(items.map(({ id }, at) => [id, columns[at]?.answers[places[at] ?? 0] ?? BLANK]));
    let at = 0;
    for (; at < places.length; at++) {
      places[at] = (places[at] ?? 0) + 1;
      if ((places[at] ?? 0) <= (columns[at]?.answers.length ?? 0)) break;
      places[at] = 0;
    }
    if (at === places.length) return;
  }
}

function* samples(
  compiled: CompiledInstrument,
  scores: readonly string[],
  items: readonly Item[],
  columns: readonly Column[],
): Generator<ReadonlyMap<string, Answer>> {
  const ordered = columns.map((_, at) => ascending(compiled, scores, items, columns, at));
  const pick = (at: number, share: number): Answer =>
    ordered[at]?.[Math.min((ordered[at]?.length ?? 1) - 1, Math.floor(share * (ordered[at]?.length ?? 0)))] ?? BLANK;
  const profile = (shares: (at: number) => number): Map<string, Answer> => new Map(items.map(({ id }, at) => [id, pick(at, shares(at))]));
  const current = profile(() => 0);
  yield current;
  for (const [at, item] of items.entries()) {
    for (const answer of ordered[at] ?? []) {
      current.set(item.id, answer);
      yield current;
    }
  }
  for (const shares of [() => 0, () => 0.5, () => 0.99, (at: number) => (at % 2 === 0 ? 0 : 0.99), (at: number) => (at % 3) / 2.1]) {
    const answers = profile(shares);
    for (const { id } of items) {
      const kept = answers.get(id) ?? BLANK;
      answers.set(id, BLANK);
      yield new Map(answers);
      yield new Map([...profile(shares)].map(([each, answer]) => [each, each === id ? BLANK : answer]));
      if (kept.kind === "missing") continue;
    }
  }
  const random = generator();
  for (let round = 0; round < RANDOM; round++) {
    const blanks = (round % 4) / 8;
    yield new Map(items.map(({ id }, at) => [id, random() < blanks ? BLANK : pick(at, random())]));
  }
}

/** The answers to one item in the order of what they do to the scores while all others stay in the middle. */
function ascending(
  compiled: CompiledInstrument,
  scores: readonly string[],
  items: readonly Item[],
  columns: readonly Column[],
  at: number,
): readonly Answer[] {
  const middle = new Map(
    items.map(({ id }, each) => [id, columns[each]?.answers[Math.floor((columns[each]?.answers.length ?? 0) / 2)] ?? BLANK]),
  );
  const effect = (answer: Answer): number => {
    const answers = new Map(middle).set(items[at]?.id ?? "", answer);
    const person = compiled.score((id) => answers.get(id));
    for (const id of scores) {
      const value = person.result(id)?.value;
      if (value?.kind === "number") return value.value.valueOf();
    }
    return 0;
  };
  return (columns[at]?.answers ?? [])
    .map((answer) => ({ answer, by: effect(answer) }))
    .sort((a, b) => a.by - b.by)
    .map(({ answer }) => answer);
}

/** Numbers from 0 up to 1 that look random and are the same on every run (a linear congruential generator, Numerical Recipes 2007, p. 340). */
function generator(): () => number {
  let state = 20_260_223;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

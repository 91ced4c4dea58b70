import { type Exact, exact, ZERO } from "../../number/exact.ts";
import { marked, NO_TAGS, type Outcome, type Point, type Stretch } from "./atom.ts";
import { holds, type Interval, single } from "./interval.ts";
import { type Measure, measured } from "./pointValue.ts";
import { both, type Proof } from "./proof.ts";

/** So many single numbers are kept one by one; more become a stretch. */
export const MOST_POINTS = 20_000;
/** So many stretches are kept apart; more become one. */
const MOST_STRETCHES = 64;

/** The same outcomes with each value once, sure ones before doubtful ones, tags taken off and touching stretches joined. */
export function normalised(outcomes: Iterable<Outcome>): readonly Outcome[] {
  const points = new Map<string, Outcome<Point>>();
  const stretches: Outcome<Stretch>[] = [];
  const others = new Map<string, Outcome>();
  for (const { atom: tagged, proof } of outcomes) {
    const atom = marked(tagged, tagged.sure, NO_TAGS);
    if (atom.kind === "stretch") stretches.push({ atom, proof });
    else if (atom.kind === "unknown") {
      if (others.get(atom.type)?.atom.sure !== true) others.set(atom.type, { atom, proof });
    } else {
      const key = atom.sure ? atom.key : atom.key.slice(0, -1);
      const known = points.get(key);
      if (known === undefined || (atom.sure && !known.atom.sure)) points.set(key, { atom, proof });
    }
  }
  if (stretches.length === 0 && points.size <= MOST_POINTS)
    return others.size === 0 ? [...points.values()] : [...points.values(), ...others.values()];
  const [singles, rest] = sorted([...points.values()]);
  const joined = joinStretches([...stretches, ...thinned(singles, stretches)]);
  return [...joined, ...rest, ...others.values()];
}

/** Points that are numbers of some measure, and all others. */
function sorted(points: readonly Outcome<Point>[]): readonly [Outcome<Point>[], Outcome<Point>[]] {
  const numbers: Outcome<Point>[] = [];
  const rest: Outcome<Point>[] = [];
  for (const outcome of points) (measured(outcome.atom.value) === undefined ? rest : numbers).push(outcome);
  return [numbers, rest];
}

/** Points that no sure stretch holds already; where they are too many, stretches in their place. */
function thinned(points: readonly Outcome<Point>[], stretches: readonly Outcome<Stretch>[]): readonly Outcome[] {
  const left = points.filter(({ atom }) => {
    const value = measured(atom.value);
    return !stretches.some(({ atom: s }) => s.dense && s.sure && s.measure === value?.measure && holds(s, value.number));
  });
  return left.length <= MOST_POINTS ? left : asStretches(left);
}

/** Many numbers as one stretch: in steps where they are evenly spaced and all sure, else only the ends are known. */
export function asStretches(points: readonly Outcome<Point>[]): readonly Outcome[] {
  const byMeasure = new Map<Measure, { readonly number: Exact; readonly outcome: Outcome<Point> }[]>();
  const rest: Outcome[] = [];
  for (const outcome of points) {
    const value = measured(outcome.atom.value);
    if (value === undefined) rest.push(outcome);
    else {
      const same = byMeasure.get(value.measure);
      if (same === undefined) byMeasure.set(value.measure, [{ number: value.number, outcome }]);
      else same.push({ number: value.number, outcome });
    }
  }
  for (const [measure, values] of byMeasure) rest.unshift(...hull(measure, values));
  return rest;
}

function hull(measure: Measure, values: { readonly number: Exact; readonly outcome: Outcome<Point> }[]): readonly Outcome[] {
  values.sort((a, b) => a.number.compare(b.number));
  const [first, second] = values;
  const last = values.at(-1);
  if (first === undefined || second === undefined || last === undefined || last === first) return values.map(({ outcome }) => outcome);
  const step = second.number.sub(first.number);
  const even = values.every(({ number, outcome }, place) => outcome.atom.sure && number.sub(first.number).equals(step.mul(exact(place))));
  const end = ({ number, outcome }: typeof first) => ({ value: number, open: false, sure: outcome.atom.sure, proof: outcome.proof });
  const at = (value: Exact): Proof | undefined => values[value.sub(first.number).div(step).valueOf()]?.outcome.proof;
  const sure = values.some(({ outcome }) => outcome.atom.sure);
  const interval: Interval = { low: end(first), high: end(last), dense: even, step: even ? step : undefined, at: even ? at : undefined };
  // Where only one value comes of the whole stretch, any of its numbers will do for a proof.
  return [{ atom: { kind: "stretch", measure, ...interval, sure, tags: NO_TAGS }, proof: first.outcome.proof }];
}

/** Joins stretches that overlap or touch without a gap; points beside steps become one more step. */
function joinStretches(outcomes: readonly Outcome[]): readonly Outcome[] {
  const done: Outcome[] = [];
  const open: (Outcome & { readonly interval: Interval; readonly measure: Measure })[] = [];
  for (const outcome of outcomes) {
    const interval = intervalOf(outcome);
    if (interval === undefined) done.push(outcome);
    else open.push({ ...outcome, ...interval });
  }
  open.sort((a, b) => order(a.measure, b.measure) || lowOrder(a.interval, b.interval));
  let last: (typeof open)[number] | undefined;
  const joined: typeof open = [];
  for (const next of open) {
    const union = last?.measure === next.measure ? unionOf(last.interval, next.interval) : undefined;
    if (last === undefined || union === undefined) {
      joined.push(next);
      last = next;
    } else {
      last = { ...last, interval: union, atom: { kind: "stretch", measure: last.measure, ...union, sure: true, tags: NO_TAGS } };
      joined[joined.length - 1] = last;
    }
  }
  const stretches = joined.filter(({ atom }) => atom.kind === "stretch");
  if (stretches.length <= MOST_STRETCHES) return [...joined.map(({ atom, proof }) => ({ atom, proof })), ...done];
  return [
    ...widest(stretches),
    ...joined.filter(({ atom }) => atom.kind !== "stretch").map(({ atom, proof }) => ({ atom, proof })),
    ...done,
  ];
}

function intervalOf({ atom, proof }: Outcome): { readonly interval: Interval; readonly measure: Measure } | undefined {
  if (atom.kind === "stretch") return { interval: withProof(atom, proof), measure: atom.measure };
  if (atom.kind === "unknown") return undefined;
  const value = measured(atom.value);
  return value === undefined ? undefined : { interval: single(value.number, atom.sure, proof), measure: value.measure };
}

/** What led to the whole stretch belongs to each of its numbers once stretches of different origin are joined. */
function withProof(atom: Stretch, proof: Proof | undefined): Interval {
  const { low, high, dense, step, at, sure } = atom;
  const end = (side: typeof low) => ({ ...side, sure: side.sure && sure, proof: both(side.proof, proof) });
  const inside = (value: Exact): Proof | undefined => {
    const found = at?.(value);
    return found && both(found, proof);
  };
  return { low: end(low), high: end(high), dense: dense && sure, step, at: at && inside };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lowOrder(a: Interval, b: Interval): number {
  if (a.low.value === undefined || b.low.value === undefined) return a.low.value === b.low.value ? 0 : a.low.value === undefined ? -1 : 1;
  return a.low.value.compare(b.low.value) || Number(a.low.open) - Number(b.low.open);
}

/** One interval for two dense ones of which the second begins not before the first; undefined where there is a gap or steps do not agree. */
function unionOf(first: Interval, second: Interval): Interval | undefined {
  if (!first.dense || !second.dense || (isPoint(first) && isPoint(second))) return undefined;
  const step = isPoint(first) ? second.step : isPoint(second) ? first.step : first.step;
  if (!isPoint(first) && !isPoint(second) && !sameStep(first.step, second.step)) return undefined;
  if (first.high.value !== undefined && second.low.value !== undefined) {
    const gap = second.low.value.sub(first.high.value);
    if (step === undefined) {
      if (gap.gt(ZERO) || (gap.equals(ZERO) && first.high.open && second.low.open)) return undefined;
    } else if (gap.gt(step) || gap.div(step).d !== 1n) return undefined;
  } else if (step !== undefined) return undefined;
  const high = highOrder(first, second) >= 0 ? first.high : second.high;
  const atOf = (interval: Interval, value: Exact): Proof | undefined => (holds(interval, value) ? interval.at?.(value) : undefined);
  const at = (value: Exact): Proof | undefined => atOf(first, value) ?? atOf(second, value);
  return { low: first.low, high, dense: true, step, at };
}

function isPoint({ low, high }: Interval): boolean {
  return low.value !== undefined && high.value !== undefined && low.value.equals(high.value);
}

function sameStep(first: Exact | undefined, second: Exact | undefined): boolean {
  return first === undefined || second === undefined ? first === second : first.equals(second);
}

function highOrder({ high: a }: Interval, { high: b }: Interval): number {
  if (a.value === undefined || b.value === undefined) return a.value === b.value ? 0 : a.value === undefined ? 1 : -1;
  return a.value.compare(b.value) || Number(b.open) - Number(a.open);
}

/** One stretch from the lowest to the highest of many, whose ends alone are known. */
function widest(outcomes: readonly (Outcome & { readonly interval: Interval; readonly measure: Measure })[]): readonly Outcome[] {
  const byMeasure = new Map<Measure, Interval>();
  for (const { interval, measure } of outcomes) {
    const known = byMeasure.get(measure);
    const low = known === undefined || lowOrder(interval, known) < 0 ? interval.low : known.low;
    const high = known === undefined || highOrder(interval, known) > 0 ? interval.high : known.high;
    byMeasure.set(measure, { low, high, dense: false });
  }
  return [...byMeasure].map(([measure, interval]) => ({
    atom: { kind: "stretch", measure, ...interval, sure: interval.low.sure || interval.high.sure, tags: NO_TAGS },
    proof: interval.low.proof ?? interval.high.proof,
  }));
}

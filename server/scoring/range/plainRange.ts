import type { Bound } from "../../expression/range/interval.ts";
import { type KeptWith, keptWith } from "../../keptWith.ts";
import type { Instrument, Item, Recode, Response, Score } from "../../model/instrument.ts";
import {
  type Member,
  membersOf,
  neededCount,
  possibleAnswers,
  type Recodable,
  recodable,
  recoded,
  responseOf,
  routingOf,
} from "../../model/resolve.ts";
import { add, compare, divide, multiply, subtract } from "../../number/arithmetic.ts";
import { type Exact, exact, ONE, reducedRatio, ZERO } from "../../number/exact.ts";
import { roundTo } from "../../number/round.ts";
import { remember } from "../../remember.ts";
import { LazyRange, type Steps } from "./lazyRange.ts";
import { lazily, MOST_LISTED, type PossibleRange, type Reach, SurelyReached } from "./summarised.ts";

/**
 * The range of a score as most are: the sum or mean, rounded or not, of items that everyone is asked, each on listed numbers. Its ends, and enough of what lies
 * between them, follow from the ends of the answers without going through what they add up to; what else is asked of it is worked out by `whole`
 * then. Undefined for every other score.
 */
export function plainRange(instrument: Instrument, score: Score, whole: () => PossibleRange | undefined): PossibleRange | undefined {
  const ladder = ladderOf(instrument, score);
  if (!ladder) return undefined;
  let made: PossibleRange | undefined;
  const rest = (): PossibleRange => {
    made ??= whole();
    if (!made) throw new Error(`"${score.id}" has no range`);
    return made;
  };
  const { min, max } = ladder.rounded;
  return new LazyRange(
    {
      min,
      max,
      minReached: true,
      maxReached: true,
      exact: true,
      values: undefined,
      steps: laterStepsOf(ladder),
      witness: lazily(
        () => new Map(ladder.cells.map(({ id, low }) => [id, low])),
        () => new Map(ladder.cells.map(({ id, high }) => [id, high])),
      ),
      reaches: (from, to) => reachOn(ladder.rounded, from, to) ?? rest().reaches(from, to),
      gives: (value) => rest().gives(value),
    },
    rest,
  );

  function reachOn(rungs: Ladder, from: Bound, to: Bound): Reach | undefined {
    if (from.value !== undefined && isAbove(from.value, rungs.max, from.open)) return { possible: "no" };
    if (to.value !== undefined && isAbove(rungs.min, to.value, to.open)) return { possible: "no" };
    return hasRung(rungs, from, to) ? new SurelyReached(() => rest().reaches(from, to)) : undefined;
  }
}

/** The ends of a score, and numbers at equal distances from one to the other that complete answers reach. */
interface Ladder {
  readonly min: Exact;
  readonly max: Exact;
  /** The distance; undefined where there is only one number, or distances differ. */
  readonly gap?: Exact;
}

/** A score with what its items are answered at its ends. */
interface ScoreLadder extends Ladder {
  readonly round: (value: Exact) => Exact;
  /** The same after rounding, which keeps the order; distances between are not followed there. */
  readonly rounded: Ladder;
  /** In document order. */
  readonly cells: readonly { readonly id: string; readonly low: string; readonly high: string }[];
  /** How many items may be all that are answered, each as a share of all; undefined where something else stands for those that are not. */
  readonly incomplete?: readonly Exact[];
}

/** What a member can be answered, with the answers at its ends as a data file holds them. */
interface AnswerLadder extends Ladder {
  readonly low: string;
  readonly high: string;
}

/** All numbers that a score can be, where they are few enough to be listed; listed when they are asked for. */
function laterStepsOf(ladder: ScoreLadder): () => Steps | undefined {
  let made: { readonly steps: Steps | undefined } | undefined;
  return () => {
    const counts = made ? undefined : stepCounts(ladder);
    made ??= { steps: counts && stepsOf(ladder, counts) };
    return made.steps;
  };
}

/** How many steps lead from one end to the other, for each number of answers; undefined where that makes too many numbers. */
function stepCounts({ min, max, gap, incomplete }: ScoreLadder): readonly number[] | undefined {
  const count = gap && divide(subtract(max, min), gap)?.valueOf();
  if (count === undefined || incomplete === undefined || count >= MOST_LISTED) return undefined;
  // With one answer fewer the same way from end to end has fewer and longer steps.
  const counts = [count, ...incomplete.map((share) => share.mul(exact(count)).valueOf())];
  return counts.reduce((sum, each) => sum + each + 1, 0) > MOST_LISTED ? undefined : counts;
}

function stepsOf({ min, max, round }: ScoreLadder, counts: readonly number[]): Steps {
  const whole = subtract(max, min);
  const values = sharesOf(counts).map(([part, of]) => round(add(min, multiply(whole, reducedRatio(BigInt(part), BigInt(of))))));
  // Neighbours may be rounded to the same.
  const attainable = values.filter((value, place) => place === 0 || compare(value, values[place - 1] ?? value) !== 0);
  return { step: distanceIn(attainable), attainable };
}

/** All shares of the way that so many equal steps lead to, each once in lowest terms and in their order. No count is above `MOST_LISTED`. */
function sharesOf(counts: readonly number[]): readonly (readonly [part: number, of: number])[] {
  const shares = new Map<number, readonly [number, number]>();
  for (const count of counts) {
    for (let place = 0; place <= count; place++) {
      const divisor = commonDivisor(place, count);
      // Two different shares of so few steps differ by far more than a division can be off.
      if (divisor > 0) shares.set(place / count, [place / divisor, count / divisor]);
    }
  }
  return [...shares].sort(([one], [other]) => one - other).map(([, share]) => share);
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}

/** The distance between any two neighbours where it is the same; undefined where it is not, or there is only one number. */
function distanceIn([first, ...more]: readonly Exact[]): Exact | undefined {
  const [second] = more;
  const distance = first && second && subtract(second, first);
  return distance && more.every((value, place) => compare(value, first.add(distance.mul(exact(place + 1)))) === 0) ? distance : undefined;
}

const isAbove = (one: Exact, other: Exact, orEqual: boolean): boolean => compare(one, other) > (orEqual ? -1 : 0);

/** Whether one of the numbers lies between two bounds. */
function hasRung({ min, max, gap }: Ladder, from: Bound, to: Bound): boolean {
  const isBelowTop = (value: Exact): boolean => to.value === undefined || !isAbove(value, to.value, to.open);
  if (from.value === undefined || !isAbove(from.value, min, from.open)) return isBelowTop(min);
  if (gap === undefined) return isBelowTop(max);
  const rungs = divide(subtract(from.value, min), gap);
  if (rungs === undefined) return false;
  const above = from.open ? rungs.floor().add(ONE) : rungs.ceil();
  return isBelowTop(min.add(above.mul(gap)));
}

function ladderOf(instrument: Instrument, score: Score): ScoreLadder | undefined {
  const method = score.method ?? "sum";
  if ((method !== "sum" && method !== "mean") || !isPlain(score)) return undefined;
  const { members, unknown } = membersOf(instrument, score);
  const count = members.length;
  if (count === 0 || unknown.length > 0 || (count > 1 && score.method === undefined)) return undefined;
  const answers: AnswerLadder[] = [];
  const cells: ScoreLadder["cells"][number][] = [];
  const seen = new Set<string>();
  for (const member of members) {
    const known = seen.has(member.id) ? undefined : answersOf(instrument, member);
    if (!known) return undefined;
    seen.add(member.id);
    answers.push(known);
    cells.push({ id: member.id, ...(member.reversed ? { low: known.high, high: known.low } : { low: known.low, high: known.high }) });
  }
  const [first] = answers;
  if (!first) return undefined;
  const alike = answers.every((each) => each === first || (compare(each.min, first.min) === 0 && compare(each.max, first.max) === 0));
  const needed = neededCount(score.missing, count);
  const fill = score.missing?.fill;
  if (needed > count || (score.missing?.always ?? []).some((id) => !seen.has(id))) return undefined;
  // Where some may be missing, a mean stays between the ends only if all members have the same; what stands for them in a sum must, too.
  if (needed < count && !(alike && (method === "mean" ? typeof fill !== "object" : fill === "person_mean"))) return undefined;
  const share = method === "mean" ? exact(1, count) : ONE;
  const total = (end: "min" | "max"): Exact =>
    alike
      ? multiply(first[end], method === "mean" ? ONE : exact(count))
      : multiply(
          answers.reduce((sum, each) => add(sum, each[end]), ZERO),
          share,
        );
  const gap = answers.every((each) => each.gap !== undefined && (each === first || (first.gap && compare(each.gap, first.gap) === 0)));
  const least = Math.max(needed, score.missing?.always.length ?? 0, 1);
  const isOwnMean = fill === undefined || fill === "none" || fill === "person_mean";
  const incomplete =
    needed < count && !isOwnMean ? undefined : Array.from({ length: count - least }, (_, place) => exact(least + place, count));
  cells.sort((a, b) => instrument.items.indexOf(a.id) - instrument.items.indexOf(b.id));
  const [min, max] = [total("min"), total("max")];
  const ladder = { min, max, gap: gap ? first.gap?.mul(share) : undefined };
  const round = roundingOf(score);
  const rounded = score.round === undefined ? ladder : { min: round(min), max: round(max) };
  return { ...ladder, round, rounded, cells, incomplete };
}

/** How the values of a score are rounded; not at all where it has no rounding, or one without a mode, which is an error of its own. */
function roundingOf({ round }: Score): (value: Exact) => Exact {
  const mode = round?.mode;
  return round === undefined || mode === undefined ? (value) => value : (value) => roundTo(value, round.to, mode);
}

/** Nothing but entries that are added up, and nothing that depends on who answers. */
function isPlain(score: Score): boolean {
  const { level, when, value, cases, transform, bands, bandSets, cutOffs, by } = score;
  const isByCovariate = [bands, ...bandSets.values()].some((set) => set?.kind === "by") || cutOffs.some((cutOff) => cutOff.by);
  const isEntries = score.entries !== undefined && when === undefined && value === undefined && cases === undefined;
  return level === "person" && isEntries && transform.length === 0 && by === undefined && !isByCovariate;
}

/** What a member adds. Reversed within its own ends it adds the same numbers. */
function answersOf(instrument: Instrument, { item, recode, weight }: Member): AnswerLadder | undefined {
  if (!item || item.key !== undefined || !weight.equals(ONE)) return undefined;
  const response = responseOf(instrument, item);
  if (!response || routingOf(instrument, item).length > 0) return undefined;
  const kept = recode === undefined ? KEPT : remember(RECODED, recode, () => new WeakMap());
  return remember(kept, response, () => ({ answers: answersOn(instrument, item, response, recode) })).answers;
}

type KeptAnswers = KeptWith<Response, { readonly answers: AnswerLadder | undefined }>;

/** What a response gives is the same for all items without a key. */
const KEPT: KeptAnswers = keptWith();
const RECODED = keptWith<Recode, KeptAnswers>();

function answersOn(instrument: Instrument, item: Item, response: Response, recode: Recode | undefined): AnswerLadder | undefined {
  const possible = response.options.some(({ when }) => when !== undefined) ? undefined : possibleAnswers(instrument, item);
  if (possible?.kind !== "codes") return undefined;
  const scored = possible.answers.flatMap((answer) => {
    const score = recode === undefined ? answer.score : recodedNumber(recode, recodable(item, answer));
    return score ? [{ code: answer.code, score }] : [];
  });
  scored.sort((a, b) => compare(a.score, b.score));
  const scores = scored.map(({ score }) => score);
  const [first] = scored;
  const max = scores.at(-1);
  // Of answers that give the same the first stands for them.
  const last = scored.find(({ score }) => max && compare(score, max) === 0);
  if (!first || !max || !last || scores.length < possible.answers.length) return undefined;
  const min = first.score;
  const second = scores.find((each) => compare(each, min) > 0);
  const gap = second && subtract(second, min);
  const isEven = gap && scores.every((each, place) => place === 0 || isNext(each, scores[place - 1] ?? each, gap));
  return { min, max, gap: isEven ? gap : undefined, low: first.code, high: last.code };
}

function recodedNumber(recode: Recode, from: Recodable): Exact | undefined {
  const result = recoded(recode, from);
  return result.kind === "number" ? result.value : undefined;
}

function isNext(value: Exact, before: Exact, gap: Exact): boolean {
  const order = compare(value, before);
  return order === 0 || compare(subtract(value, before), gap) === 0;
}

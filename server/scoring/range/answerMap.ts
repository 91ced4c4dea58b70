import { type Outcome, point } from "../../expression/range/atom.ts";
import { type Interval, outcomeOf } from "../../expression/range/interval.ts";
import { scaled } from "../../expression/range/linear.ts";
import { intervalOf } from "../../expression/range/numeric.ts";
import type { Operation } from "../../expression/range/operation.ts";
import { endsOfRows, piecewise, type ValueRow } from "../../expression/range/operations/piecewise.ts";
import { isNumber, type Value } from "../../expression/value.ts";
import type { Recode } from "../../model/instrument.ts";
import type { Ends } from "../../model/resolve.ts";
import { type Exact, exact, ONE, parseExact, ZERO } from "../../number/exact.ts";

/** What happens to an answer, or a score, before it goes into a score: key, recode, reversal. */
export interface AnswerMap {
  /** Code of the right answer of an ability item. */
  readonly key?: string;
  readonly recode?: Recode;
  readonly reversed: boolean;
  /** What it is reversed in, where it is. */
  readonly ends: () => Ends | undefined;
}

/** The same for answers that are whole stretches of numbers. */
export function mappedNumbers(map: AnswerMap): Pick<Operation, "spread" | "cuts" | "back"> {
  // Most answers are listed: what stretches need is only worked out for stretches.
  let made: { readonly rows: readonly ValueRow[] | undefined; readonly reverse: ReturnType<typeof reversal> } | undefined;
  const parts = (): NonNullable<typeof made> => {
    made ??= { rows: rowsOf(map), reverse: reversal(map) };
    return made;
  };
  return {
    spread: ([atom]) => {
      if (atom === undefined || atom.kind === "unknown") return undefined;
      const { rows, reverse } = parts();
      const operand = intervalOf(atom);
      if (operand === undefined) return undefined;
      // A clock time or a duration has no score of its own; only a row for all others takes it.
      if (operand.measure !== "number") return [{ atom: point(otherwise(map)) }];
      if (rows !== undefined) return piecewise(rows, null)(atom);
      return reverse === undefined ? [{ atom: point(null) }] : [outcomeOf(reverse(operand.interval))];
    },
    cuts: () => endsOfRows(parts().rows ?? []),
    back: (result) => (parts().rows !== undefined || parts().reverse === undefined ? undefined : backOf(map, result)),
  };
}

function otherwise({ recode, ...map }: AnswerMap): Value {
  const row = recode?.rows.find(({ match }) => match.kind === "else");
  return row?.to === undefined ? null : mirrored(map, row.to);
}

/** Without recode and key numbers stay as they are, or are reversed; undefined where a reversal has no ends. */
function reversal(map: AnswerMap): ((interval: Interval) => Interval) | undefined {
  if (!map.reversed) return (interval) => interval;
  const sum = sumOfEnds(map);
  if (sum === undefined) return undefined;
  return (interval) => scaled(interval, exact(-1), sum);
}

function backOf(map: AnswerMap, result: Exact): Exact | undefined {
  return map.reversed ? sumOfEnds(map)?.sub(result) : result;
}

function mirrored(map: AnswerMap, value: Exact): Value {
  return map.reversed ? (sumOfEnds(map)?.sub(value) ?? null) : value;
}

/** Lowest + highest, from which a reversed value is taken. */
function sumOfEnds({ ends }: AnswerMap): Exact | undefined {
  const { low, high } = ends() ?? {};
  return low === undefined || high === undefined ? undefined : low.add(high);
}

/** The rows that a number meets, with the value each leads to; undefined where there are no rows. */
function rowsOf(map: AnswerMap): readonly ValueRow[] | undefined {
  const { key, recode } = map;
  const after = (value: Exact | undefined): Value => (value === undefined ? null : mirrored(map, value));
  if (key !== undefined) {
    const number = parseExact(key);
    const [right, wrong] = recode === undefined ? [after(ONE), after(ZERO)] : [after(rowFor(recode, ONE)), after(rowFor(recode, ZERO))];
    const all = { from: { open: true }, to: { open: true }, value: wrong };
    return number === undefined ? [all] : [{ from: { value: number, open: false }, to: { value: number, open: false }, value: right }, all];
  }
  return recode?.rows.flatMap(({ match, to }): ValueRow[] => {
    if (match.kind === "else") return [{ from: { open: true }, to: { open: true }, value: after(to) }];
    if (match.kind === "interval") {
      const from = { value: match.low, open: match.low === undefined || match.lowOpen };
      return [{ from, to: { value: match.high, open: match.high === undefined || match.highOpen }, value: after(to) }];
    }
    if (match.number === undefined) return [];
    const at = { value: match.number, open: false };
    return [{ from: at, to: at, value: after(to) }];
  });
}

function rowFor(recode: Recode, value: Exact): Exact | undefined {
  const [outcome]: readonly (Outcome | undefined)[] =
    piecewise(rowsOf({ recode, reversed: false, ends: () => undefined }) ?? [], null)(point(value)) ?? [];
  return outcome?.atom.kind === "point" && isNumber(outcome.atom.value) ? outcome.atom.value : undefined;
}

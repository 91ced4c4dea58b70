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
  readonly ends?: Ends;
}

/** The same for answers that are whole stretches of numbers. */
export function mappedNumbers(map: AnswerMap): Pick<Operation, "spread" | "cuts" | "back"> {
  const rows = rowsOf(map);
  const reverse = reversal(map);
  return {
    spread: ([atom]) => {
      if (atom === undefined || atom.kind === "unknown") return undefined;
      const operand = intervalOf(atom);
      if (operand === undefined) return undefined;
      // A clock time or a duration has no score of its own; only a row for all others takes it.
      if (operand.measure !== "number") return [{ atom: point(otherwise(map)) }];
      if (rows !== undefined) return piecewise(rows, null)(atom);
      return reverse === undefined ? [{ atom: point(null) }] : [outcomeOf(reverse(operand.interval))];
    },
    cuts: () => (rows === undefined ? [] : endsOfRows(rows)),
    back: (result) => (rows !== undefined || reverse === undefined ? undefined : backOf(map, result)),
  };
}

function otherwise({ recode, ...map }: AnswerMap): Value {
  const row = recode?.rows.find(({ match }) => match.kind === "else");
  return row?.to === undefined ? null : mirrored(map, row.to);
}

/** Without recode and key numbers stay as they are, or are reversed; undefined where a reversal has no ends. */
function reversal({ reversed, ends }: AnswerMap): ((interval: Interval) => Interval) | undefined {
  if (!reversed) return (interval) => interval;
  if (ends?.low === undefined || ends.high === undefined) return undefined;
  const sum = ends.low.add(ends.high);
  return (interval) => scaled(interval, exact(-1), sum);
}

function backOf({ reversed, ends }: AnswerMap, result: Exact): Exact | undefined {
  if (!reversed) return result;
  return ends?.low === undefined || ends.high === undefined ? undefined : ends.low.add(ends.high).sub(result);
}

function mirrored({ reversed, ends }: AnswerMap, value: Exact): Value {
  if (!reversed) return value;
  return ends?.low === undefined || ends.high === undefined ? null : ends.low.add(ends.high).sub(value);
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
  const [outcome]: readonly (Outcome | undefined)[] = piecewise(rowsOf({ recode, reversed: false }) ?? [], null)(point(value)) ?? [];
  return outcome?.atom.kind === "point" && isNumber(outcome.atom.value) ? outcome.atom.value : undefined;
}

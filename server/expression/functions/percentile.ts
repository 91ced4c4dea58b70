import { add, compare, divide, equal, floor, multiply, subtract } from "../../number/arithmetic.ts";
import { type Exact, exact, ONE, ZERO } from "../../number/exact.ts";
import { neededOf, type Options } from "../range/functionRange.ts";
import type { Gathering } from "../range/gathering.ts";
import { sorting } from "../range/gatherings/sorting.ts";
import { keyOf } from "../range/pointValue.ts";
import { NUMBER } from "../type.ts";
import { isNumber, type Value } from "../value.ts";
import type { FormulaFunction } from "./function.ts";
import { NEED, numbersThere } from "./need.ts";

export const percentile: FormulaFunction = {
  name: "percentile",
  summary: "the value below which so many percent of the values lie; with a table, the percentile rank that its norms give for a value",
  help: "percentile(values, 50, quantile=type7) is the median. The type of quantile (Hyndman and Fan 1996) has no default, because programs differ: type7 is R and Excel's PERCENTILE.INC, type6 SPSS and PERCENTILE.EXC, type2 SAS and Stata. percentile(total, norms) looks a value up in a table of percentile ranks, as lookup does.",
  example: "percentile(wait_minutes, 80, quantile=type7)",
  parameters: [
    { name: "values", summary: "numbers, a span, a list or a column; with a table one number", accepts: "numbers" },
    { name: "at", summary: "a percentage from 0 to 100, or the name of a table", accepts: "place" },
  ],
  named: [
    {
      name: "quantile",
      summary: "type2, type6 or type7; needed with a percentage",
      accepts: "word",
      words: ["type2", "type6", "type7"],
      required: false,
    },
    NEED,
  ],
  memberwise: false,
  words: (call) =>
    call.option("quantile") === undefined
      ? `the percentile rank of ${call.value(0)} in the table ${call.value(1)}`
      : `percentile ${call.value(1)} of ${call.value(0)}${call.need}`,
  range: { kind: "gathered", lastIsSetting: true, gathering: atPlace },
  type: () => NUMBER,
  evaluate: (call) => {
    if (call.lookup !== undefined) return call.value(0) === null ? null : call.lookup(call.value(0));
    const at = call.value(1);
    const values = numbersThere([call.value(0)], call.option("need"));
    const type = call.option("quantile");
    if (!isNumber(at) || values === null || values.length === 0 || typeof type !== "string") return null;
    const share = multiply(at, exact(1, 100));
    return compare(share, ZERO) < 0 || compare(share, ONE) > 0 ? null : quantile([...values].sort(compare), share, type);
  },
};

/** Types 2, 6 and 7 of Hyndman and Fan, Sample quantiles in statistical packages (1996), with their definitions of the place in the sorted values. */
export function quantile(sorted: readonly Exact[], share: Exact, type: string): Exact | null {
  const size = exact(sorted.length);
  if (type === "type2") {
    const place = multiply(size, share);
    const upper = valueAt(sorted, add(floor(place), ONE));
    return equal(place, floor(place)) ? average(valueAt(sorted, place), upper) : upper;
  }
  // From 1: the place between two neighbours, whose values are joined by a straight line.
  const place = type === "type6" ? multiply(add(size, ONE), share) : add(multiply(subtract(size, ONE), share), ONE);
  const below = floor(place);
  const [low, high] = [valueAt(sorted, below), valueAt(sorted, add(below, ONE))];
  return add(low, multiply(subtract(place, below), subtract(high, low)));
}

/** The value at a place counted from 1; the first or last one beyond the ends. */
function valueAt(sorted: readonly Exact[], place: Exact): Exact {
  const index = Math.min(Math.max(place.valueOf(), 1), sorted.length) - 1;
  return sorted[index] ?? ZERO;
}

function average(a: Exact, b: Exact): Exact {
  return divide(add(a, b), exact(2)) ?? a;
}

/** A percentage of numbers that are brought into order. */
function atPlace(size: number, options: Options, at: Value): Gathering | undefined {
  const type = options("quantile");
  if (typeof type !== "string" || !isNumber(at) || compare(at, ZERO) < 0 || compare(at, exact(100)) > 0) return undefined;
  const share = multiply(at, exact(1, 100));
  const read = (sorted: readonly Exact[]): Exact | null => (sorted.length === 0 ? null : quantile(sorted, share, type));
  return sorting(`${type} ${keyOf(at)} of `, size, neededOf(options, size), read);
}

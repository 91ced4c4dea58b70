import { ceil, compare, multiply } from "../../number/arithmetic.ts";
import { type Exact, exact } from "../../number/exact.ts";
import { isList, isNumber, type Value } from "../value.ts";
import type { NamedParameter, Option } from "./function.ts";

/** `need=4`, `need=half` or `need="80%"`: how many values must be there. */
export const NEED: NamedParameter = {
  name: "need",
  summary: 'how many values must be there: a number, half (rounded up) or a share such as "80%"; without it none may be missing',
  accepts: "need",
  words: ["half"],
  required: false,
};

/**
 * The values of a list function, spans and lists taken apart, the missing ones left out. Null where too many are missing: any at all, or more
 * than `need` allows. The missing ones of a column are left out before anything is counted.
 */
export function valuesThere(values: readonly Value[], need: Option | undefined): readonly Value[] | null {
  const all = allValues(values);
  if (!all.includes(null)) return enough(need, all.length, all.length) ? all : null;
  if (need === undefined) return null;
  const there = all.filter((value) => value !== null);
  return enough(need, there.length, all.length) ? there : null;
}

/** The same where numbers are wanted; null also where one is no number, which the checker has reported. */
export function numbersThere(values: readonly Value[], need: Option | undefined): readonly Exact[] | null {
  const there = valuesThere(values, need);
  return there?.every(isNumber) ? there : null;
}

/** The values in order with spans and lists taken apart, missing ones included (but for those of a column). */
export function allValues(values: readonly Value[]): readonly Value[] {
  const [first = null] = values;
  // One span is by far the most frequent case, and needs no copy.
  if (values.length === 1 && isList(first) && !first.column) return first.members;
  return values.flatMap((value): readonly Value[] => {
    if (!isList(value)) return [value];
    return value.column ? value.members.filter((member) => member !== null) : value.members;
  });
}

export function enough(need: Option | undefined, there: number, all: number): boolean {
  return need === undefined ? there === all : compare(exact(there), needed(need, all)) >= 0;
}

/** The number of values that `need` asks for, of so many. At least half of 5 is 3. */
export function needed(need: Option, all: number): Exact {
  if (typeof need === "string") return ceil(exact(all, 2));
  return "share" in need ? ceil(multiply(need.share, exact(all))) : need;
}

import { isList, listOf, type Value } from "./value.ts";

/**
 * Works on single values, and member by member where some are lists of one length; a single value beside a list stands for each member.
 * Lists of different lengths give missing: the checker has reported them.
 */
export function memberwise(values: readonly Value[], work: (singles: readonly Value[]) => Value): Value {
  let length: number | undefined;
  let column = false;
  for (const value of values) {
    if (!isList(value)) continue;
    if (length !== undefined && length !== value.members.length) return null;
    length = value.members.length;
    column ||= value.column;
  }
  if (length === undefined) return work(values);
  const results: Value[] = [];
  for (let place = 0; place < length; place++) {
    results.push(work(values.map((value) => (isList(value) ? (value.members[place] ?? null) : value))));
  }
  return listOf(results, column);
}

/** The same for two values, without detours for the most frequent cases: two single values, and a span beside a single value. */
export function memberwisePair(left: Value, right: Value, work: (left: Value, right: Value) => Value): Value {
  if (!isList(left)) {
    if (!isList(right)) return work(left, right);
    return listOf(
      right.members.map((member) => work(left, member)),
      right.column,
    );
  }
  if (!isList(right)) {
    return listOf(
      left.members.map((member) => work(member, right)),
      left.column,
    );
  }
  return memberwise([left, right], ([a = null, b = null]) => work(a, b));
}

import type { Value } from "./value.ts";

/** True, false, or missing where it cannot be decided: Kleene's strong three-valued logic, as in SPSS, R and SQL. */
export type Truth = boolean | null;

/** What a value says where a truth value is wanted; anything else than true and false does not decide. */
export function truthOf(value: Value): Truth {
  return typeof value === "boolean" ? value : null;
}

export function and(a: Truth, b: Truth): Truth {
  return a === false || b === false ? false : a === null || b === null ? null : true;
}

export function or(a: Truth, b: Truth): Truth {
  return a === true || b === true ? true : a === null || b === null ? null : false;
}

export function not(a: Truth): Truth {
  return a === null ? null : !a;
}

/** True where one is true, whatever is missing; missing where a missing one could have been the true one. False of none. */
export function any(truths: readonly Truth[]): Truth {
  return truths.reduce(or, false);
}

/** False where one is false, whatever is missing; missing where a missing one could have been the false one. True of none. */
export function all(truths: readonly Truth[]): Truth {
  return truths.reduce(and, true);
}

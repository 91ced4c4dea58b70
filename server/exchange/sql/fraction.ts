import type { Exact } from "../../number/exact.ts";
import { signedNumerator } from "../../number/exact.ts";
import type { RoundingMode } from "../../number/round.ts";
import { joined, type Layers, NULL_NUMBER, type Sql, sql } from "./layers.ts";

/**
 * A number of the query as two whole numbers, so that no binary fraction ever decides anything: the value is `n / d`. `n` is NULL where the
 * value is missing. `d` is above zero, and mostly the same for everybody.
 */
export interface Fraction {
  readonly n: Sql;
  readonly d: bigint | Sql;
}

export const NO_NUMBER: Fraction = { n: NULL_NUMBER, d: 1n };

export function constant(value: Exact): Fraction {
  return { n: whole(signedNumerator(value)), d: value.d };
}

export function whole(value: bigint): Sql {
  return { sql: value < 0n ? `(${value})` : String(value), layer: 0 };
}

export function denominator({ d }: Fraction): Sql {
  return typeof d === "bigint" ? whole(d) : d;
}

/** Numbers on one denominator: a fixed one where all have fixed ones. */
export function alike(numbers: readonly Fraction[]): { readonly ns: readonly Sql[]; readonly d: bigint | Sql } {
  const fixed = numbers.flatMap(({ d }) => (typeof d === "bigint" ? [d] : []));
  const moving = numbers.flatMap(({ d }) => (typeof d === "bigint" ? [] : [d]));
  const common = fixed.reduce((a, b) => (a * b) / gcd(a, b), 1n);
  const different = [...new Set(moving.map((piece) => piece.sql))].map((text) => moving.find((piece) => piece.sql === text) ?? NULL_NUMBER);
  const ns = numbers.map(({ n, d }) => {
    const factors = different.filter((piece) => typeof d === "bigint" || piece.sql !== d.sql);
    const factor = typeof d === "bigint" ? common / d : common;
    return product([n, ...(factor === 1n ? [] : [whole(factor)]), ...factors]);
  });
  if (different.length === 0) return { ns, d: common };
  return { ns, d: product([...(common === 1n ? [] : [whole(common)]), ...different]) };
}

function product(factors: readonly Sql[]): Sql {
  const [only] = factors;
  if (only === undefined || factors.length === 1) return only ?? whole(1n);
  // Small numbers would be multiplied as small numbers, and run over.
  return sql`(CAST(${only} AS BIGINT) * ${joined(factors.slice(1), " * ")})`;
}

export function add(a: Fraction, b: Fraction): Fraction {
  const { ns, d } = alike([a, b]);
  return { n: sql`(${joined(ns, " + ")})`, d };
}

export function negate({ n, d }: Fraction): Fraction {
  return { n: sql`(-${n})`, d };
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { n: product([a.n, b.n]), d: times(a.d, b.d) };
}

function times(a: bigint | Sql, b: bigint | Sql): bigint | Sql {
  if (typeof a === "bigint" && typeof b === "bigint") return a * b;
  return product([a, b].filter((part) => part !== 1n).map((part) => (typeof part === "bigint" ? whole(part) : part)));
}

/** Missing where the divisor is zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  // A denominator is never zero, not even where the value is missing: others may be brought to it.
  const below = times(a.d, sql`GREATEST(COALESCE(ABS(${b.n}), 1), 1)`);
  const above = product([a.n, denominator(b)].filter((part) => part.sql !== "1"));
  return { n: sql`(CASE WHEN ${b.n} > 0 THEN ${above} WHEN ${b.n} < 0 THEN -${above} END)`, d: below };
}

/** By a number that is not zero. */
export function divideBy(a: Fraction, by: Exact): Fraction {
  return multiply(a, constant(by.inverse()));
}

export function compared(a: Fraction, operator: string, b: Fraction): Sql {
  const { ns } = alike([a, b]);
  return sql`(${joined(ns, ` ${operator} `)})`;
}

/** The chosen one of several numbers: the first whose condition is true. `undefined` is otherwise. */
export function chosen(choices: readonly { readonly when: Sql | undefined; readonly gives: Fraction }[]): Fraction {
  const { ns, d } = alike(choices.map(({ gives }) => gives));
  return { n: sql`CAST(${chosenSql(choices.map(({ when }, place) => ({ when, gives: ns[place] ?? NULL_NUMBER })))} AS BIGINT)`, d };
}

export function chosenSql(choices: readonly { readonly when: Sql | undefined; readonly gives: Sql }[]): Sql {
  const rows = choices.map(({ when, gives }) => (when === undefined ? sql` ELSE ${gives}` : sql` WHEN ${when} THEN ${gives}`));
  if (choices.every(({ when }) => when === undefined)) return choices[0]?.gives ?? NULL_NUMBER;
  return sql`(CASE${joined(rows, "")} END)`;
}

/** The multiple of `step` that a number is rounded to; see the modes in server/number/round.ts. */
export function rounded(into: Layers, hint: string, x: Fraction, step: Exact, mode: RoundingMode): Fraction {
  const above = into.keep(`${hint}_n`, product([x.n, whole(step.d)]));
  const below = into.keep(`${hint}_d`, product([denominator(x), whole(step.n)]));
  // What is left over the lower neighbour; a remainder of SQL has the sign of the number.
  const rest = into.keep(`${hint}_rest`, sql`MOD(MOD(${above}, ${below}) + ${below}, ${below})`);
  const lower = into.keep(`${hint}_lower`, sql`WHOLE(${above} - ${rest}, ${below})`);
  const up = {
    down: sql`1 = 0`,
    up: sql`${rest} > 0`,
    half_up: sql`2 * ${rest} >= ${below}`,
    half_away: sql`2 * ${rest} > ${below} OR (2 * ${rest} = ${below} AND ${lower} >= 0)`,
    half_even: sql`2 * ${rest} > ${below} OR (2 * ${rest} = ${below} AND MOD(${lower}, 2) <> 0)`,
  }[mode];
  return { n: sql`((${lower} + CASE WHEN ${up} THEN 1 ELSE 0 END) * ${step.n})`, d: step.d };
}

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

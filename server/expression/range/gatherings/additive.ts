import { ONE, ratio, ZERO } from "../../../number/exact.ts";
import { isNumber, type Value } from "../../value.ts";
import { type Outcome, point } from "../atom.ts";
import { keyOf } from "../pointValue.ts";
import { all, type Proof } from "../proof.ts";
import { extremes } from "./extremes.ts";
import { type CombiningRule, factorOf, weightOf } from "./rule.ts";

/** So many cells (member x number missing x sum) are filled, and so many sums are told apart; of more only the least and the greatest are found. */
const MOST_CELLS = 3_000_000;
const MOST_SUMS = 50_000;
const UNREACHED = 0xffff;

/**
 * All sums of members that know nothing of each other, by how many are missing: whole numbers over one denominator, in a table of what is reached
 * after each member and from where. Undefined where members are not single sure numbers, or where weights that differ make it matter who is missing.
 */
export function additive(rule: CombiningRule, members: readonly (readonly Outcome[])[]): readonly Outcome[] | undefined {
  if (rule.method !== "sum" && rule.method !== "mean") return undefined;
  const table = tableOf(rule, members);
  if (table === undefined) return extremes(rule, members);
  const outcomes: Outcome[] = [];
  const known = new Set<string>();
  const take = (value: Value, proof: Proof | undefined): void => {
    const key = keyOf(value);
    if (known.has(key)) return;
    known.add(key);
    outcomes.push({ atom: point(value), proof });
  };
  const size = members.length;
  const [weight = ONE] = rule.weights;
  const whole = rule.weights.reduce((sum, each) => sum.add(each), ZERO);
  for (let missing = 0; missing <= table.most; missing++) {
    // Where it matters what the answered weigh, all weigh the same.
    const factor = factorOf(rule, missing, weight.mul(size - missing), whole);
    for (let place = 0; place < table.width; place++) {
      if (table.cells[(size - 1) * (table.most + 1) * table.width + missing * table.width + place] === UNREACHED) continue;
      const proof: Proof = { kind: "later", make: () => walkBack(table, members, missing, place) };
      if (missing === size && rule.fill === undefined) take(rule.none, proof);
      else if (factor === undefined) take(null, proof);
      else take(ratio(BigInt(table.base + place * table.unit) * (factor.s * factor.n), table.denominator * factor.d), proof);
    }
  }
  if (table.over !== undefined) take(null, all(table.over));
  return outcomes;
}

interface Table {
  /** For each member one after the other, which of its outcomes leads to a cell. */
  readonly cells: Uint16Array;
  readonly terms: readonly (readonly Term[])[];
  readonly width: number;
  readonly most: number;
  readonly base: number;
  readonly unit: number;
  readonly denominator: bigint;
  /** Answers with which too much is missing. */
  readonly over?: readonly (Proof | undefined)[];
}

/** One outcome of a member: how far it moves the sum, and whether it is missing. */
interface Term {
  readonly move: number;
  readonly missing: 0 | 1;
  readonly place: number;
}

function tableOf(rule: CombiningRule, members: readonly (readonly Outcome[])[]): Table | undefined {
  const most = rule.weights.length - rule.needed;
  if (most < 0) return undefined;
  const [weight = ONE] = rule.weights;
  const sameWeights = rule.weights.every((each) => each.equals(weight));
  if (most > 0 && !sameWeights && (rule.method === "mean" || rule.fill === "person_mean")) return undefined;
  const numbers = wholeNumbers(rule, members);
  if (numbers === undefined) return undefined;
  const { denominator, terms: drafts } = numbers;
  // Who is missing although it must not be, or is one too many, makes the whole missing and leaves the table.
  const kept = drafts.map((terms, member) => terms.filter(({ missing }) => missing === 0 || (most > 0 && rule.always[member] !== true)));
  if (kept.some((terms) => terms.length === 0)) return undefined;
  const least = kept.map((terms) => Math.min(...terms.map(({ move }) => move)));
  const unit =
    kept.reduce((divisor, terms, member) => terms.reduce((each, { move }) => gcd(each, move - (least[member] ?? 0)), divisor), 0) || 1;
  const terms = kept.map((each, member) => each.map((term) => ({ ...term, move: (term.move - (least[member] ?? 0)) / unit })));
  const width = terms.reduce((sum, each) => sum + Math.max(...each.map(({ move }) => move)), 0) + 1;
  const base = least.reduce((sum, each) => sum + each, 0);
  const rows = Math.max(0, Math.min(most, members.length)) + 1;
  if (
    !Number.isSafeInteger(base) ||
    !Number.isSafeInteger(width * unit) ||
    width * rows * members.length > MOST_CELLS ||
    width * rows > MOST_SUMS
  )
    return undefined;
  const cells = fill(terms, width, rows);
  return { cells, terms, width, most: rows - 1, base, unit, denominator, over: overOf(rule, members, drafts, most) };
}

/** Weighted members as whole numbers over one denominator. */
function wholeNumbers(
  rule: CombiningRule,
  members: readonly (readonly Outcome[])[],
): { readonly denominator: bigint; readonly terms: readonly (readonly Term[])[] } | undefined {
  const fill = typeof rule.fill === "object" ? rule.fill : ZERO;
  let denominator = 1n;
  const values: { readonly value: typeof ZERO; readonly missing: 0 | 1 }[][] = [];
  for (const [place, outcomes] of members.entries()) {
    const weight = rule.weights[place] ?? ONE;
    const mine: (typeof values)[number] = [];
    for (const { atom } of outcomes) {
      if (atom.kind !== "point" || !atom.sure || outcomes.length >= UNREACHED) return undefined;
      const value = rule.counts === true && atom.value !== null ? weightOf(atom.value) : atom.value;
      if (value !== null && !isNumber(value)) return undefined;
      const weighted = value === null ? fill.mul(weight) : weight === ONE ? value : value.mul(weight);
      mine.push({ value: weighted, missing: value === null ? 1 : 0 });
      if (denominator % weighted.d !== 0n) denominator = (denominator / bigGcd(denominator, weighted.d)) * weighted.d;
    }
    values.push(mine);
  }
  const terms = values.map((mine) =>
    mine.map(({ value, missing }, place) => ({ move: Number(value.s * value.n * (denominator / value.d)), missing, place })),
  );
  const safe = terms.every((mine) => mine.every(({ move }) => Math.abs(move) < 2 ** 40));
  return safe ? { denominator, terms } : undefined;
}

function fill(terms: readonly (readonly Term[])[], width: number, rows: number): Uint16Array {
  const layer = width * rows;
  // One stretch of memory for all members: many small ones cost more than the filling.
  const cells = new Uint16Array(layer * terms.length).fill(UNREACHED);
  let [reach, mostMissing] = [0, 0];
  for (const [member, choices] of terms.entries()) {
    const [before, after] = [(member - 1) * layer, member * layer];
    for (let row = 0; row <= mostMissing; row++) {
      for (let place = 0; place <= reach; place++) {
        if (member > 0 && cells[before + row * width + place] === UNREACHED) continue;
        for (const { move, missing, place: outcome } of choices) {
          const cell = after + (row + missing) * width + place + move;
          if (row + missing < rows && cells[cell] === UNREACHED) cells[cell] = outcome;
        }
      }
    }
    reach += Math.max(...choices.map(({ move }) => move));
    if (choices.some(({ missing }) => missing === 1)) mostMissing = Math.min(rows - 1, mostMissing + 1);
  }
  return cells;
}

/** Which outcome of each member leads to a cell, from the last member to the first. */
function walkBack(table: Table, members: readonly (readonly Outcome[])[], missing: number, place: number): Proof | undefined {
  const proofs: (Proof | undefined)[] = [];
  let [row, at] = [missing, place];
  for (let member = members.length - 1; member >= 0; member--) {
    const outcome = table.cells[(member * (table.most + 1) + row) * table.width + at] ?? 0;
    const term = table.terms[member]?.find((each) => each.place === outcome);
    proofs.push(members[member]?.[outcome]?.proof);
    row -= term?.missing ?? 0;
    at -= term?.move ?? 0;
  }
  return all(proofs.reverse());
}

/** Answers with which a member is missing that must be there, or with which more are missing than may be. */
function overOf(
  rule: CombiningRule,
  members: readonly (readonly Outcome[])[],
  terms: readonly (readonly Term[])[],
  most: number,
): readonly (Proof | undefined)[] | undefined {
  const canMiss = terms.map((each) => each.find(({ missing }) => missing === 1)?.place);
  const must = canMiss.findIndex((place, member) => place !== undefined && rule.always[member] === true);
  const some = canMiss.flatMap((place, member) => (place === undefined ? [] : [member])).slice(0, Math.max(0, most + 1));
  const away = must >= 0 ? [must] : some.length > most ? some : undefined;
  if (away === undefined) return undefined;
  return members.map((outcomes, member) => {
    const place = away.includes(member) ? canMiss[member] : terms[member]?.find(({ missing }) => missing === 0)?.place;
    return outcomes[place ?? 0]?.proof;
  });
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

function bigGcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

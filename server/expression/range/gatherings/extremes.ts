import { add, compare, multiply } from "../../../number/arithmetic.ts";
import { type Exact, ONE, ZERO } from "../../../number/exact.ts";
import { isNumber } from "../../value.ts";
import { NO_TAGS, type Outcome, point } from "../atom.ts";
import { all, both, type Proof } from "../proof.ts";
import { type CombiningRule, factorOf, weightOf } from "./rule.ts";

/** So many sums are compared. */
const MOST_SUMS = 300_000;

/** A sum with the answers that give it. */
interface Sum {
  readonly value: Exact;
  readonly proof?: Proof;
}

/**
 * The least and the greatest sum for each number of missing members, where there are too many sums to tell them all apart. Undefined where members
 * are not single sure numbers, or where weights that differ make it matter who is missing.
 */
export function extremes(rule: CombiningRule, members: readonly (readonly Outcome[])[]): readonly Outcome[] | undefined {
  const size = members.length;
  const most = size - rule.needed;
  const [weight = ONE] = rule.weights;
  const sameWeights = rule.weights.every((each) => each.equals(weight));
  if (most < 0 || (most > 0 && !sameWeights && (rule.method === "mean" || rule.fill === "person_mean"))) return undefined;
  const terms = members.reduce((sum, outcomes) => sum + outcomes.length, 0);
  if (terms * Math.min(size, most + 1) > MOST_SUMS) return undefined;
  let sums: (readonly [Sum, Sum] | undefined)[] = [[{ value: ZERO }, { value: ZERO }]];
  let over: Proof | undefined;
  let isOver = false;
  for (const [place, outcomes] of members.entries()) {
    const choices = termsOf(rule, outcomes, place);
    if (choices === undefined) return undefined;
    const next: (readonly [Sum, Sum] | undefined)[] = [];
    for (const [missing, pair] of sums.entries()) {
      if (pair === undefined) continue;
      for (const term of choices) {
        const after = missing + (term.isMissing ? 1 : 0);
        if (after > most || (term.isMissing && rule.always[place] === true)) {
          [isOver, over] = [true, over ?? both(term.proof, pair[0].proof)];
          continue;
        }
        next[after] = better(next[after], stretched(pair, term));
      }
    }
    sums = next;
  }
  const whole = rule.weights.reduce(add, ZERO);
  const outcomes: Outcome[] = sums.flatMap((pair, missing): Outcome[] => {
    if (pair === undefined) return [];
    if (missing === size && rule.fill === undefined) return [{ atom: point(rule.none), proof: pair[0].proof }];
    const factor = factorOf(rule, missing, multiply(weight, ZERO.add(size - missing)), whole);
    return factor === undefined ? [{ atom: point(null), proof: pair[0].proof }] : between(pair, factor);
  });
  return isOver ? [...outcomes, { atom: point(null), proof: over }] : outcomes;
}

interface Term extends Sum {
  readonly isMissing: boolean;
}

function termsOf(rule: CombiningRule, outcomes: readonly Outcome[], place: number): readonly Term[] | undefined {
  const weight = rule.weights[place] ?? ONE;
  const fill = typeof rule.fill === "object" ? rule.fill : ZERO;
  const terms: Term[] = [];
  for (const { atom, proof } of outcomes) {
    if (atom.kind !== "point" || !atom.sure) return undefined;
    const value = rule.counts === true && atom.value !== null ? weightOf(atom.value) : atom.value;
    if (value !== null && !isNumber(value)) return undefined;
    terms.push({ value: multiply(value ?? fill, weight), proof, isMissing: value === null });
  }
  return terms;
}

function stretched([low, high]: readonly [Sum, Sum], { value, proof }: Term): readonly [Sum, Sum] {
  return [
    { value: add(low.value, value), proof: all([proof, low.proof]) },
    { value: add(high.value, value), proof: all([proof, high.proof]) },
  ];
}

function better(known: readonly [Sum, Sum] | undefined, found: readonly [Sum, Sum]): readonly [Sum, Sum] {
  if (known === undefined) return found;
  return [
    compare(found[0].value, known[0].value) < 0 ? found[0] : known[0],
    compare(found[1].value, known[1].value) > 0 ? found[1] : known[1],
  ];
}

function between([low, high]: readonly [Sum, Sum], factor: Exact): Outcome[] {
  const ends = [low, high].map(({ value, proof }) => ({ value: multiply(value, factor), open: false, sure: true, proof }));
  const [one, other] = factor.lt(ZERO) ? [ends[1], ends[0]] : [ends[0], ends[1]];
  if (one === undefined || other === undefined) return [];
  if (one.value.equals(other.value)) return [{ atom: point(one.value), proof: one.proof }];
  return [
    { atom: { kind: "stretch", measure: "number", low: one, high: other, dense: false, sure: true, tags: NO_TAGS }, proof: one.proof },
  ];
}

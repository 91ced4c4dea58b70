import { compare, multiply } from "../../../number/arithmetic.ts";
import { type Exact, ONE, ZERO } from "../../../number/exact.ts";
import { isNumber } from "../../value.ts";
import { type Atom, doubted, joinTags, keyOfAtom, marked, NO_TAGS, narrowed, narrowingOf, type Outcome, point, shareTag } from "../atom.ts";
import { coarse } from "../coarse.ts";
import type { Gathering, GatherState, GatherStep, Reached } from "../gathering.ts";
import { scaled } from "../linear.ts";
import { intervalOf, outcomesOf } from "../numeric.ts";
import { type Operation, run } from "../operation.ts";
import { arithmeticOperation } from "../operations/arithmetic.ts";
import { greater, lesser } from "../shape.ts";
import { additive } from "./additive.ts";
import { combiningBound } from "./bounds.ts";
import { type CombiningRule, factorOf, weightOf } from "./rule.ts";

/** Gathers numbers by a method and a missing rule. */
export function combining(rule: CombiningRule): Gathering {
  const key = keyOfRule(rule);
  const start: State = stateOf({ missing: 0, weight: ZERO, gaps: [], total: point(ZERO), extreme: undefined, over: false });
  return {
    key,
    ordered: false,
    factors: factorsOf(rule),
    start,
    step: (state, member, place) => step(rule, state as State, member, place),
    finish: (state) => finish(rule, state as State),
    independently: (members) => additive(rule, members),
    widen: (reached) => widen(rule, reached),
    bound: (members) => combiningBound(rule, members),
    states: (outcomes) => statesOf(rule, outcomes),
  };
}

/** Every number of missing members with about as many sums as the members have values beyond their first. */
function statesOf({ needed, weights, method }: CombiningRule, outcomes: readonly number[]): number {
  const values = outcomes.reduce((sum, each) => sum + Math.max(0, each - 2), 1);
  return Math.max(1, weights.length - needed + 1) * (method === "sum" || method === "mean" ? values : Math.max(...outcomes, 1));
}

/** A sum or mean of which nothing may be missing is a weighted sum. */
function factorsOf({ method, weights, needed, counts }: CombiningRule): readonly Exact[] | undefined {
  if (counts === true || needed !== weights.length || weights.length === 0 || (method !== "sum" && method !== "mean")) return undefined;
  const whole = weights.reduce((sum, weight) => sum.add(weight), ZERO);
  if (method === "sum") return weights;
  return whole.equals(ZERO) ? undefined : weights.map((weight) => weight.div(whole));
}

interface State extends GatherState {
  readonly missing: number;
  /** Of the members that are there. */
  readonly weight: Exact;
  /** Weights of the members that are missing, where the person mean is to be put in for them one by one. */
  readonly gaps: readonly Exact[];
  /** Weighted sum of what is there or filled in; it also carries what is known of certainty and tags. */
  readonly total: Atom;
  /** Least, greatest or product. */
  readonly extreme?: Atom;
  /** Too much is missing: nothing can change that. */
  readonly over: boolean;
}

function stateOf(state: Omit<State, "key" | "stretched">): State {
  const { missing, weight, gaps, total, extreme, over } = state;
  const weighted = `${weight.s * weight.n}/${weight.d}${gaps.map((gap) => ` ${gap.toFraction()}`).join("")}`;
  const stretched = total.kind !== "point" || (extreme !== undefined && extreme.kind !== "point");
  return {
    ...state,
    stretched,
    key: `${over ? "x" : missing}w${weighted} ${keyOfAtom(total)} ${extreme === undefined ? "" : keyOfAtom(extreme)}`,
  };
}

function keyOfRule({ method, weights, always, needed, fill, none, counts }: CombiningRule): string {
  const filled = fill === undefined ? "" : typeof fill === "string" ? fill : fill.toFraction();
  const weighted = weights.every((weight) => weight === ONE) ? `${weights.length}` : weights.map((weight) => weight.toFraction()).join(" ");
  const must = always.includes(true) ? always.map(Number).join("") : "";
  return `${method}/${needed}/${filled}/${weighted}/${must}${counts === true ? "#" : ""}${none === null ? "" : "0"}`;
}

function step(rule: CombiningRule, state: State, member: Atom, place: number): readonly GatherStep[] {
  if (state.over) return [{ state: overWith(state, member) }];
  return membersOf(rule, member).flatMap(({ atom }) => take(rule, state, atom, place));
}

/** A member as the number that it counts; null where it is missing. */
function membersOf({ counts }: CombiningRule, member: Atom): readonly Outcome[] {
  if (counts !== true || (member.kind === "point" && member.value === null)) return [{ atom: member }];
  if (member.kind === "unknown") {
    if (member.type !== "truth") return [{ atom: { ...member, type: "number", sure: false } }];
    return [ZERO, ONE].map((number) => ({ atom: point(number, false, member.tags) }));
  }
  if (member.kind === "stretch") return [{ atom: point(ZERO, member.sure, narrowingOf(member)) }];
  return [{ atom: point(weightOf(member.value), member.sure, member.tags) }];
}

function take(rule: CombiningRule, state: State, atom: Atom, place: number): readonly GatherStep[] {
  const weight = rule.weights[place] ?? ONE;
  if (atom.kind === "point" ? isNumber(atom.value) : atom.kind === "unknown" || atom.measure === "number") {
    return added(rule, { ...state, weight: state.weight.add(weight) }, atom, weight);
  }
  const missing = state.missing + 1;
  // A value that is no number spoils the whole, as it does in the function itself.
  const isThere = atom.kind !== "point" || atom.value !== null;
  if (isThere || rule.always[place] === true || missing > rule.weights.length - rule.needed) return [{ state: overWith(state, atom) }];
  const gaps = rule.fill === "person_mean" && rule.method !== "sum" && rule.method !== "mean" ? [...state.gaps, weight].sort(compare) : [];
  const next = { ...state, missing, gaps, total: tied(state.total, atom), extreme: state.extreme && tied(state.extreme, atom) };
  return typeof rule.fill === "object" ? added(rule, next, point(rule.fill, atom.sure, atom.tags), weight) : [{ state: stateOf(next) }];
}

function overWith(state: State, atom: Atom): State {
  const total = tied(marked(point(null), state.total.sure, state.total.tags), atom);
  return stateOf({ missing: 0, weight: ZERO, gaps: [], total, extreme: undefined, over: true });
}

/** The first atom with what the second one takes from its certainty. */
function tied(atom: Atom, other: Atom): Atom {
  const sure = atom.sure && other.sure && !shareTag(atom.tags, other.tags);
  return narrowed(marked(atom, sure, joinTags(atom.tags, other.tags)), narrowingOf(other));
}

function added(rule: CombiningRule, state: State, atom: Atom, weight: Exact): readonly GatherStep[] {
  const weighted = timesWeight(atom, weight);
  const { method, fill } = rule;
  const sums = method === "sum" || method === "mean" || fill === "person_mean";
  const total = sums ? common(run(PLUS, [state.total, weighted])) : tied(state.total, weighted);
  if (method === "sum" || method === "mean") return [{ state: stateOf({ ...state, total }) }];
  if (state.extreme === undefined) return [{ state: stateOf({ ...state, total, extreme: weighted }) }];
  const { extreme } = state;
  return run(operationOf(method), [extreme, weighted]).map((next) => ({
    state: stateOf({ ...state, total, extreme: next.atom }),
    proof: next.proof,
  }));
}

function timesWeight(atom: Atom, weight: Exact): Atom {
  if (weight.equals(ONE)) return atom;
  if (atom.kind === "point") return isNumber(atom.value) ? point(multiply(atom.value, weight), atom.sure, atom.tags) : atom;
  if (atom.kind === "unknown" || weight.equals(ZERO)) return atom.kind === "unknown" ? atom : point(ZERO, atom.sure, narrowingOf(atom));
  return { ...atom, ...scaled(atom, weight, ZERO) };
}

const PLUS = arithmeticOperation("+");
const TIMES = arithmeticOperation("*");

/** The least or greatest of two, for points and as one hull for stretches. */
const LEAST = pairwise("least", (a, b) => (a.lte(b) ? a : b), lesser);
const GREATEST = pairwise("greatest", (a, b) => (a.gte(b) ? a : b), greater);

function pairwise(key: string, pick: (a: Exact, b: Exact) => Exact, pieces: typeof lesser): Operation {
  return {
    key,
    type: "number",
    apply: ([a = null, b = null]) => (isNumber(a) && isNumber(b) ? pick(a, b) : null),
    spread: ([left, right]) => {
      const [a, b] = [left && intervalOf(left), right && intervalOf(right)];
      return a?.measure === "number" && b?.measure === "number" ? outcomesOf(pieces(a.interval, b.interval)) : undefined;
    },
  };
}

function operationOf(method: "min" | "max" | "product"): Operation {
  return method === "min" ? LEAST : method === "max" ? GREATEST : TIMES;
}

/** The one outcome; where there are more, all that can be said is that it is a number. */
function common(outcomes: readonly Outcome[]): Atom {
  const [only, ...others] = outcomes;
  if (only !== undefined && others.length === 0) return only.atom;
  return { kind: "unknown", type: "number", sure: false, tags: NO_TAGS };
}

function finish(rule: CombiningRule, state: State): readonly Outcome[] {
  const { missing, weight, total, extreme, over } = state;
  const size = rule.weights.length;
  const nothing = marked(point(null), total.sure, total.tags);
  if (over || size - missing < rule.needed) return [{ atom: nothing }];
  if (missing === size && rule.fill === undefined) return [{ atom: marked(point(rule.none), total.sure, total.tags) }];
  if (rule.method === "sum" || rule.method === "mean") {
    const all = rule.weights.reduce((sum, each) => sum.add(each), ZERO);
    const factor = factorOf(rule, missing, weight, all);
    return factor === undefined ? [{ atom: nothing }] : orMissing(timesWeight(total, factor));
  }
  if (extreme === undefined) return [{ atom: nothing }];
  return missing === 0 || rule.fill !== "person_mean" ? orMissing(extreme) : filledExtreme(rule, state, extreme, nothing);
}

/** What is unknown may be missing, too. */
function orMissing(atom: Atom): readonly Outcome[] {
  return atom.kind === "unknown" ? [{ atom }, { atom: point(null, false) }] : [{ atom }];
}

/** The person mean put in for the missing members of a minimum, maximum or product. */
function filledExtreme(rule: CombiningRule, { total, weight, gaps }: State, extreme: Atom, nothing: Atom): readonly Outcome[] {
  const { method } = rule;
  if (method === "sum" || method === "mean") return orMissing(common([]));
  if (weight.equals(ZERO)) return [{ atom: nothing }];
  const mean = timesWeight(total, weight.inverse());
  let results: readonly Atom[] = [extreme];
  for (const gap of gaps) {
    const filled = bare(timesWeight(mean, gap));
    results = results.flatMap((result) => run(operationOf(method), [bare(result), filled]).map(({ atom }) => atom));
  }
  // The mean comes from the same answers as the extreme: of single values both are known, of stretches only that they lie within.
  const known = mean.kind === "point" && extreme.kind === "point";
  const tags = joinTags(extreme.tags, total.tags);
  return results.flatMap((result) =>
    orMissing(known ? marked(result, extreme.sure && total.sure, tags) : marked(doubted(result), false, tags)),
  );
}

function bare(atom: Atom): Atom {
  return marked(atom, true, NO_TAGS);
}

/** States that differ in their sum (or their extreme) only, as stretches. */
function widen(rule: CombiningRule, reached: readonly Reached[]): readonly Reached[] | undefined {
  const part = rule.method === "sum" || rule.method === "mean" ? "total" : "extreme";
  if (part === "extreme" && rule.fill === "person_mean") return undefined;
  const groups = new Map<string, { readonly state: State; readonly outcomes: Outcome[] }>();
  for (const { state: each, proof } of reached) {
    const state = each as State;
    const atom = state[part];
    const key = `${state.over ? "x" : state.missing} ${state.weight.toFraction()} ${part === "extreme" ? keyOfAtom(state.total) : ""} ${atom?.tags.join()}`;
    const group = groups.get(key) ?? { state, outcomes: [] };
    groups.set(key, group);
    if (atom !== undefined) group.outcomes.push({ atom: bareTags(atom), proof });
  }
  return [...groups.values()].flatMap(({ state, outcomes }): readonly Reached[] => {
    const tags = state[part]?.tags ?? NO_TAGS;
    return coarse(outcomes).map(({ atom, proof }) => ({ state: stateOf({ ...state, [part]: marked(atom, atom.sure, tags) }), proof }));
  });
}

function bareTags(atom: Atom): Atom {
  return marked(atom, atom.sure, NO_TAGS);
}

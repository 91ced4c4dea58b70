import type { Expression } from "../expression/expression.ts";
import { printFormula } from "../expression/printFormula.ts";
import { partsOf } from "../expression/walk.ts";
import type { Instrument, Item, Score } from "../model/instrument.ts";
import { expandSpan, membersOf, neededCount, readBy } from "../model/resolve.ts";
import { remember } from "../remember.ts";
import type { Context } from "../rules/rule.ts";
import { allConditions } from "./routing.ts";

/**
 * A score that has no value wherever this item is not asked, though something else that it is made of is asked there. A scale whose items are
 * all hidden by the same conditions is simply not asked, and a score with a `when` of its own says where it exists.
 */
export function scoreLostWithout(item: Item, context: Context): Score | undefined {
  const { scoring } = context;
  const hiding = allConditions(context, item).map(printFormula);
  const known = new Map<string, boolean>();
  /** Whether an item or score has no value where the item is not asked. */
  const isLost = (id: string): boolean => {
    const found = known.get(id);
    if (found !== undefined) return found;
    // What goes round in a cycle is reported as such.
    known.set(id, false);
    const [other, score] = [scoring.items.get(id), scoring.scores.get(id)];
    const lost = other ? isHidden(other) : score !== undefined && isLostScore(score);
    known.set(id, lost);
    return lost;
  };
  const isHidden = (other: Item): boolean => {
    if (other.id === item.id) return true;
    const conditions = other.skipped === undefined ? allConditions(context, other).map(printFormula) : [];
    return conditions.length > 0 && hiding.every((condition) => conditions.includes(condition));
  };
  const isLostScore = (score: Score): boolean => {
    if (score.when || score.level === "group") return false;
    if (score.value) return requiredBy(score.value, scoring).some(isLost);
    const ids = membersOf(scoring, score).members.map(({ id }) => id);
    const lost = ids.filter(isLost);
    if (lost.length === 0) return false;
    return (
      neededCount(score.missing, ids.length) > ids.length - lost.length || lost.some((id) => score.missing?.always.includes(id) === true)
    );
  };
  const isAskedInPart = (score: Score): boolean => itemsOf(score, scoring).some((other) => !isHidden(other));

  const waiting = [item.id];
  const seen = new Set(waiting);
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    for (const score of scoresThatRequire(id, context)) {
      if (seen.has(score.id) || !isLost(score.id)) continue;
      if (isAskedInPart(score)) return score;
      seen.add(score.id);
      waiting.push(score.id);
    }
  }
  return undefined;
}

/** The scores that may be lost with an item or score, in file order. */
function scoresThatRequire(id: string, context: Context): readonly Score[] {
  const ids = context.fact(`scores that require ${id}`, (inner) => byRequired(inner).get(id)?.join(" "));
  return ids === undefined ? [] : ids.split(" ").flatMap((score) => context.scoring.scores.get(score) ?? []);
}

function byRequired(context: Context): ReadonlyMap<string, readonly string[]> {
  return context.derive("scores by what they require", ({ scoring }) => {
    const found = new Map<string, string[]>();
    for (const id of scoring.scores.ids()) {
      const score = scoring.scores.get(id);
      if (!score) continue;
      const entries = (score.entries ?? []).flatMap(({ first, last }) => membersOfSpan(scoring, first, last));
      const required = score.value ? requiredBy(score.value, scoring) : entries;
      for (const name of new Set(required)) remember(found, name, () => []).push(id);
    }
    return found;
  });
}

const membersOfSpan = (instrument: Instrument, first: string, last: string | undefined): readonly string[] => {
  const ids = expandSpan(instrument, first, last);
  return typeof ids === "string" ? [] : ids;
};

/** Functions of one value that are missing where it is; those of lists are too, as long as no `need=` is given. */
const OF_ONE = new Set(["abs", "sqrt", "round", "floor", "ceil", "scored", "minutes", "hours"]);
const OF_LISTS = new Set(["sum", "mean", "min", "max", "sd", "count"]);
/** Of these only the first value always counts. */
const OF_FIRST = new Set(["lookup", "percentile", "if"]);

/**
 * The names that a formula adds up, counts or averages and cannot do without. Other formulas are left out: a difference or a ratio of which one
 * part was not asked is usually meant to be missing.
 */
function requiredBy(node: Expression, instrument: Instrument, isListed = false): readonly string[] {
  const all = (parts: readonly Expression[], listed: boolean) => parts.flatMap((part) => requiredBy(part, instrument, listed));
  switch (node.kind) {
    case "name":
      return isListed && node.property === undefined ? [node.id] : [];
    case "span":
      return isListed ? membersOfSpan(instrument, node.first.id, node.last.id) : [];
    case "arithmetic":
      return all(partsOf(node), isListed || node.operator === "+");
    case "membership":
      return requiredBy(node.value, instrument, isListed);
    case "call": {
      const { text } = node.function;
      if (OF_LISTS.has(text)) return node.named.some(({ name }) => name.text === "need") ? [] : all(node.arguments, true);
      if (OF_ONE.has(text)) return all(node.arguments, isListed);
      return OF_FIRST.has(text) ? all(node.arguments.slice(0, 1), isListed) : [];
    }
    case "list":
    case "negation":
    case "not":
    case "comparison":
    case "between":
      return all(partsOf(node), isListed);
    default:
      return [];
  }
}

/** The items that a score is made of, also through other scores. */
export function itemsOf(score: Score, instrument: Instrument): readonly Item[] {
  const items: Item[] = [];
  const seen = new Set<string>();
  const waiting = [score.id];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const item = instrument.items.get(id);
    if (item) items.push(item);
    else waiting.push(...readBy(instrument, id));
  }
  return items;
}

import { eachNode } from "../expression/walk.ts";
import type { Bands, Instrument, Score } from "../model/instrument.ts";
import { expandSpan, formulasOf, readNames } from "../model/resolve.ts";
import type { Context } from "../rules/rule.ts";

/** A formula that adds up or averages so many names is a scale as a list of items is. */
const LISTED = 3;

/** What scores are made from: the entries of their `items` and what formulas add up, and every name that they read in any way. */
export interface ScoredNames {
  readonly entries: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  /** False where a score names something that is not there, or cannot be read: it may have meant any item. */
  readonly whole: boolean;
}

/** Of the whole document; it looks at the scores and at the order of the items, never at an item itself. */
export function scoredNames(context: Context): ScoredNames {
  return context.derive("names that scores are made from", ({ scoring }) => {
    const entries = new Set<string>();
    const all = new Set<string>();
    let whole = true;
    for (const id of scoring.scores.ids()) {
      const names = context.derive(`names that ${id} is made from`, () => namesOf(scoring, id));
      for (const name of names.entries) {
        entries.add(name);
        all.add(name);
      }
      for (const name of names.all) all.add(name);
      whole &&= names.whole;
    }
    for (const table of scoring.tables.ids()) for (const id of scoring.tables.get(table)?.by ?? []) all.add(id);
    return { entries, all, whole };
  });
}

/** `all` holds what is not among the entries. */
function namesOf(instrument: Instrument, id: string): ScoredNames {
  const score = instrument.scores.get(id);
  const entries = new Set<string>();
  const all = new Set<string>();
  if (!score) return { entries, all, whole: true };
  let whole = true;
  for (const entry of score.entries ?? []) {
    const ids = expandSpan(instrument, entry.first, entry.last);
    whole &&= typeof ids !== "string";
    for (const one of typeof ids === "string" ? [entry.first, entry.last ?? entry.first] : ids) entries.add(one);
  }
  for (const formula of formulasOf(score)) {
    eachNode(formula, (node) => {
      whole &&= node.kind !== "faulty" && (node.kind !== "name" || isKnown(instrument, node.id));
      if (node.kind !== "call" || (node.function.text !== "sum" && node.function.text !== "mean")) return;
      const listed = readNames(instrument, node);
      if (listed.length >= LISTED) for (const one of listed) entries.add(one);
    });
    for (const one of readNames(instrument, formula)) all.add(one);
  }
  for (const one of [...covariatesOf(score), ...(score.missing?.always ?? [])]) all.add(one);
  return { entries, all, whole };
}

const isKnown = ({ items, scores, tables }: Instrument, id: string): boolean =>
  items.has(id) || scores.has(id) || tables.has(id) || WORDS.has(id);

/** Words of named arguments: `round(x, mode=half_up)`. */
const WORDS = new Set(["half_up", "half_even", "half_away", "down", "up", "half"]);

function covariatesOf(score: Score): string[] {
  const bands = [score.bands, ...score.bandSets.values()].flatMap((set: Bands | undefined) => (set?.kind === "by" ? [set.by] : []));
  return [...bands, ...score.cutOffs.flatMap(({ by }) => (by ? [by.item] : [])), ...(score.by === undefined ? [] : [score.by])];
}

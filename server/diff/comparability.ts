import { printFormula } from "../expression/printFormula.ts";
import type { Instrument, Score } from "../model/instrument.ts";
import { readNames, readProperties } from "../model/resolve/readNames.ts";
import { formulasOf, membersOf, routingOf } from "../model/resolve.ts";
import type { Change } from "./change.ts";
import type { Matched } from "./renamed.ts";

/** Whether the values of a score in the two versions may be put together, and why not. */
export interface Comparability {
  /** By its new id; of a removed score its old one. */
  readonly score: string;
  readonly formerly?: string;
  readonly comparable: "yes" | "with care" | "no" | "new" | "gone";
  readonly reasons: readonly string[];
}

/** What the changes do to each score, through everything that it rests on. */
export function comparability(now: Instrument, scores: Matched, changes: readonly Change[]): readonly Comparability[] {
  const known = new Map<string, Comparability>();
  const open = new Set<string>();
  const of = (id: string): Comparability | undefined => {
    const score = now.scores.get(id);
    if (score === undefined || open.has(id)) return undefined;
    const made = known.get(id);
    if (made) return made;
    open.add(id);
    const found = judged(now, score, scores, changes, of);
    open.delete(id);
    known.set(id, found);
    return found;
  };
  const gone = scores.removed.map((score): Comparability => ({ score, comparable: "gone", reasons: [] }));
  return [...now.scores.ids().flatMap((id) => of(id) ?? []), ...gone];
}

function judged(
  now: Instrument,
  score: Score,
  scores: Matched,
  changes: readonly Change[],
  of: (id: string) => Comparability | undefined,
): Comparability {
  const { id } = score;
  if (scores.added.includes(id)) return { score: id, comparable: "new", reasons: [] };
  const breaks = new Set<string>();
  const care = new Set<string>();
  const note = (change: Change) => {
    if (change.effect === "breaks" || change.effect === "weighed") breaks.add(change.message);
    else if (change.effect === "care") care.add(change.message);
  };
  const formulas = formulasOf(score);
  const properties = new Set(formulas.flatMap((formula) => [...readProperties(formula)]));
  const rests = (name: string) => {
    const other = of(name);
    // Another edge of a band leaves the value as it was, and what reads the band gets another one.
    if (properties.has(name))
      for (const change of changes) if (change.class === "scoring" && change.concerns.includes(name)) breaks.add(change.message);
    if (other?.comparable === "no") breaks.add(`it rests on "${name}"`);
    else if (other?.comparable === "with care") care.add(`it rests on "${name}"`);
    else if (other?.comparable === "new") breaks.add(`it rests on "${name}", which is new`);
  };
  for (const change of changes) if (change.concerns.includes(id) && !now.items.has(id)) note(change);
  const asScored = formulas.some((formula) => printFormula(formula).includes("scored("));
  const bare = new Set(formulas.flatMap((formula) => readNames(now, formula)));
  const members = membersOf(now, score).members.map((member) => member.id);
  for (const name of new Set([...bare, ...members])) {
    const item = now.items.get(name);
    if (item === undefined) {
      rests(name);
      continue;
    }
    for (const change of changes) {
      if (!change.concerns.includes(name)) continue;
      // What the answers to a member count was compared answer by answer; a formula reads codes, and scores where it says so.
      if (change.effect !== "weighed") note(change);
      else if (bare.has(name) && (change.class === "code" || asScored)) note(change);
    }
    for (const condition of routingOf(now, item)) {
      for (const read of readProperties(condition)) properties.add(read);
      for (const asked of readNames(now, condition)) {
        if (!now.items.has(asked)) rests(asked);
        for (const change of changes) {
          const isAnswer = change.effect === "breaks" || (change.effect === "weighed" && change.class === "code");
          if (isAnswer && change.concerns.includes(asked) && now.items.has(asked))
            breaks.add(`whether "${name}" is asked rests on it: ${change.message}`);
        }
      }
    }
  }
  const formerly = scores.renamed.get(id);
  return {
    score: id,
    ...(formerly === undefined ? {} : { formerly }),
    comparable: breaks.size > 0 ? "no" : care.size > 0 ? "with care" : "yes",
    reasons: breaks.size > 0 ? [...breaks] : [...care],
  };
}

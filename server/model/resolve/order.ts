import type { Expression } from "../../expression/expression.ts";
import type { Bands, Instrument, Item, Score } from "../instrument.ts";
import { membersOf } from "./members.ts";
import { readNames, readProperties } from "./readNames.ts";

/** Scores in the order in which each finds what it needs; those in a cycle, or that need one, are in `cyclic` instead. */
export interface EvaluationOrder {
  readonly order: readonly string[];
  /** Each cycle once, as the ids of items and scores along it; the first is also the one that closes it. */
  readonly cycles: readonly (readonly string[])[];
  readonly cyclic: ReadonlySet<string>;
}

/**
 * Orders scores by what they read, through the routing of items too: a score may decide whether an item is asked, and the item whether
 * another score has what it needs. File order is kept where nothing else decides.
 */
export function evaluationOrder(instrument: Instrument): EvaluationOrder {
  const order: string[] = [];
  const cycles: string[][] = [];
  const cyclic = new Set<string>();
  const state = new Map<string, "open" | "done">();

  /** Goes through what `id` reads, without recursion: a chain of scores may be as long as the file. */
  function visit(start: string): void {
    const path: { readonly id: string; readonly reads: readonly string[]; next: number }[] = [];
    const enter = (id: string): void => {
      state.set(id, "open");
      path.push({ id, reads: readBy(instrument, id), next: 0 });
    };
    enter(start);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const read = step.reads[step.next++];
      if (read === undefined) {
        path.pop();
        state.set(step.id, "done");
        if (step.reads.some((id) => cyclic.has(id))) cyclic.add(step.id);
        if (instrument.scores.has(step.id) && !instrument.items.has(step.id)) order.push(step.id);
      } else if (state.get(read) === "open") {
        const cycle = path.slice(path.findIndex(({ id }) => id === read)).map(({ id }) => id);
        cycles.push(cycle);
        for (const id of cycle) cyclic.add(id);
      } else if (state.get(read) === undefined) enter(read);
    }
  }

  for (const id of [...instrument.scores.ids(), ...instrument.items.ids()]) if (state.get(id) === undefined) visit(id);
  return { order: order.filter((id) => !cyclic.has(id)), cycles, cyclic };
}

/** The items and scores that an item or a score reads directly. */
export function readBy(instrument: Instrument, id: string): readonly string[] {
  const item = instrument.items.get(id);
  if (item !== undefined) return routingOf(instrument, item).flatMap((condition) => readNames(instrument, condition));
  const score = instrument.scores.get(id);
  return score === undefined ? [] : [...new Set(scoreReads(instrument, score))];
}

/** The names and everything that they read, directly or through others. */
export function readClosure(instrument: Instrument, names: Iterable<string>): ReadonlySet<string> {
  return closureUpTo(instrument, names, Number.POSITIVE_INFINITY) ?? new Set();
}

/** The same as long as it has no more than so many names; undefined where it has more. */
export function closureUpTo(instrument: Instrument, names: Iterable<string>, most: number): ReadonlySet<string> | undefined {
  const seen = new Set<string>();
  const waiting = [...names].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    if (seen.size >= most) return undefined;
    seen.add(next);
    waiting.push(...readBy(instrument, next));
  }
  return seen;
}

/**
 * Everything that the value of a score rests on, itself included: what it reads, the routing of the items among it, and so on. Unlike
 * `readClosure` it leaves out the covariates of bands and cut-offs, unless a formula reads a band or cut-off.
 */
export function valueClosure(instrument: Instrument, id: string): ReadonlySet<string> {
  const seen = new Map<string, "value" | "whole">();
  const waiting: { readonly id: string; readonly part: "value" | "whole" }[] = [{ id, part: "value" }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const before = seen.get(next.id);
    if (before === "whole" || before === next.part) continue;
    seen.set(next.id, next.part);
    const item = instrument.items.get(next.id);
    const score = item === undefined ? instrument.scores.get(next.id) : undefined;
    const formulas = item !== undefined ? routingOf(instrument, item) : score === undefined ? [] : formulasOf(score);
    const whole = new Set(formulas.flatMap((formula) => [...readProperties(formula)]));
    const names =
      score !== undefined && next.part === "value"
        ? [...valueReads(instrument, score), ...tableCovariates(instrument, score)]
        : readBy(instrument, next.id);
    for (const name of names) waiting.push({ id: name, part: whole.has(name) ? "whole" : "value" });
  }
  return new Set(seen.keys());
}

/** The conditions that must all hold for an item to be asked: its own, its section's and those of the sections around it, outermost first. */
export function routingOf(instrument: Instrument, item: Item): readonly Expression[] {
  const conditions: Expression[] = item.when === undefined ? [] : [item.when];
  const seen = new Set<string>();
  for (let id: string | undefined = item.section; id !== undefined && !seen.has(id); ) {
    seen.add(id);
    const section = instrument.sections.get(id);
    if (section?.when !== undefined) conditions.unshift(section.when);
    id = section?.parent;
  }
  return conditions;
}

/** Formulas of a score: its condition, its value, and its cases. */
export function formulasOf(score: Score): readonly Expression[] {
  const formulas = [score.when, score.value];
  for (const { when, is } of score.cases ?? []) formulas.push(when, is.kind === "expression" ? is.value : undefined);
  return formulas.filter((formula) => formula !== undefined);
}

/** What the score's value reads, without the covariates of bands and norms. */
export function valueReads(instrument: Instrument, score: Score): readonly string[] {
  const names = formulasOf(score).flatMap((formula) => readNames(instrument, formula));
  return [...new Set([...names, ...membersOf(instrument, score).members.map(({ id }) => id)])];
}

function scoreReads(instrument: Instrument, score: Score): readonly string[] {
  const bands = [score.bands, ...score.bandSets.values()].flatMap((set: Bands | undefined) => (set?.kind === "by" ? [set.by] : []));
  const cutOffs = score.cutOffs.flatMap(({ by }) => (by === undefined ? [] : [by.item]));
  const groups = score.by === undefined ? [] : [score.by];
  return [...valueReads(instrument, score), ...tableCovariates(instrument, score), ...bands, ...cutOffs, ...groups];
}

/** What chooses the part of a table of norms that a transform looks up. */
function tableCovariates(instrument: Instrument, score: Score): readonly string[] {
  return score.transform.flatMap((step) => (step.kind === "lookup" ? (instrument.tables.get(step.table)?.by ?? []) : []));
}

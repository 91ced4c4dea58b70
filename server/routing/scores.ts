import { NOT } from "../expression/range/operations/logic.ts";
import type { Quantity } from "../expression/range/quantity.ts";
import type { Instrument, Item, Score } from "../model/instrument.ts";
import { membersOf } from "../model/resolve.ts";
import { type InstrumentGraph, instrumentGraph, type Reach } from "../scoring/range.ts";
import { reach } from "./decide.ts";
import { itemReachability } from "./items.ts";
import { type Reason, whyNever } from "./reason.ts";

/** Whether someone gets to one of the cases of a score and is decided by it. */
export interface CaseReach {
  /** Counted from 0. */
  readonly place: number;
  readonly decides: Reach;
  /** Set where its own condition can never be true; without it, earlier cases take everyone. */
  readonly reason?: Reason;
}

/** For each case of a score (`otherwise` too) whether it ever decides: its condition is true, and those before it are false. */
export function caseReach(
  instrument: Instrument,
  score: Score,
  graph: InstrumentGraph = instrumentGraph(instrument),
): readonly CaseReach[] {
  const before: Quantity[] = [];
  const found: CaseReach[] = [];
  const applies = score.when && graph.formula(score.when);
  if (applies !== undefined) before.push(applies);
  for (const [place, { when }] of (score.cases ?? []).entries()) {
    const condition = when && graph.formula(when);
    const decides =
      when !== undefined && condition === undefined ? UNDECIDED : reach(graph, [...before, condition ?? graph.constant(true)]);
    const alone = when !== undefined && decides.possible === "no" && condition !== undefined && reach(graph, [condition]).possible === "no";
    found.push({ place, decides, reason: alone ? whyNever(graph, when, true) : undefined });
    before.push(condition === undefined ? graph.constant(null) : graph.apply(NOT, [condition]));
  }
  return found;
}

const UNDECIDED: Reach = { possible: "unknown" };

/** A scored item that routing hides from someone and that has no `skipped` value: what it takes from the scores that list it. */
export interface HiddenEntry {
  readonly item: string;
  /** The scores that list the item. */
  readonly scores: readonly string[];
  /** Answers with which it is not asked. */
  readonly hidden: Reach;
}

/** Undefined where the item is always asked, has a `skipped` value, or goes into no score. */
export function hiddenEntry(
  instrument: Instrument,
  item: Item,
  graph: InstrumentGraph = instrumentGraph(instrument),
): HiddenEntry | undefined {
  if (item.skipped !== undefined) return undefined;
  const scores = instrument.scores
    .values()
    .filter((score) => membersOf(instrument, score).members.some(({ id }) => id === item.id))
    .map(({ id }) => id);
  if (scores.length === 0) return undefined;
  const { asked, hidden } = itemReachability(instrument, item, graph);
  return hidden.possible === "yes" && asked.possible !== "no" ? { item: item.id, scores, hidden } : undefined;
}

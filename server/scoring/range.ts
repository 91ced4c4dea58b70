import type { Expression } from "../expression/expression.ts";
import type { Quantity } from "../expression/range/quantity.ts";
import type { Instrument } from "../model/instrument.ts";
import { groupRange } from "./range/groupRange.ts";
import { type InstrumentGraph, instrumentGraph } from "./range/instrumentGraph.ts";
import { plainRange } from "./range/plainRange.ts";
import { plainTruth } from "./range/plainTruth.ts";
import { provedAgain } from "./range/provedAgain.ts";
import { type PossibleRange, summarised } from "./range/summarised.ts";

export type { InstrumentGraph, RangeOptions } from "./range/instrumentGraph.ts";
export { instrumentGraph } from "./range/instrumentGraph.ts";
export { reachedBeyond } from "./range/reachedBeyond.ts";
export type { PossibleRange, Reach, Witness } from "./range/summarised.ts";

/**
 * What a score can be for anyone who answers as the instrument allows: any valid answer or none to every item that is not known not to be asked.
 * Proved, with answers that reach both ends; where that is not feasible a bound that holds everything, which then says so. Undefined for a score
 * that is not there or cannot be computed as written. A graph that is handed in is filled and read, so that scores share their work; without one
 * the work is let go, and done once more where answers that reach a value are asked for.
 */
export function possibleRange(instrument: Instrument, score: string, graph?: LaterGraph): PossibleRange | undefined {
  const whole = () =>
    graph
      ? inGraph(graph, (one) => rangeIn(one, instrument, score))
      : provedAgain(() => rangeIn(instrumentGraph(instrument), instrument, score));
  const definition = instrument.scores.get(score);
  return (definition && plainRange(instrument, definition, whole)) ?? whole();
}

/** A graph, or how to get it: many ranges are known without. */
type LaterGraph = InstrumentGraph | (() => InstrumentGraph | undefined);

const inGraph = <T>(later: LaterGraph, ask: (graph: InstrumentGraph) => T | undefined): T | undefined => {
  const graph = typeof later === "function" ? later() : later;
  return graph && ask(graph);
};

function rangeIn(graph: InstrumentGraph, instrument: Instrument, score: string): PossibleRange | undefined {
  const definition = instrument.scores.get(score);
  if (definition === undefined || graph.fault(score) !== undefined) return undefined;
  if (definition.level === "group") return groupRange(graph, definition);
  const stages = graph.stages(score);
  return stages && summarised(graph, stages.value, casesOf(instrument, score));
}

/** The same for any formula over items and scores; undefined where it gives a list. */
export function rangeOf(instrument: Instrument, tree: Expression, graph?: LaterGraph): PossibleRange | undefined {
  const range = (within: InstrumentGraph) => {
    const quantity = within.formula(tree);
    return quantity && summarised(within, quantity);
  };
  const whole = () => (graph ? inGraph(graph, range) : provedAgain(() => range(instrumentGraph(instrument))));
  return plainTruth(instrument, tree, whole) ?? whole();
}

/** Where in a score's pipeline a value is looked at. Entries and steps are counted from 0. */
export type Stage =
  | { readonly at: "entry_answer"; readonly entry: number }
  | { readonly at: "entry"; readonly entry: number }
  | { readonly at: "raw" }
  | { readonly at: "before_step"; readonly step: number }
  | { readonly at: "before_rounding" };

/**
 * What a score can be on its way: the answer of an entry before its recode (as its score or code), an entry after recode and reversal, the value
 * before the transform, before one of its steps, before rounding.
 */
export function rangeAt(
  instrument: Instrument,
  score: string,
  stage: Stage,
  graph: InstrumentGraph = instrumentGraph(instrument),
): PossibleRange | undefined {
  const quantity = quantityAt(graph, score, stage);
  return quantity && summarised(graph, quantity);
}

function quantityAt(graph: InstrumentGraph, score: string, stage: Stage): Quantity | undefined {
  const stages = graph.stages(score);
  if (stages === undefined) return undefined;
  switch (stage.at) {
    case "entry_answer": {
      const entry = stages.entries[stage.entry];
      return entry && (entry.member.item === undefined ? entry.before : graph.items.value(entry.member.id));
    }
    case "entry":
      return stages.entries[stage.entry]?.value;
    case "raw":
      return stages.raw;
    case "before_step":
      return stages.steps[stage.step];
    case "before_rounding":
      return stages.unrounded;
  }
}

/** Texts in the order in which the cases of a score give them. */
function casesOf(instrument: Instrument, score: string): readonly string[] {
  return (instrument.scores.get(score)?.cases ?? []).flatMap(({ is }) => (is.kind === "text" ? [is.value] : []));
}

import type { Expression } from "../expression/expression.ts";
import type { Instrument } from "../model/instrument.ts";
import { summarised } from "../scoring/range/summarised.ts";
import { type InstrumentGraph, instrumentGraph, type PossibleRange } from "../scoring/range.ts";

/** What a formula can be over everyone who answers; undefined where that could not be worked out. Who asks decides which answers are thought of. */
export type Ask = (tree: Expression) => PossibleRange | undefined;

/** Of everything that the answers of a graph lead to. */
export function askOf(graph: InstrumentGraph): Ask {
  return (tree) => {
    const quantity = graph.formula(tree);
    return quantity && summarised(graph, quantity);
  };
}

/** Of the answer sheets that a screen lets come about: an item is answered only if its condition is known to be true. */
export const askOnScreen = (instrument: Instrument): Ask => askOf(instrumentGraph(instrument, { sheets: "shown" }));

/** Proved: no answers give a condition this truth value. */
export const isNever = (ask: Ask, tree: Expression, truth = true): boolean => ask(tree)?.gives(truth).possible === "no";

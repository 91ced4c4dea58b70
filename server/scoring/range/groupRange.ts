import type { Score } from "../../model/instrument.ts";
import type { InstrumentGraph } from "./instrumentGraph.ts";
import type { PossibleRange } from "./summarised.ts";

/** What a group score can be for any group of people. */
export function groupRange(_graph: InstrumentGraph, _score: Score): PossibleRange | undefined {
  return undefined;
}

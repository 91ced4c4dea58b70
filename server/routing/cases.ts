import { AND, NOT } from "../expression/range/operations/logic.ts";
import type { Quantity } from "../expression/range/quantity.ts";
import type { Score } from "../model/instrument.ts";
import { summarised } from "../scoring/range/summarised.ts";
import type { InstrumentGraph, Reach } from "../scoring/range.ts";

/** For each case of a score (`otherwise` too) whether it ever decides: its condition is true, and those before it are false. */
export function caseReach(graph: InstrumentGraph, score: Score): readonly Reach[] {
  const applies = score.when && graph.formula(score.when);
  let open: Quantity = applies ?? graph.constant(true);
  return (score.cases ?? []).map(({ when }) => {
    const condition = when === undefined ? graph.constant(true) : graph.formula(when);
    const decides = condition && summarised(graph, graph.apply(AND, [open, condition])).gives(true);
    open = graph.apply(AND, [open, condition === undefined ? graph.constant(null) : graph.apply(NOT, [condition])]);
    return decides ?? UNDECIDED;
  });
}

const UNDECIDED: Reach = { possible: "unknown" };

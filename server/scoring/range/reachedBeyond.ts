import { Climber } from "../../expression/range/climber.ts";
import { isNumber } from "../../expression/value.ts";
import type { Instrument } from "../../model/instrument.ts";
import type { Exact } from "../../number/exact.ts";
import { instrumentGraph } from "./instrumentGraph.ts";
import { type Witness, witnessOf } from "./witness.ts";

/**
 * A number below or above this one that a score of people can be, with answers that lead to it. Looked for where only a bound is proved:
 * undefined where none was come upon, which says nothing.
 */
export function reachedBeyond(
  instrument: Instrument,
  score: string,
  limit: Exact,
  side: -1 | 1,
): { readonly value: Exact; readonly witness: Witness } | undefined {
  const graph = instrumentGraph(instrument);
  const stages = graph.fault(score) === undefined && instrument.scores.get(score)?.level === "person" ? graph.stages(score) : undefined;
  if (!stages) return undefined;
  const climber = new Climber(stages.value);
  const choices = climber.find(
    side,
    (atom) => atom?.kind === "point" && atom.sure && isNumber(atom.value) && atom.value.compare(limit) * side > 0,
  );
  const atom = choices && climber.reached(choices);
  return choices && atom?.kind === "point" && isNumber(atom.value)
    ? { value: atom.value, witness: witnessOf(graph, stages.value, choices) }
    : undefined;
}

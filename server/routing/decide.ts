import type { Expression } from "../expression/expression.ts";
import { AND, NOT } from "../expression/range/operations/logic.ts";
import type { Quantity } from "../expression/range/quantity.ts";
import type { Instrument } from "../model/instrument.ts";
import { summarised } from "../scoring/range/summarised.ts";
import { type InstrumentGraph, instrumentGraph, type Reach } from "../scoring/range.ts";
import { type Reason, whyNever } from "./reason.ts";

/** What a condition can be over everyone who answers as the instrument allows. Nothing is claimed that was not proved. */
export interface Decision {
  readonly isTrue: Reach;
  readonly isFalse: Reach;
  readonly isMissing: Reach;
  /** Why it is never true, or else never false, where one of them was proved. */
  readonly reason?: Reason;
}

const UNDECIDED: Reach = { possible: "unknown" };

/** Decides a condition; `given` are conditions that hold already, such as those of the section that an item stands in. */
export function decide(
  instrument: Instrument,
  condition: Expression,
  graph: InstrumentGraph = instrumentGraph(instrument),
  given: readonly Expression[] = [],
): Decision {
  const truth = graph.formula(condition);
  if (truth === undefined) return { isTrue: UNDECIDED, isFalse: UNDECIDED, isMissing: UNDECIDED };
  const context = given.flatMap((tree) => graph.formula(tree) ?? []);
  const decision: Decision = {
    isTrue: reach(graph, [...context, truth]),
    isFalse: reach(graph, [...context, graph.apply(NOT, [truth])]),
    isMissing: missingReach(graph, context, truth),
  };
  const reason =
    decision.isTrue.possible === "no"
      ? whyNever(graph, condition, true)
      : decision.isFalse.possible === "no"
        ? whyNever(graph, condition, false)
        : undefined;
  return { ...decision, reason };
}

/** Whether all of some conditions can be true together. */
export function reach(graph: InstrumentGraph, conditions: readonly Quantity[]): Reach {
  const all = conditions.reduce((joined, next) => graph.apply(AND, [joined, next]), graph.constant(true));
  return summarised(graph, all).gives(true);
}

function missingReach(graph: InstrumentGraph, context: readonly Quantity[], truth: Quantity): Reach {
  if (context.length === 0) return summarised(graph, truth).gives(null);
  return reach(graph, [...context, graph.apply(IS_MISSING, [truth])]);
}

const IS_MISSING = { key: "undecided", type: "truth", apply: ([value = null]) => value === null } as const satisfies Parameters<
  InstrumentGraph["apply"]
>[0];

import type { Expression } from "../expression/expression.ts";
import { NOT } from "../expression/range/operations/logic.ts";
import type { Quantity } from "../expression/range/quantity.ts";
import type { Instrument, Item, Section } from "../model/instrument.ts";
import { evaluationOrder, responseOf, routingOf } from "../model/resolve.ts";
import { summarised } from "../scoring/range/summarised.ts";
import { type InstrumentGraph, instrumentGraph, type Reach } from "../scoring/range.ts";
import { type Decision, decide, reach } from "./decide.ts";
import { type Reason, whyNever } from "./reason.ts";

/** The answer sheets that a screen lets come about: an item is answered only if its condition is known to be true. */
export function routingGraph(instrument: Instrument): InstrumentGraph {
  return instrumentGraph(instrument, { sheets: "shown" });
}

/** Whether an item or a section can be come to. */
export interface Reachability {
  /** Someone is asked. */
  readonly asked: Reach;
  /** Someone is not asked. */
  readonly hidden: Reach;
  /** Its own condition where the sections around it are shown; undefined where it has none. */
  readonly own?: Decision;
  /** Where nobody is asked: what is to blame. */
  readonly blame?: Blame;
}

export type Blame =
  /** Its own condition can never be true. */
  | { readonly kind: "own"; readonly reason?: Reason }
  /** A section around it is never shown. */
  | { readonly kind: "section"; readonly section: string }
  /** Conditions that are each possible exclude each other. */
  | { readonly kind: "together"; readonly conditions: readonly Expression[] };

/** Whether an item can be asked, given its own condition, those of its sections, and whether what they read can be answered. */
export function itemReachability(instrument: Instrument, item: Item, graph: InstrumentGraph = routingGraph(instrument)): Reachability {
  return reachability(instrument, graph, sectionsAround(instrument, item.section), item.when);
}

/** The same for a section. */
export function sectionReachability(
  instrument: Instrument,
  section: Section,
  graph: InstrumentGraph = routingGraph(instrument),
): Reachability {
  return reachability(instrument, graph, sectionsAround(instrument, section.parent), section.when);
}

function reachability(
  instrument: Instrument,
  graph: InstrumentGraph,
  around: readonly Section[],
  own: Expression | undefined,
): Reachability {
  const given = around.flatMap(({ when }) => when ?? []);
  const conditions = own === undefined ? given : [...given, own];
  const quantities = conditions.map((tree) => graph.formula(tree) ?? graph.constant(null));
  const asked = reach(graph, quantities);
  const hidden = anyHidden(graph, quantities);
  const decision = own && decide(instrument, own, graph, given);
  return { asked, hidden, own: decision, blame: asked.possible === "no" ? blameFor(graph, around, own, conditions) : undefined };
}

/** Someone for whom one of the conditions is false. */
function anyHidden(graph: InstrumentGraph, conditions: readonly Quantity[]): Reach {
  let found: Reach = { possible: "no" };
  for (const condition of conditions) {
    const reached = summarised(graph, graph.apply(NOT, [condition])).gives(true);
    if (reached.possible === "yes") return reached;
    if (reached.possible === "unknown") found = reached;
  }
  return found;
}

function blameFor(
  graph: InstrumentGraph,
  around: readonly Section[],
  own: Expression | undefined,
  conditions: readonly Expression[],
): Blame {
  for (const [place, { id, when }] of around.entries()) {
    const upTo = around.slice(0, place + 1).flatMap((section) => section.when ?? []);
    if (when !== undefined && reach(graph, quantitiesOf(graph, upTo)).possible === "no") return { kind: "section", section: id };
  }
  if (own !== undefined && reach(graph, quantitiesOf(graph, [own])).possible === "no")
    return { kind: "own", reason: whyNever(graph, own, true) };
  return { kind: "together", conditions };
}

function quantitiesOf(graph: InstrumentGraph, trees: readonly Expression[]): readonly Quantity[] {
  return trees.map((tree) => graph.formula(tree) ?? graph.constant(null));
}

/** The sections around, outermost first. */
function sectionsAround(instrument: Instrument, id: string | undefined): readonly Section[] {
  const around: Section[] = [];
  const seen = new Set<string>();
  for (let at = id; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const section = instrument.sections.get(at);
    if (section !== undefined) around.unshift(section);
    at = section?.parent;
  }
  return around;
}

/** The options of an item that nobody can choose because of their conditions, though the item can be asked. */
export function unreachableOptions(
  instrument: Instrument,
  item: Item,
  graph: InstrumentGraph = routingGraph(instrument),
): readonly { readonly code: string; readonly reason?: Reason }[] {
  const routing = routingOf(instrument, item);
  if (reach(graph, quantitiesOf(graph, routing)).possible !== "yes") return [];
  return (responseOf(instrument, item)?.options ?? []).flatMap(({ code, when }) => {
    if (when === undefined || reach(graph, quantitiesOf(graph, [...routing, when])).possible !== "no") return [];
    return [{ code, reason: whyNever(graph, when, true) }];
  });
}

/** Cycles in which an item waits for itself, each named by all that is in it; two items that hide each other are a cycle of two. */
export function routingCycles(instrument: Instrument): readonly (readonly string[])[] {
  return evaluationOrder(instrument).cycles.filter((cycle) => cycle.some((id) => instrument.items.has(id)));
}

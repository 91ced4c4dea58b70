import type { Expression } from "../../expression/expression.ts";
import type { Outcome } from "../../expression/range/atom.ts";
import { formulaQuantity, type QuantityBinding } from "../../expression/range/formulaQuantity.ts";
import { type Operation, UNKNOWABLE } from "../../expression/range/operation.ts";
import { Quantities, type Quantity } from "../../expression/range/quantity.ts";
import { Solver } from "../../expression/range/solver.ts";
import type { Value } from "../../expression/value.ts";
import { eachNode } from "../../expression/walk.ts";
import type { Instrument, LookupTable, Recode } from "../../model/instrument.ts";
import { type Ends, onlyNeeded, readBy, readNames } from "../../model/resolve.ts";
import { faultyScores, type Known } from "../faults.ts";
import { spanIds } from "../formula.ts";
import { type Lookup, lookupOf } from "../norms.ts";
import { codeQuantity } from "./codeQuantity.ts";
import { endsOfOutcomes, numberEnds } from "./ends.ts";
import { type ItemQuantities, itemQuantities, type Sheets } from "./itemQuantities.ts";
import { propertyQuantity } from "./propertyQuantity.ts";
import { type Parts, type ScoreStages, scoreStages, singleQuantity } from "./scoreQuantities.ts";
import { lookupOperation } from "./stepOperations.ts";

export interface RangeOptions {
  /** Tables of norms that stand in data files; undefined where the file is not there. */
  readonly norms?: (table: LookupTable) => Lookup | undefined;
  /** How much is gone through for one part of a score before it is bounded instead; counted, so that results never depend on speed. */
  readonly effort?: number;
  /** Which answer sheets are thought of: those of a data file, or (for routing) those that a screen lets come about. */
  readonly sheets?: "data" | "shown";
}

/** Everything an instrument's answers can lead to, worked out as far as it is asked for. It belongs to one version of one instrument. */
export interface InstrumentGraph {
  readonly instrument: Instrument;
  readonly items: ItemQuantities;
  /** What the scoring must be told of ranges and tables. */
  readonly known: Known;
  /** Why a score cannot be computed as written; undefined where it can. */
  fault(score: string): string | undefined;
  stages(score: string): ScoreStages | undefined;
  /** A formula; undefined where it gives a list. */
  formula(tree: Expression): Quantity | undefined;
  property(score: string, name: string): Quantity;
  /** What a formula can give before its transform where everything that is asked is answered: what `rescale` maps. */
  completeEnds(score: string): Ends | undefined;
  outcomes(quantity: Quantity): readonly Outcome[];
  /** Further quantities over those of the instrument. */
  apply(operation: Operation, of: readonly Quantity[]): Quantity;
  constant(value: Value): Quantity;
  lookup(table: string): Lookup | undefined;
}

export function instrumentGraph(instrument: Instrument, options: RangeOptions = {}): InstrumentGraph {
  return new GraphBuilder(instrument, options, options.sheets ?? "data");
}

/** Guards the one graph and solver of an instrument. */
class GraphBuilder implements InstrumentGraph {
  readonly instrument: Instrument;
  readonly items: ItemQuantities;
  readonly #options: RangeOptions;
  readonly #graph = new Quantities();
  readonly #solver: Solver;
  readonly #parts: Parts;
  readonly #binding: QuantityBinding;
  readonly #stages = new Map<string, ScoreStages | undefined>();
  readonly #prepared = new Set<string>();
  readonly #recodes = new Map<Recode, number>();
  readonly #faults = new Map<string, string | undefined>();
  #complete: InstrumentGraph | undefined;

  constructor(instrument: Instrument, options: RangeOptions, sheets: Sheets) {
    this.instrument = instrument;
    this.#options = options;
    this.#solver = new Solver(options.effort);
    const graph = this.#graph;
    this.items = itemQuantities(instrument, graph, (tree) => singleQuantity(tree, this.#binding), sheets);
    this.#parts = {
      instrument,
      graph,
      items: this.items,
      known: this.#known(sheets),
      formula: (tree) => singleQuantity(tree, this.#binding),
      score: (id) => this.#stagesOf(id)?.value ?? graph.known(null),
      recodeNumber: (recode) => this.#recodeNumber(recode),
    };
    this.#binding = this.#makeBinding();
  }

  get known(): Known {
    return this.#parts.known;
  }

  fault(id: string): string | undefined {
    if (!this.#faults.has(id)) {
      // Only what the score reads is looked at: an editor asks for one score at a time.
      const faults = faultyScores(onlyNeeded(this.instrument, [id]), this.#parts.known);
      this.#faults.set(id, faults.get(id));
    }
    return this.#faults.get(id);
  }

  stages(id: string): ScoreStages | undefined {
    this.#prepare([id]);
    return this.#stagesOf(id);
  }

  /** Makes what names read before what reads it, so that a chain of routing as long as the document needs no deep recursion. */
  #prepare(names: Iterable<string>): void {
    const path = [...names].map((id) => ({ id, reads: undefined as readonly string[] | undefined }));
    for (let next = path.at(-1); next !== undefined; next = path.at(-1)) {
      if (next.reads === undefined && !this.#prepared.has(next.id)) {
        this.#prepared.add(next.id);
        next.reads = readBy(this.instrument, next.id);
        for (const id of next.reads) if (!this.#prepared.has(id)) path.push({ id, reads: undefined });
        continue;
      }
      path.pop();
      if (next.reads === undefined) continue;
      if (this.instrument.items.has(next.id)) this.items.value(next.id);
      else this.#stagesOf(next.id);
    }
  }

  #stagesOf(id: string): ScoreStages | undefined {
    if (this.#stages.has(id)) return this.#stages.get(id);
    // A score that reads itself is missing there; it is left out of everything anyway.
    this.#stages.set(id, undefined);
    const score = this.instrument.scores.get(id);
    const stages = score === undefined || score.level === "group" ? undefined : scoreStages(this.#parts, score);
    this.#stages.set(id, stages);
    return stages;
  }

  formula(tree: Expression): Quantity | undefined {
    const names = readNames(this.instrument, tree);
    // Of what is not there, or cannot be computed as written, nothing is claimed; its own finding says so.
    if (hasFaulty(tree) || names.some((id) => !this.#isKnown(id))) return this.#graph.apply(NOT_KNOWN, []);
    this.#prepare(names);
    const made = formulaQuantity(tree, this.#binding);
    return "kind" in made ? made : undefined;
  }

  #isKnown(id: string): boolean {
    if (this.instrument.items.has(id)) return true;
    const score = this.instrument.scores.get(id);
    return score !== undefined && score.level === "person" && this.fault(id) === undefined;
  }

  property(id: string, name: string): Quantity {
    const score = this.instrument.scores.get(id);
    return score === undefined ? this.#graph.known(null) : propertyQuantity(this.#parts, score, name);
  }

  outcomes(quantity: Quantity): readonly Outcome[] {
    return this.#solver.outcomes(quantity);
  }

  apply(operation: Operation, of: readonly Quantity[]): Quantity {
    return this.#graph.apply(operation, of);
  }

  constant(value: Value): Quantity {
    return this.#graph.known(value);
  }

  lookup(table: string): Lookup | undefined {
    return this.#parts.known.lookup(table);
  }

  #known(sheets: Sheets): Known {
    const lookups = new Map<string, Lookup | undefined>();
    return {
      rangeOfScore: (id) => {
        const stages = this.stages(id);
        return stages === undefined ? undefined : endsOfOutcomes(this.outcomes(stages.value));
      },
      rangeOfFormula: (id) => (sheets === "complete" ? undefined : this.completeEnds(id)),
      lookup: (id) => {
        const table = this.instrument.tables.get(id);
        if (table === undefined) return undefined;
        if (!lookups.has(id)) lookups.set(id, lookupOf(table, this.#options.norms));
        return lookups.get(id);
      },
    };
  }

  /** What a formula can give where everything that is asked is answered. */
  completeEnds(id: string): Ends | undefined {
    this.#complete ??= new GraphBuilder(this.instrument, this.#options, "complete");
    const raw = this.#complete.stages(id)?.raw;
    return raw === undefined ? undefined : numberEnds(this.#complete.outcomes(raw));
  }

  #makeBinding(): QuantityBinding {
    const { instrument, items } = this;
    const graph = this.#graph;
    return {
      graph,
      value: (id) => (instrument.items.has(id) ? items.value(id) : this.#parts.score(id)),
      scored: (id) => (instrument.items.has(id) ? items.scored(id) : this.#parts.score(id)),
      property: (id, property) => this.property(id, property),
      span: (first, last) => spanIds(instrument, first, last),
      lookup: (id) => {
        const found = this.#parts.known.lookup(id);
        if (found === undefined) return () => graph.known(null);
        const codes = found.by.map((by) => codeQuantity(this.#parts, by));
        const operation = lookupOperation(instrument.tables.get(id), (value, written) => found.find(value, written));
        return (value) => graph.apply(operation, [value, ...codes]);
      },
    };
  }

  #recodeNumber(recode: Recode): number {
    const known = this.#recodes.get(recode) ?? this.#recodes.size;
    this.#recodes.set(recode, known);
    return known;
  }
}

function hasFaulty(tree: Expression): boolean {
  let found = false;
  eachNode(tree, (node) => {
    found ||= node.kind === "faulty";
  });
  return found;
}

const NOT_KNOWN: Operation = { key: "not known", type: "any", apply: () => UNKNOWABLE };

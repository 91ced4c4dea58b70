import type { Instrument, LookupTable } from "../model/instrument.ts";
import { type Ends, evaluationOrder, type RangeOfScore } from "../model/resolve.ts";
import type { Answer } from "./answers.ts";
import { faultyScores, type Known } from "./faults.ts";
import { type Lookup, lookupOf } from "./norms.ts";
import { type Person, personMaker } from "./person.ts";
import { type InstrumentGraph, instrumentGraph } from "./range/instrumentGraph.ts";
import type { ScoreResult } from "./result.ts";
import { type ScoreRunner, scoreRunner } from "./scoreRunner.ts";

/** What the scoring can be told; ranges that it is not told are proved when they are needed. */
export interface ScoringOptions {
  /** Possible ranges of scores: the reverse of a score and the rescaling of a score of scores need them. */
  readonly rangeOfScore?: RangeOfScore;
  /** The range that complete answers give a formula or a score of scores before its transform: what `rescale` maps. */
  readonly rangeOfFormula?: (score: string) => Ends | undefined;
  /** Tables of norms that stand in data files; undefined where the file is not there. */
  readonly norms?: (table: LookupTable) => Lookup | undefined;
}

/** An instrument made ready once, to score any number of people. */
export interface CompiledInstrument {
  readonly instrument: Instrument;
  /** The scores of a person that can be computed, in an order in which each finds what it needs. */
  readonly order: readonly string[];
  /** The scores of any level that cannot, with the reason. */
  readonly faulty: ReadonlyMap<string, string>;
  /** What a score can reach, as it was given or proved; worked out when it is asked for. */
  readonly rangeOfScore: RangeOfScore;
  /** The lookup behind a table of the instrument; undefined where there is none. */
  readonly lookup: (table: string) => Lookup | undefined;
  /** Scores one person. What is not asked of the result is not computed. */
  score(answers: AnswersOf): Person;
}

/** The answers of one person by item; an item that is not there is blank. */
export type AnswersOf = (item: string) => Answer | undefined;

/** Prepares an instrument for scoring: references followed, reversals and ranges found, scores that cannot be computed put aside. */
export function compileInstrument(instrument: Instrument, options: ScoringOptions = {}): CompiledInstrument {
  const lookups = new Map<string, Lookup | undefined>();
  // Under the name that the document gives it: a table of a library is "alias.id" here.
  for (const id of instrument.tables.ids()) {
    const table = instrument.tables.get(id);
    if (table !== undefined) lookups.set(id, lookupOf(table, options.norms));
  }
  let graph: InstrumentGraph | undefined;
  const proved = (): Known => {
    graph ??= instrumentGraph(instrument, { norms: options.norms });
    return graph.known;
  };
  const rangeOfScore: RangeOfScore = options.rangeOfScore ?? ((id) => proved().rangeOfScore(id));
  const rangeOfFormula = options.rangeOfFormula ?? ((id: string) => proved().rangeOfFormula?.(id));
  const known = { rangeOfScore, rangeOfFormula, lookup: (table: string) => lookups.get(table) };
  const faulty = faultyScores(instrument, known);
  const order = evaluationOrder(instrument).order.filter((id) => !faulty.has(id) && instrument.scores.get(id)?.level === "person");
  const runners = new Map<string, ScoreRunner>();
  for (const id of order) {
    const score = instrument.scores.get(id);
    if (score !== undefined) runners.set(id, scoreRunner(instrument, score, known));
  }
  return { instrument, order, faulty, rangeOfScore, lookup: known.lookup, score: personMaker(instrument, runners, known) };
}

/** All scores of one person that can be computed, in file order. */
export function scorePerson(compiled: CompiledInstrument, answers: AnswersOf): ReadonlyMap<string, ScoreResult> {
  const person = compiled.score(answers);
  const results = new Map<string, ScoreResult>();
  for (const id of compiled.instrument.scores.ids()) {
    const result = person.result(id);
    if (result !== undefined) results.set(id, result);
  }
  return results;
}

import { eachNode } from "../../expression/walk.ts";
import type { Instrument, Item, LookupTable, Named, Option, Response, Score } from "../../model/instrument.ts";
import { replaced } from "../../model/named.ts";
import { formulasOf, isCode, membersOf, possibleAnswers, type RangeOfScore, readClosure, responseOf } from "../../model/resolve.ts";
import { type Exact, exact, ONE } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import type { Mutant } from "./mutant.ts";
import { recodeMutants } from "./recodeMutants.ts";
import { scoreMutants } from "./scoreMutants.ts";

/** Every mutant of an instrument, in file order: first those of each score, then those of what several scores share. */
export function* mutantsOf(instrument: Instrument, rangeOfScore: RangeOfScore = () => undefined): Generator<Mutant> {
  for (const score of instrument.scores.values()) {
    if (score.level === "group") continue;
    const edgeStep = edgeStepOf(rangeOfScore(score.id)?.attainable);
    for (const { kind, change, score: changed } of scoreMutants(instrument, score, edgeStep)) {
      yield { kind, change, scores: [score.id], instrument: { ...instrument, scores: replaced(instrument.scores, score.id, changed) } };
    }
  }
  yield* sharedRecodes(instrument);
  yield* tables(instrument);
  yield* optionScores(instrument);
  yield* items(instrument);
}

/**
 * How far an edge slips: one unit of the last decimal that the edges are written with, but at least from one attainable value to the next,
 * because a shift between two attainable values changes nothing.
 */
function edgeStepOf(attainable: readonly Exact[] | undefined): (edges: readonly Exact[]) => Exact {
  const sorted = [...(attainable ?? [])].sort((a, b) => a.compare(b));
  const gaps = sorted.slice(1).map((value, place) => value.sub(sorted[place] ?? value));
  const least = gaps.reduce<Exact | undefined>((least, gap) => (least === undefined || gap.lt(least) ? gap : least), undefined);
  return (edges) => {
    const places = Math.max(0, ...edges.map((edge) => printExact(edge).split(".")[1]?.length ?? 0));
    const unit = exact(1, 10n ** BigInt(places));
    return least?.gt(unit) === true ? least : unit;
  };
}

/** The scores whose own entries, formulas or transforms use something. */
function usersOf(instrument: Instrument, uses: (id: string) => boolean): readonly string[] {
  return instrument.scores.ids().filter((id) => instrument.scores.get(id)?.level === "person" && uses(id));
}

function* sharedRecodes(instrument: Instrument): Generator<Mutant> {
  for (const id of instrument.recodes.ids()) {
    const recode = instrument.recodes.get(id);
    if (recode === undefined) continue;
    const scores = usersOf(instrument, (score) => {
      const found = instrument.scores.get(score);
      return found !== undefined && membersOf(instrument, found).members.some((member) => member.recode === recode);
    });
    if (scores.length === 0) continue;
    for (const mutant of recodeMutants(recode)) {
      const change = `${mutant.change} in the recode "${id}"`;
      yield { kind: "recode", change, scores, instrument: { ...instrument, recodes: replaced(instrument.recodes, id, mutant.recode) } };
    }
  }
}

function* tables(instrument: Instrument): Generator<Mutant> {
  for (const id of instrument.tables.ids()) {
    const table = instrument.tables.get(id);
    const scores = usersOf(instrument, (score) => looksUp(instrument.scores.get(score), id));
    if (table === undefined || scores.length === 0) continue;
    for (const [place, row] of table.rows.entries()) {
      const value = row.value.add(ONE);
      const rows = table.rows.with(place, { ...row, value });
      const change = `${printExact(row.from)} gave ${printExact(value)} instead of ${printExact(row.value)} in the table "${id}"`;
      const tables: Named<LookupTable> = replaced(instrument.tables, id, { ...table, rows });
      yield { kind: "table", change, scores, instrument: { ...instrument, tables } };
    }
  }
}

function looksUp(score: Score | undefined, table: string): boolean {
  if (score === undefined) return false;
  let found = score.transform.some((step) => step.kind === "lookup" && step.table === table);
  for (const formula of formulasOf(score))
    eachNode(formula, (node) => {
      found ||= node.kind === "name" && (node.property === undefined ? node.id : `${node.id}.${node.property}`) === table;
    });
  return found;
}

/** Declared scores of options, in named responses and in those that stand in an item. */
function* optionScores(instrument: Instrument): Generator<Mutant> {
  const readers = readersByItem(instrument);
  const done = new Set<Response>();
  for (const item of instrument.items.values()) {
    const response = responseOf(instrument, item);
    if (response === undefined || done.has(response) || !readers.has(item.id)) continue;
    done.add(response);
    const users = instrument.items.values().filter((each) => responseOf(instrument, each) === response);
    const scores = [...new Set(users.flatMap(({ id }) => readers.get(id) ?? []))];
    for (const [place, option] of response.options.entries()) {
      if (option.score === undefined || option.missing) continue;
      const score = option.score.add(ONE);
      const options: readonly Option[] = response.options.with(place, { ...option, score });
      const changed: Response = { ...response, options };
      const items = users.reduce((all, each) => replaced(all, each.id, { ...each, response: changed }), instrument.items);
      const change = `the option "${option.code}" scored ${printExact(score)} instead of ${printExact(option.score)}`;
      yield { kind: "option score", change, scores, instrument: { ...instrument, items } };
    }
  }
}

/** The key of an ability item, the value of an item that was skipped, and the reversal that formulas see through `scored`. */
function* items(instrument: Instrument): Generator<Mutant> {
  const readers = readersByItem(instrument);
  for (const item of instrument.items.values()) {
    const scores = readers.get(item.id);
    if (scores === undefined) continue;
    const withItem = (changed: Partial<Item>): Instrument => ({
      ...instrument,
      items: replaced(instrument.items, item.id, { ...item, ...changed }),
    });
    const other = item.key === undefined ? undefined : otherCode(instrument, item, item.key);
    if (other !== undefined)
      yield { kind: "key", change: `the key of "${item.id}" became "${other}"`, scores, instrument: withItem({ key: other }) };
    if (item.skipped !== undefined) {
      const skipped = item.skipped.add(ONE);
      yield {
        kind: "skipped",
        change: `"${item.id}" counted ${printExact(skipped)} when skipped`,
        scores,
        instrument: withItem({ skipped }),
      };
    }
    const byFormula = scores.filter((id) => instrument.scores.get(id)?.entries === undefined);
    if (item.reverse && byFormula.length > 0 && byFormula.length === scores.length) {
      yield { kind: "reversal", change: `"${item.id}" is no longer reversed`, scores, instrument: withItem({ reverse: false }) };
    }
  }
}

function otherCode(instrument: Instrument, item: Item, key: string): string | undefined {
  const possible = possibleAnswers(instrument, item);
  return possible?.kind === "codes" ? possible.answers.find((answer) => !isCode(key, answer))?.code : undefined;
}

/** The scores of people that read an item, directly or through others. */
function readersByItem(instrument: Instrument): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>();
  for (const score of instrument.scores.values()) {
    if (score.level === "group") continue;
    for (const id of readClosure(instrument, [score.id])) {
      if (instrument.items.has(id)) readers.set(id, [...(readers.get(id) ?? []), score.id]);
    }
  }
  return readers;
}

import type { Instrument, Item } from "../../model/instrument.ts";
import { itemEnds, readClosure, routingOf } from "../../model/resolve.ts";
import { spanIds } from "../../scoring/formula.ts";
import type { CompiledInstrument } from "../../scoring/pipeline.ts";
import { instrumentGraph } from "../../scoring/range.ts";
import { formulaWriter, type Names, truth } from "./formula-columns.ts";
import { add, chosen, compared, constant, type Fraction, NO_NUMBER, negate } from "./fraction.ts";
import { byCode, type ItemColumns, itemColumns } from "./item-columns.ts";
import { joined, layers, type Sql, sql } from "./layers.ts";
import { type Around, type ScoreColumns, scoreColumns } from "./score-columns.ts";
import type { SqlValue } from "./value.ts";

/** An instrument's scoring as SQL. */
export interface InstrumentSql {
  /** `WITH` and the layers of the query, over the relation `answers`. */
  readonly with: string;
  /** The name of the last layer, which has all columns. */
  readonly last: string;
  readonly scores: ReadonlyMap<string, ScoreColumns>;
  /** By item: TRUE where a cell is no answer, and where it is written in a way that only Scalewright itself reads. */
  readonly checks: readonly { readonly item: string; readonly outside: Sql; readonly strange: Sql | undefined }[];
}

export type SqlResult = { readonly sql: InstrumentSql } | { readonly refused: readonly string[] };

/** How an instrument is to be written. */
export interface SqlOptions {
  /** The column of an item as a piece of SQL that gives a text, never NULL; undefined where there is no column. */
  readonly cell: (item: string) => string | undefined;
  /** The columns of the data that the query hands on, by the names that they get. */
  readonly kept: ReadonlyMap<string, string>;
  readonly scores: readonly string[];
}

/**
 * Writes the scoring of people as one query of plain SQL: whole numbers, CASE, COALESCE and a few functions of texts, so that no binary
 * fraction decides anything. What cannot be said so is refused by its name.
 */
export function instrumentSql(compiled: CompiledInstrument, { cell, kept, scores: wanted }: SqlOptions): SqlResult {
  const { instrument } = compiled;
  const into = layers();
  const known = { ...instrumentGraph(instrument).known, rangeOfScore: compiled.rangeOfScore, lookup: compiled.lookup };
  const items = new Map<string, ItemColumns | undefined>();
  const unaskedOf = new Map<string, Sql | undefined | "open">();
  const scores = new Map<string, ScoreColumns>();
  const item = (id: string): ItemColumns | undefined => {
    const declared = instrument.items.get(id);
    if (!items.has(id) && declared !== undefined) {
      items.set(id, itemColumns(instrument, declared, { sql: cell(id) === undefined ? "''" : `item__${id}`, layer: 0 }, into));
    }
    return items.get(id);
  };
  const unasked = (id: string): Sql | undefined => {
    const declared = instrument.items.get(id);
    if (unaskedOf.get(id) === "open") into.refuse(`item "${id}": routing that runs in a circle`);
    if (!unaskedOf.has(id) && declared !== undefined) {
      unaskedOf.set(id, "open");
      unaskedOf.set(id, notAsked(declared));
    }
    const found = unaskedOf.get(id);
    return found === "open" ? undefined : found;
  };
  const notAsked = (declared: Item): Sql | undefined => {
    const routing = routingOf(instrument, declared);
    const blank = item(declared.id)?.blank;
    // Only `skipped` makes a difference to a value: all other items are missing either way.
    if (routing.length === 0 || blank === undefined || declared.skipped === undefined) return undefined;
    const writer = formulaWriter(names, into, declared.id);
    const never = routing.map((condition) => sql`NOT ${truth(writer.write(condition))}`);
    // Three-valued: one condition that is false is enough, one that is missing decides nothing.
    return into.keep(`${declared.id}_unasked`, sql`COALESCE(${blank} AND (${joined(never, " OR ")}), 1 = 0)`);
  };
  const names: Names = {
    value: (id) => (instrument.items.has(id) ? answered(id) : (scores.get(id)?.value ?? { kind: "missing" })),
    scored: (id) =>
      instrument.items.has(id) ? scoredItem(instrument, id, item(id), unasked(id)) : (scores.get(id)?.value ?? { kind: "missing" }),
    property: (id, property) => scores.get(id)?.properties.get(property) ?? { kind: "missing" },
    span: (first, last) => spanIds(instrument, first, last),
    lookup: (x, table) => lookedUp(instrument, x, table, into.refuse),
  };
  const answered = (id: string): SqlValue => {
    const columns = item(id);
    const skipped = instrument.items.get(id)?.skipped;
    const isUnasked = unasked(id);
    if (columns === undefined) return { kind: "missing" };
    if (isMixed(columns)) into.refuse(`item "${id}": codes of which some are numbers and some are not`);
    if (skipped === undefined || isUnasked === undefined) return columns.given;
    if (columns.given.kind !== "number") {
      into.refuse(`item "${id}": skipped, where the answers are no numbers`);
      return { kind: "missing" };
    }
    const value = chosen([
      { when: isUnasked, gives: constant(skipped) },
      { when: undefined, gives: columns.given },
    ]);
    return { kind: "number", n: into.keep(`${id}_n`, value.n), d: value.d };
  };
  const around: Around = { instrument, known, into, names, item, unasked };
  const needed = readClosure(instrument, wanted);
  for (const id of compiled.order) {
    const score = instrument.scores.get(id);
    if (score === undefined || !needed.has(id)) continue;
    scores.set(id, scoreColumns(score, around));
  }
  if (into.refused.size > 0) return { refused: [...into.refused] };
  const columns = [...items.keys()].flatMap((id) => {
    const text = cell(id);
    return text === undefined ? [] : [`${text} AS item__${id}`];
  });
  const passed = [...kept].map(([name, text]) => `${text} AS ${name}`);
  const { sql: text, last } = into.text(`  SELECT\n    ${[...passed, ...columns].join(",\n    ")}\n  FROM answers`);
  const checks = [...items].flatMap(([id, found]) =>
    found === undefined ? [] : [{ item: id, outside: found.outside, strange: found.strange }],
  );
  return { sql: { with: text, last, scores, checks } };
}

function isMixed({ listed }: ItemColumns): boolean {
  const kinds = new Set(listed?.answers.map(({ number }) => number === undefined));
  return kinds.size > 1;
}

/** The scored value of an item by itself. */
function scoredItem(instrument: Instrument, id: string, columns: ItemColumns | undefined, unasked: Sql | undefined): SqlValue {
  const declared = instrument.items.get(id);
  if (declared === undefined || columns === undefined) return { kind: "missing" };
  const ends = declared.reverse ? itemEnds(instrument, declared) : undefined;
  const both = ends?.low !== undefined && ends.high !== undefined ? ends.low.add(ends.high) : undefined;
  let value: Fraction = NO_NUMBER;
  if (columns.listed !== undefined) {
    value = byCode(columns.listed.answers, columns.listed.code, ({ score }) => {
      return score === undefined || !declared.reverse ? score : both?.sub(score);
    });
  } else if (columns.given.kind === "number") {
    value = !declared.reverse ? columns.given : both === undefined ? NO_NUMBER : add(constant(both), negate(columns.given));
  }
  if (unasked === undefined || declared.skipped === undefined) return { kind: "number", ...value };
  return {
    kind: "number",
    ...chosen([
      { when: unasked, gives: constant(declared.skipped) },
      { when: undefined, gives: value },
    ]),
  };
}

function lookedUp(instrument: Instrument, x: Fraction, id: string, refuse: (reason: string) => void): Fraction {
  const table = instrument.tables.get(id);
  if (table === undefined || table.by.length > 0 || table.file !== undefined) {
    refuse(`the table "${id}", which stands in a file or has covariates`);
    return NO_NUMBER;
  }
  const rows = table.rows.map(({ from, to, value }) => ({
    when: from.equals(to)
      ? compared(x, "=", constant(from))
      : joined([compared(x, ">=", constant(from)), compared(x, "<=", constant(to))], " AND "),
    gives: constant(value),
  }));
  return rows.length === 0 ? NO_NUMBER : chosen(rows);
}

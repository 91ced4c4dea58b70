import type { Instrument, Item } from "../../model/instrument.ts";
import { endsOf, isCode, type PossibleAnswer, possibleAnswers, responseOf, routingOf, stepOf } from "../../model/resolve.ts";
import { type Exact, exact } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import { chosen, constant, type Fraction } from "./fraction.ts";
import { joined, type Layers, NULL_TEXT, quoted, type Sql, sql } from "./layers.ts";
import type { SqlValue } from "./value.ts";

/** One item in the query: what its cell says. */
export interface ItemColumns {
  /** TRUE where the cell is empty. */
  readonly blank: Sql;
  /** The answer without what the routing says. */
  readonly given: SqlValue;
  /** The valid answers and the column with the code of the one that was given, where they can be listed. */
  readonly listed?: { readonly answers: readonly PossibleAnswer[]; readonly code: Sql };
  /** TRUE where the cell holds something that this query reads otherwise than Scalewright does. */
  readonly strange?: Sql;
  /** TRUE where the cell is no answer to the item. */
  readonly outside: Sql;
}

/** Decimals that a number in the data may have. */
const PLACES = 6;
const SCALE = 10n ** BigInt(PLACES);

/** Reads the text of a cell, `cell`, as the answer to an item. */
export function itemColumns(instrument: Instrument, item: Item, cell: Sql, into: Layers): ItemColumns | undefined {
  const response = responseOf(instrument, item);
  const text = into.keep(`${item.id}_text`, cell);
  const blank = sql`(${text} = '')`;
  if (response === undefined) return { blank, given: asText(text), outside: sql`(1 = 0)` };
  const missing = [
    ...response.options.filter(({ missing }) => missing).map(({ code }) => code),
    ...(response.unable ? [response.unable.code] : []),
  ];
  const isMissing = missing.length === 0 ? sql`(1 = 0)` : sql`(${text} IN (${missing.map(quoted).join(", ")}))`;
  if (response.type === "multiple") return multipleColumns(item, response.options, text, blank, into);
  if (response.type === "time") return timeColumns(item, text, blank, into);
  const possible = possibleAnswers(instrument, item);
  if (possible?.kind === "codes") {
    const code = into.keep(`${item.id}_code`, codeColumn(response.options, possible.answers, text));
    // Nearly every cell is a code as it is written, and none of the rest is looked at then.
    const isKnown = sql`${text} = '' OR ${code} IS NOT NULL`;
    const outside = sql`(CASE WHEN ${isKnown} THEN 1 = 0 ELSE NOT ${isMissingCode(response.options, isMissing, text)} END)`;
    return {
      blank,
      given: codeValue(item, possible.answers, code, into),
      listed: { answers: possible.answers, code },
      strange: sql`(CASE WHEN ${text} IN (${["", ...possible.answers.map(({ code: each }) => each)].map(quoted).join(", ")}) THEN 1 = 0 ELSE ${strangeNumber(text)} END)`,
      outside,
    };
  }
  if (possible?.kind === "interval") {
    if (response.options.some(({ missing: isOut }) => !isOut)) into.refuse(`item "${item.id}": options beside a long stretch of numbers`);
    const number = numberColumns(item, text, into);
    const { low, high } = endsOf(response);
    const step = stepOf(response);
    if (step !== undefined && !(step.mul(exact(SCALE)).d === 1n)) into.refuse(`item "${item.id}": a step of ${step.toString()}`);
    const scaled = (value: Exact): bigint => (value.s * value.n * SCALE) / value.d;
    const fits = [
      ...(low === undefined ? [] : [sql`${number.n} >= ${scaled(low)}`]),
      ...(high === undefined ? [] : [sql`${number.n} <= ${scaled(high)}`]),
      ...(step === undefined ? [] : [sql`MOD(${number.n} - (${scaled(low ?? exact(0))}), ${scaled(step)}) = 0`]),
    ];
    const valid = fits.length === 0 ? number.n : sql`CASE WHEN ${joined(fits, " AND ")} THEN ${number.n} END`;
    const isWhole = step !== undefined && step.d === 1n && (low === undefined || low.d === 1n);
    const n = into.keep(`${item.id}_n`, isWhole ? sql`WHOLE(${valid}, ${SCALE})` : valid);
    const outside = sql`(${text} <> '' AND ${n} IS NULL AND NOT ${isMissingCode(response.options, isMissing, text)})`;
    return { blank, given: { kind: "number", n, d: isWhole ? 1n : SCALE }, strange: number.strange, outside };
  }
  if (response.type !== "text" && response.type !== "file" && response.type !== "allocate") {
    into.refuse(`item "${item.id}": a response of the type ${response.type}`);
  }
  return { blank, given: asText(sql`CASE WHEN NOT ${isMissing} AND ${text} <> '' THEN ${text} END`), outside: sql`(1 = 0)` };
}

/** True where an item may be blank because it was not to be asked. */
export function isRouted(instrument: Instrument, item: Item): boolean {
  return routingOf(instrument, item).length > 0;
}

function asText(text: Sql): SqlValue {
  return { kind: "text", text };
}

function isMissingCode(
  options: readonly { readonly code: string; readonly number?: Exact; readonly missing: boolean }[],
  byText: Sql,
  text: Sql,
): Sql {
  const numbers = options.flatMap(({ missing, number }) => (missing && number !== undefined ? [decimal(number)] : []));
  return numbers.length === 0 ? byText : sql`(${byText} OR COALESCE(${numberOf(text)} IN (${numbers.join(", ")}), 1 = 0))`;
}

/** The code of the option that was chosen: by its text, else by its number however that is written. */
function codeColumn(
  options: readonly { readonly code: string; readonly missing: boolean }[],
  answers: readonly PossibleAnswer[],
  text: Sql,
): Sql {
  if (answers.length === 0) return NULL_TEXT;
  const out = ["''", ...options.filter(({ missing }) => missing).map(({ code }) => quoted(code))];
  const byNumber = answers.flatMap(({ code, number }) => (number === undefined ? [] : [` WHEN ${decimal(number)} THEN ${quoted(code)}`]));
  const known = answers.map(({ code }) => quoted(code)).join(", ");
  const other = byNumber.length === 0 ? "" : ` ELSE CASE ${numberOf(text).sql}${byNumber.join("")} END`;
  return sql`CASE WHEN ${text} IN (${known}) THEN ${text} WHEN ${text} IN (${out.join(", ")}) THEN ${NULL_TEXT}${other} END`;
}

function codeValue(item: Item, answers: readonly PossibleAnswer[], code: Sql, into: Layers): SqlValue {
  if (answers.every(({ number }) => number === undefined)) return asText(code);
  const mixed = answers.some(({ number }) => number === undefined);
  if (mixed) return asText(code);
  const number = byCode(answers, code, (answer) => answer.number);
  return { kind: "number", n: into.keep(`${item.id}_n`, number.n), d: number.d };
}

/** A number for each code; NULL for a code that has none. */
export function byCode(answers: readonly PossibleAnswer[], code: Sql, numberOf: (answer: PossibleAnswer) => Exact | undefined): Fraction {
  const rows = answers.flatMap((answer) => {
    const number = numberOf(answer);
    return number === undefined ? [] : [{ when: sql`${code} = ${quoted(answer.code)}`, gives: constant(number) }];
  });
  return rows.length === 0 ? { n: { sql: "CAST(NULL AS BIGINT)", layer: 0 }, d: 1n } : chosen(rows);
}

/** The codes among these answers that someone means who writes this one. */
export function codesMeant(answers: readonly PossibleAnswer[], wanted: string): readonly string[] {
  return answers.filter((answer) => isCode(wanted, answer)).map(({ code }) => code);
}

/** The number that a text writes, to six decimals. */
function numberOf(text: Sql): Sql {
  return sql`TRY_CAST(${text} AS DECIMAL(18, ${PLACES}))`;
}

/** A number as one writes it in SQL; with more decimals than a cell may have it meets none. */
function decimal(number: Exact): string {
  return printExact(number);
}

/** A number in a form that would be read otherwise here: with an exponent, with many digits, or with more decimals than are kept. */
function strangeNumber(text: Sql): Sql {
  const point = sql`POSITION('.' IN ${text})`;
  const odd = sql`LENGTH(${text}) > 12 OR POSITION('e' IN LOWER(${text})) > 0 OR POSITION('_' IN ${text}) > 0 OR (${point} > 0 AND LENGTH(${text}) - ${point} > ${PLACES})`;
  return sql`(TRY_CAST(${text} AS DOUBLE) IS NOT NULL AND (${odd}))`;
}

function numberColumns(item: Item, text: Sql, into: Layers): { readonly n: Sql; readonly strange: Sql } {
  const n = into.keep(`${item.id}_digits`, sql`CAST(${numberOf(text)} * ${SCALE} AS BIGINT)`);
  return { n, strange: strangeNumber(text) };
}

/** `7:05` or `23:15`, seconds of zero taken away. */
function timeColumns(item: Item, text: Sql, blank: Sql, into: Layers): ItemColumns {
  const clock = into.keep(
    `${item.id}_clock`,
    sql`CASE WHEN LENGTH(${text}) > 5 AND SUBSTR(${text}, LENGTH(${text}) - 2) = ':00' THEN SUBSTR(${text}, 1, LENGTH(${text}) - 3) ELSE ${text} END`,
  );
  const hours = into.keep(`${item.id}_hours`, sql`SUBSTR(${clock}, 1, LENGTH(${clock}) - 3)`);
  const minutes = into.keep(`${item.id}_minutes`, sql`SUBSTR(${clock}, LENGTH(${clock}) - 1)`);
  const digits = sql`LENGTH(${clock}) IN (4, 5) AND SUBSTR(${clock}, LENGTH(${clock}) - 2, 1) = ':' AND TRANSLATE(${hours} || ${minutes}, '0123456789', '') = ''`;
  const n = into.keep(
    `${item.id}_n`,
    sql`CASE WHEN ${digits} THEN CASE WHEN CAST(${hours} AS INTEGER) <= 23 AND CAST(${minutes} AS INTEGER) <= 59 THEN CAST(CAST(${hours} AS INTEGER) * 60 + CAST(${minutes} AS INTEGER) AS BIGINT) END END`,
  );
  const outside = sql`(${text} <> '' AND ${n} IS NULL)`;
  return {
    blank,
    given: { kind: "time", n, d: 1n },
    outside,
    strange: sql`(${n} IS NULL AND POSITION('.' IN ${text}) > 0 AND POSITION(':' IN ${text}) > 0)`,
  };
}

/** Codes joined by semicolons: each option is ticked or not, and whatever is left over when all codes are taken out makes it no answer. */
function multipleColumns(
  item: Item,
  options: readonly { readonly code: string; readonly number?: Exact; readonly missing: boolean }[],
  text: Sql,
  blank: Sql,
  into: Layers,
): ItemColumns {
  const parts = into.keep(`${item.id}_parts`, sql`(';' || REPLACE(REPLACE(${text}, ' ', ''), ';', ';;') || ';')`);
  const ticked = new Map(
    options.map(({ code }) => [code, into.keep(`${item.id}_is`, sql`(POSITION(${quoted(`;${code};`)} IN ${parts}) > 0)`)]),
  );
  if (options.some(({ code }) => code.includes(" ") || code.includes(";")))
    into.refuse(`item "${item.id}": codes with spaces in a multiple response`);
  const rest = options.reduce((left, { code }) => sql`REPLACE(${left}, ${quoted(`;${code};`)}, '')`, parts);
  const known = into.keep(`${item.id}_known`, sql`(REPLACE(${rest}, ';', '') = '')`);
  const valid = options.filter(({ missing }) => !missing).map(({ code }) => ticked.get(code) ?? sql`(1 = 0)`);
  const there = into.keep(`${item.id}_there`, sql`CASE WHEN ${known} AND (${joined(valid, " OR ")}) THEN 1 END`);
  const counted = new Map(options.filter(({ missing }) => !missing).map(({ code }) => [code, ticked.get(code) ?? sql`(1 = 0)`]));
  const strange = options.some(({ number }) => number !== undefined) ? sql`(NOT ${known})` : undefined;
  return { blank, given: { kind: "codes", there, ticked: counted }, outside: sql`(${text} <> '' AND NOT ${known})`, strange };
}

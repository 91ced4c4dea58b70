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
    const code = codeColumn(item, response.options, possible.answers, text, into);
    const outside = sql`(${text} <> '' AND ${code.sql} IS NULL AND NOT ${isMissingCode(response.options, isMissing, code.plain)})`;
    const given = into.keep(`${item.id}_code`, code.sql);
    return {
      blank,
      given: codeValue(item, possible.answers, given, into),
      listed: { answers: possible.answers, code: given },
      strange: code.strange,
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
    const outside = sql`(${text} <> '' AND ${n} IS NULL AND NOT ${isMissingCode(response.options, isMissing, number.plain)})`;
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
  plain: Sql,
): Sql {
  const numbers = options.flatMap(({ missing, number }) => (missing && number !== undefined ? [quoted(printExact(number))] : []));
  return numbers.length === 0 ? byText : sql`(${byText} OR ${plain} IN (${numbers.join(", ")}))`;
}

/** The code of the option that was chosen: by its text, else by its number however that is written. */
function codeColumn(
  item: Item,
  options: readonly { readonly code: string; readonly missing: boolean }[],
  answers: readonly PossibleAnswer[],
  text: Sql,
  into: Layers,
): { readonly sql: Sql; readonly plain: Sql; readonly strange: Sql } {
  const { plain, strange } = plainNumber(item, text, into);
  const byText = answers.map(({ code }) => sql` WHEN ${text} = ${quoted(code)} THEN ${quoted(code)}`);
  const out = options.filter(({ missing }) => missing).map(({ code }) => sql` WHEN ${text} = ${quoted(code)} THEN ${NULL_TEXT}`);
  const byNumber = answers.flatMap(({ code, number }) =>
    number === undefined ? [] : [sql` WHEN ${plain} = ${quoted(printExact(number))} THEN ${quoted(code)}`],
  );
  return { sql: sql`CASE${joined([...byText, ...out, ...byNumber], "")} END`, plain, strange };
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

/** A number in its shortest form, `-0.5`, as a text; the text itself where it is none. `strange`: a form of numbers that is not read here. */
function plainNumber(item: Item, text: Sql, into: Layers): { readonly plain: Sql; readonly isNumber: Sql; readonly strange: Sql } {
  const id = item.id;
  const unsigned = into.keep(`${id}_unsigned`, sql`CASE WHEN SUBSTR(${text}, 1, 1) IN ('-', '+') THEN SUBSTR(${text}, 2) ELSE ${text} END`);
  const isNumber = into.keep(
    `${id}_isnumber`,
    sql`(LENGTH(REPLACE(${unsigned}, '.', '')) BETWEEN 1 AND 15 AND LENGTH(${unsigned}) - LENGTH(REPLACE(${unsigned}, '.', '')) <= 1 AND TRANSLATE(${unsigned}, '0123456789.', '') = '')`,
  );
  const short = into.keep(
    `${id}_short`,
    sql`CASE WHEN POSITION('.' IN ${unsigned}) > 0 THEN TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM TRIM(LEADING '0' FROM ${unsigned}))) ELSE TRIM(LEADING '0' FROM ${unsigned}) END`,
  );
  const plain = into.keep(
    `${id}_plain`,
    sql`CASE WHEN NOT ${isNumber} THEN ${text} WHEN ${short} = '' THEN '0' ELSE (CASE WHEN SUBSTR(${text}, 1, 1) = '-' THEN '-' ELSE '' END) || (CASE WHEN SUBSTR(${short}, 1, 1) = '.' THEN '0' ELSE '' END) || ${short} END`,
  );
  // Very many digits, or a number with an exponent.
  const strange = sql`(NOT ${isNumber} AND SUBSTR(${unsigned}, 1, 1) IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.') AND TRANSLATE(LOWER(${unsigned}), '0123456789.e+-', '') = '')`;
  return { plain, isNumber, strange };
}

function numberColumns(item: Item, text: Sql, into: Layers): { readonly n: Sql; readonly plain: Sql; readonly strange: Sql } {
  const { plain, isNumber, strange } = plainNumber(item, text, into);
  const point = into.keep(`${item.id}_point`, sql`POSITION('.' IN ${plain})`);
  const places = sql`(CASE WHEN ${point} = 0 THEN 0 ELSE LENGTH(${plain}) - ${point} END)`;
  const digits = sql`CAST(RPAD(REPLACE(${plain}, '.', ''), CAST(LENGTH(REPLACE(${plain}, '.', '')) + ${PLACES} - ${places} AS INTEGER), '0') AS BIGINT)`;
  const n = into.keep(
    `${item.id}_digits`,
    sql`CASE WHEN ${isNumber} AND ${places} <= ${PLACES} AND LENGTH(${plain}) <= 12 THEN ${digits} END`,
  );
  return { n, plain, strange: sql`(${strange} OR (${isNumber} AND (${places} > ${PLACES} OR LENGTH(${plain}) > 12)))` };
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

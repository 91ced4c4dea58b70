import { parseDate } from "../expression/moment.ts";
import type { DateValue, DurationValue, TimeValue } from "../expression/value.ts";
import type { Instrument, Item, Option, Response } from "../model/instrument.ts";
import { endsOf, isCode, responseOf, stepOf } from "../model/resolve.ts";
import { type Exact, ONE, parseExact, ZERO } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { readClock, readDuration } from "./moments.ts";

/**
 * One answer as data. Why one is missing is kept, for the status of a score: left blank, a code declared missing, a value outside the
 * response, or (decided later, by the routing) not asked.
 */
export type Answer =
  | { readonly kind: "missing"; readonly why: MissingAnswer; readonly text: string }
  /** A point of a choice, rating or number. `score` is what counts before recoding and reversing: of a keyed item 1 or 0. */
  | { readonly kind: "point"; readonly code: string; readonly number?: Exact; readonly score?: Exact; readonly option?: Option }
  /** Ticked options of a multiple response, or a ranking in its order. */
  | { readonly kind: "codes"; readonly codes: readonly string[] }
  /** A clock time, a date or a duration. */
  | { readonly kind: "moment"; readonly text: string; readonly value: TimeValue | DateValue | DurationValue }
  | { readonly kind: "text"; readonly text: string }
  /** `skipped` of an item that was not to be asked and is blank: stands for the answer, neither recoded nor reversed. */
  | { readonly kind: "structural"; readonly value: Exact };

export type MissingAnswer = "blank" | "declared" | "outside" | "not_asked";

/** An answer with what is wrong with it, where it is outside its response: a sentence without row and column. */
export interface ReadAnswer {
  readonly answer: Answer;
  readonly problem?: string;
}

/** How cells are written. */
export interface CellForm {
  /** Options are given by their labels instead of their codes. */
  readonly labels?: boolean;
  /** A comma separates decimals. */
  readonly decimalComma?: boolean;
}

export const BLANK: Answer = { kind: "missing", why: "blank", text: "" };

/** So many different cells of one item are remembered; ages and texts beyond that are read again. */
const REMEMBERED = 4096;

/** Reads the cells of one item. The reader remembers what it has seen, so a column costs little more than its different values. */
export function answerReader(instrument: Instrument, item: Item, form: CellForm = {}): (cell: string) => ReadAnswer {
  const response = responseOf(instrument, item);
  const read = response === undefined ? (text: string): ReadAnswer => answered({ kind: "text", text }) : readerOf(response, item, form);
  const seen = new Map<string, ReadAnswer>([["", { answer: BLANK }]]);
  return (cell) => {
    const known = seen.get(cell);
    if (known !== undefined) return known;
    const text = cell.trim();
    const made = text === "" ? { answer: BLANK } : read(text);
    if (seen.size < REMEMBERED) seen.set(cell, made);
    return made;
  };
}

/** Reads one cell of one item. */
export function readAnswer(instrument: Instrument, item: Item, cell: string, form: CellForm = {}): ReadAnswer {
  return answerReader(instrument, item, form)(cell);
}

function answered(answer: Answer): ReadAnswer {
  return { answer };
}

function outside(item: Item, text: string, known: string): ReadAnswer {
  return { answer: { kind: "missing", why: "outside", text }, problem: `"${text}" is not an answer to "${item.id}": ${known}` };
}

function readerOf(response: Response, item: Item, form: CellForm): (text: string) => ReadAnswer {
  switch (response.type) {
    case "choice":
      return (text) => readOption(response, item, form, text) ?? outside(item, text, knownCodes(response, form));
    case "rating":
    case "vas":
    case "integer":
    case "decimal":
      return (text) => readOption(response, item, form, text) ?? readNumber(response, item, form, text);
    case "multiple":
    case "rank":
      return (text) => readCodes(response, item, form, text);
    case "time":
      return (text) => moment(item, text, readClock(text), "a clock time is written as 23:15");
    case "date":
      return (text) => moment(item, text, parseDate(text), "a date is written as 2026-02-23");
    case "duration":
      return (text) =>
        moment(item, text, readDuration(numeral(text, form), response.unit?.own), "a duration is written as 90 minutes or 1:30");
    case "text":
    case "file":
    case "allocate":
      return (text) => readOption(response, item, form, text) ?? answered({ kind: "text", text });
  }
}

function moment(item: Item, text: string, value: TimeValue | DateValue | DurationValue | undefined, known: string): ReadAnswer {
  return value === undefined ? outside(item, text, known) : answered({ kind: "moment", text, value });
}

/** The option that a cell names, by its code or its label; undefined where there is none. */
function readOption(response: Response, item: Item, form: CellForm, text: string): ReadAnswer | undefined {
  if (response.unable?.code === text) return answered({ kind: "missing", why: "declared", text });
  const option = findOption(response, form, text);
  if (option === undefined) return undefined;
  if (option.missing) return answered({ kind: "missing", why: "declared", text });
  return answered(point(item, option.code, option.number, option.score, option));
}

function findOption(response: Response, form: CellForm, text: string): Option | undefined {
  if (form.labels === true) {
    const wanted = text.toLowerCase();
    const labels = (option: Option): string[] => [option.label?.own ?? option.code, ...(option.label?.languages.values() ?? [])];
    return (
      response.options.find((option) => labels(option).includes(text)) ??
      response.options.find((option) => labels(option).some((label) => label.trim().toLowerCase() === wanted))
    );
  }
  const written = numeral(text, form);
  return response.options.find(({ code }) => code === text) ?? response.options.find((option) => isCode(written, option));
}

/** A point of the response with the score that counts for it: 1 or 0 where the item has a key, else the declared score, else the number. */
function point(item: Item, code: string, number: Exact | undefined, score: Exact | undefined, option?: Option): Answer {
  const keyed = item.key === undefined ? undefined : isCode(item.key, { code, number }) ? ONE : ZERO;
  return { kind: "point", code, number, score: keyed ?? score ?? number, option };
}

function readNumber(response: Response, item: Item, form: CellForm, text: string): ReadAnswer {
  const anchor = form.labels === true ? anchored(response, text) : undefined;
  const number = anchor ?? parseExact(numeral(text, form));
  const { low, high } = endsOf(response);
  if (number === undefined) return outside(item, text, numberSentence(response));
  const step = stepOf(response);
  const offStep = step?.gt(ZERO) === true && !number.sub(low ?? ZERO).divisible(step);
  if (offStep || (low !== undefined && number.lt(low)) || (high !== undefined && number.gt(high))) {
    return outside(item, text, numberSentence(response));
  }
  return answered(point(item, printExact(number), number, undefined));
}

/** The point of a rating that carries this label at its end. */
function anchored(response: Response, text: string): Exact | undefined {
  for (const [at, label] of response.anchors) if (label.own === text || [...label.languages.values()].includes(text)) return parseExact(at);
  return undefined;
}

function readCodes(response: Response, item: Item, form: CellForm, cell: string): ReadAnswer {
  const codes = new Set<string>();
  let declared = false;
  for (const part of cell.split(";")) {
    const text = part.trim();
    if (text === "") continue;
    const option = findOption(response, form, text);
    if (option === undefined) return outside(item, text, knownCodes(response, form));
    if (option.missing) declared = true;
    else codes.add(option.code);
  }
  if (codes.size > 0) return answered({ kind: "codes", codes: [...codes] });
  return answered(declared ? { kind: "missing", why: "declared", text: cell } : BLANK);
}

function numeral(text: string, form: CellForm): string {
  return form.decimalComma === true ? text.replace(",", ".") : text;
}

function knownCodes(response: Response, form: CellForm): string {
  const known = response.options.map((option) => (form.labels === true ? (option.label?.own ?? option.code) : option.code));
  const shown = known.length > 12 ? [...known.slice(0, 11), `… ${known.at(-1)}`] : known;
  return known.length === 0 ? "its response has no options" : `known are ${shown.join(", ")}`;
}

function numberSentence(response: Response): string {
  const { low, high } = endsOf(response);
  const step = stepOf(response);
  const kind = step?.equals(ONE) === true ? "a whole number" : step === undefined ? "a number" : `a number in steps of ${step.toString()}`;
  const from = low === undefined ? "" : ` from ${low.toString()}`;
  const to = high === undefined ? "" : ` ${low === undefined ? "up " : ""}to ${high.toString()}`;
  const codes = response.options.map(({ code }) => code);
  return `${kind}${from}${to}${codes.length === 0 ? "" : ` or ${codes.join(", ")}`} was asked for`;
}

/** A missing answer where the item was not to be asked and is blank. */
export const NOT_ASKED: Answer = { kind: "missing", why: "not_asked", text: "" };

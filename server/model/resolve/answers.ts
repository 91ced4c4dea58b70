import { keptWith } from "../../keptWith.ts";
import { type Exact, exact, ONE, parseExact, ZERO } from "../../number/exact.ts";
import { remember } from "../../remember.ts";
import type { Instrument, Item, Option, Response } from "../instrument.ts";
import { responseOf } from "./response.ts";

/** One valid answer that can be listed. Missing codes are no answers. */
export interface PossibleAnswer {
  readonly code: string;
  /** The code as a number, where it is one. */
  readonly number?: Exact;
  /** The answer's score before recoding and reversing: 1 or 0 of a keyed item, else the option's `score`, else the numeric code. */
  readonly score?: Exact;
}

/** What can be answered to an item, in numbers. */
export type PossibleAnswers =
  | { readonly kind: "codes"; readonly answers: readonly PossibleAnswer[] }
  /** A number between two ends (an end may be open), in steps from `low` where there is a step. */
  | { readonly kind: "interval"; readonly low?: Exact; readonly high?: Exact; readonly step?: Exact }
  /** A text, date, clock time, duration, file, or several codes: no number by itself. */
  | { readonly kind: "other" };

/** So many points of a rating or a whole number are listed one by one; beyond that only the ends are kept. */
const LISTED_POINTS = 1001;

/** The valid answers to an item, as far as its response says; undefined without a response. */
export function possibleAnswers(instrument: Instrument, item: Item): PossibleAnswers | undefined {
  const response = responseOf(instrument, item);
  if (response === undefined) return undefined;
  return item.key === undefined ? remember(KEPT, response, () => answersOn(response, undefined)) : answersOn(response, item.key);
}

/** What can be answered on a response is the same for all items without a key. */
const KEPT = keptWith<Response, PossibleAnswers>();

function answersOn(response: Response, key: string | undefined): PossibleAnswers {
  const listed = listedOptions(response, key);
  switch (response.type) {
    case "choice":
      return { kind: "codes", answers: listed };
    case "rating":
    case "vas":
    case "integer":
    case "decimal":
      return numbers(response, key, listed);
    default:
      return { kind: "other" };
  }
}

/** The step between the numbers of a response: as written, else 1 for a rating and a whole number, else none. */
export function stepOf(response: Response): Exact | undefined {
  return response.step ?? (response.type === "rating" || response.type === "integer" ? ONE : undefined);
}

/** First and last number of a rating, a visual analogue scale or a number, either of which may be open. */
export function endsOf(response: Response): { readonly low?: Exact; readonly high?: Exact } {
  return { low: response.from ?? response.min, high: response.to ?? response.max };
}

/** True where a code as someone wrote it means this option: as numbers where the option's code is a number, else as text. */
export function isCode(written: string, option: { readonly code: string; readonly number?: Exact }): boolean {
  if (written === option.code) return true;
  return option.number !== undefined && parseExact(written)?.equals(option.number) === true;
}

function listedOptions(response: Response, key: string | undefined): PossibleAnswer[] {
  return response.options.filter((option) => !option.missing).map((option) => answer(option, key, option.score));
}

function answer(point: Pick<Option, "code" | "number">, key: string | undefined, score: Exact | undefined): PossibleAnswer {
  const keyed = key === undefined ? undefined : isCode(key, point) ? ONE : ZERO;
  return { code: point.code, number: point.number, score: keyed ?? score ?? point.number };
}

function numbers(response: Response, key: string | undefined, listed: readonly PossibleAnswer[]): PossibleAnswers {
  const { low, high } = endsOf(response);
  const step = stepOf(response);
  if (low === undefined && high === undefined && listed.length > 0) return { kind: "codes", answers: listed };
  if (low === undefined || high === undefined || step === undefined || step.compare(ZERO) <= 0)
    return { kind: "interval", low, high, step };
  const points = high.sub(low).div(step).floor();
  if (points.compare(exact(LISTED_POINTS)) >= 0) return { kind: "interval", low, high, step };
  const answers = [...listed];
  for (let place = 0; place <= points.valueOf(); place++) {
    const number = low.add(step.mul(exact(place)));
    const code = number.toString();
    if (!response.options.some((option) => isCode(code, option))) answers.push(answer({ code, number }, key, undefined));
  }
  return { kind: "codes", answers };
}

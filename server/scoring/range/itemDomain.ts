import { type Outcome, point } from "../../expression/range/atom.ts";
import { SOME_TEXT } from "../../expression/range/evaluated.ts";
import { type Interval, outcomeOf } from "../../expression/range/interval.ts";
import { partition } from "../../expression/range/pieces.ts";
import { type Measure, measured } from "../../expression/range/pointValue.ts";
import type { Proof } from "../../expression/range/proof.ts";
import type { Free } from "../../expression/range/quantity.ts";
import type { DateValue, DurationValue, TimeValue, Value } from "../../expression/value.ts";
import type { Instrument, Item, Response } from "../../model/instrument.ts";
import { isCode, possibleAnswers, responseOf } from "../../model/resolve.ts";
import { type Exact, exact, ONE, ZERO } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import { type Answer, BLANK } from "../answers.ts";
import { codeSets } from "./codeSets.ts";

/**
 * Everything that can be answered to an item. Answers that can be listed have a sign of their own, a text that stands for the answer in the graph;
 * the others are stretches of numbers, or unknown texts.
 */
export interface ItemDomain {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly outcomes: (free: Free) => readonly Outcome[];
}

/** The sign of an answer left blank. It comes last, so that witnesses answer as much as they can. */
export const BLANK_SIGN = "";

export function itemDomain(instrument: Instrument, item: Item): ItemDomain {
  const answers = new Map<string, Answer>();
  const response = responseOf(instrument, item);
  const stretches = response === undefined ? ["text" as const] : unlisted(instrument, item, response, answers);
  for (const option of response?.options ?? []) {
    if (option.missing) answers.set(`!${option.code}`, { kind: "missing", why: "declared", text: option.code });
  }
  if (response?.unable !== undefined) answers.set("!unable", { kind: "missing", why: "declared", text: response.unable.code });
  answers.set(BLANK_SIGN, BLANK);
  return {
    answers,
    outcomes: (free) => {
      const open = stretches.map((stretch, place): Outcome => openOutcome(free, place, stretch));
      const listed = [...answers.keys()].map(
        (sign, place): Outcome => ({
          atom: point(sign),
          proof: { kind: "choice", free, choice: { place: place + open.length } },
        }),
      );
      return [...open, ...listed];
    },
  };
}

type Unlisted = "text" | "any" | { readonly measure: Measure; readonly interval: Interval };

function openOutcome(free: Free, place: number, stretch: Unlisted): Outcome {
  const choose = (number?: Exact): Proof => ({ kind: "choice", free, choice: { place, number } });
  if (typeof stretch === "string") return { atom: { kind: "unknown", type: stretch, sure: true, tags: [] }, proof: choose() };
  const { interval, measure } = stretch;
  const end = (side: Interval["low"]): Interval["low"] =>
    side.value === undefined || side.open ? side : { ...side, proof: choose(side.value) };
  const at = (number: Exact): Proof | undefined => (interval.step !== undefined || isDecimal(number) ? choose(number) : undefined);
  return { ...outcomeOf({ ...interval, low: end(interval.low), high: end(interval.high), at }, true, measure), proof: choose() };
}

/** Numbers are answered in decimals: a third cannot be written down. */
function isDecimal({ d }: Exact): boolean {
  let rest = d;
  while (rest % 2n === 0n) rest /= 2n;
  while (rest % 5n === 0n) rest /= 5n;
  return rest === 1n;
}

/** Puts the answers that can be listed into `answers` and gives the others. */
function unlisted(instrument: Instrument, item: Item, response: Response, answers: Map<string, Answer>): readonly Unlisted[] {
  const listed = (code: string, answer: Answer): void => {
    answers.set(`=${code}`, answer);
  };
  switch (response.type) {
    case "choice":
    case "rating":
    case "vas":
    case "integer":
    case "decimal": {
      const possible = possibleAnswers(instrument, item);
      if (possible?.kind === "interval") return numbers(item, response, possible, listed);
      for (const answer of possible?.kind === "codes" ? possible.answers : []) {
        const option = response.options.find((each) => each.code === answer.code);
        listed(answer.code, { kind: "point", ...answer, option });
      }
      return [];
    }
    case "multiple":
    case "rank": {
      const { sets, complete } = codeSets(instrument, item, response);
      for (const codes of sets) listed(codes.join(";"), { kind: "codes", codes });
      return complete ? [] : ["any"];
    }
    case "time":
      return [{ measure: "time", interval: steps(ZERO, exact(1439), ONE) }];
    case "date":
      return [{ measure: "date", interval: steps(undefined, undefined, ONE) }];
    case "duration":
      return [{ measure: "minutes", interval: smooth(ZERO, undefined) }];
    case "text":
    case "file":
    case "allocate":
      for (const option of response.options.filter(({ missing }) => !missing)) listed(option.code, optionAnswer(item, option));
      return ["text"];
  }
}

/** Numbers between two ends, without those that an option of the response stands for. */
function numbers(
  item: Item,
  response: Response,
  { low, high, step }: { readonly low?: Exact; readonly high?: Exact; readonly step?: Exact },
  listed: (code: string, answer: Answer) => void,
): readonly Unlisted[] {
  for (const option of response.options.filter(({ missing }) => !missing)) listed(option.code, optionAnswer(item, option));
  if (low !== undefined && high !== undefined && low.gt(high)) return [];
  const interval = step?.gt(ZERO) === true ? steps(low, high, step) : smooth(low, high);

  const taken = response.options.flatMap(({ number }) => (number === undefined ? [] : [number])).sort((a, b) => a.compare(b));
  const rows = taken.flatMap((value, place) => {
    const before = taken[place - 1];
    return [
      { from: before === undefined ? { open: true } : { value: before, open: true }, to: { value, open: true } },
      { from: { value, open: false }, to: { value, open: false } },
    ];
  });
  const pieces = partition(interval, rows);
  const kept = pieces.taken.flatMap((each, place) => (place % 2 === 0 ? each : []));
  return [...kept, ...pieces.rest].map(({ part }) => ({ measure: "number", interval: part }));
}

function optionAnswer(item: Item, option: Response["options"][number]): Answer {
  return numberAnswer(item, option.code, option.number, option.score, option);
}

function numberAnswer(
  item: Item,
  code: string,
  number: Exact | undefined,
  score: Exact | undefined,
  option?: Response["options"][number],
): Answer {
  const keyed = item.key === undefined ? undefined : isCode(item.key, { code, number }) ? ONE : ZERO;
  return { kind: "point", code, number, score: keyed ?? score ?? number, option };
}

function smooth(low: Exact | undefined, high: Exact | undefined): Interval {
  return {
    low: { value: low, open: low === undefined, sure: true },
    high: { value: high, open: high === undefined, sure: true },
    dense: true,
  };
}

/** Steps are counted from the low end, or from 0 where there is none; the last one below the high end is the highest. */
function steps(low: Exact | undefined, high: Exact | undefined, step: Exact): Interval {
  const from = low ?? ZERO;
  const last = high === undefined ? undefined : from.add(high.sub(from).div(step).floor().mul(step));
  return { ...smooth(low, last), step };
}

/** The answer that a value of the graph stands for: a sign, or a number of a stretch. */
export function answerOf(item: Item, domain: ItemDomain, value: Value): Answer {
  if (value === SOME_TEXT) return { kind: "text", text: "text" };
  if (typeof value === "string") return domain.answers.get(value) ?? BLANK;
  const known = value === null ? undefined : measured(value);
  if (known === undefined) return BLANK;
  if (known.measure === "number") return numberAnswer(item, printExact(known.number), known.number, undefined);
  return isMoment(value) ? { kind: "moment", text: "", value } : BLANK;
}

function isMoment(value: Value): value is TimeValue | DateValue | DurationValue {
  return value !== null && typeof value === "object" && "kind" in value && ["time", "date", "duration"].includes(value.kind);
}

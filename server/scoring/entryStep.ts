import type { Instrument } from "../model/instrument.ts";
import { type Ends, endsBeforeReversal, type Member, type RangeOfScore, type Recodable, recodable, recoded } from "../model/resolve.ts";
import { add, subtract } from "../number/arithmetic.ts";
import type { Exact } from "../number/exact.ts";
import type { Answer } from "./answers.ts";
import type { EntryStep, MissingWhy, ScoreValue } from "./result.ts";

/** What an entry starts from: an answer of an item (structural values included) or the value of a score. */
export type From = Answer | ScoreValue;

/**
 * The way of one entry from its answer to its weighted place in the score: answer -> recode -> reverse. The reversal's ends are found once;
 * they are declared facts. A structural value is neither recoded nor reversed.
 */
export function entryStepper(instrument: Instrument, member: Member, rangeOfScore: RangeOfScore): (from: From) => EntryStep {
  const ends = member.reversed ? endsBeforeReversal(instrument, member, rangeOfScore) : undefined;
  const make = (from: From): EntryStep => ({ id: member.id, from, weight: member.weight, ...valued(member, ends, from) });
  if (member.item === undefined) return make;
  // The cells of a column share their answers, so that millions of rows have only as many steps as there are different answers.
  const made = new WeakMap<From, EntryStep>();
  return (from) => {
    let step = made.get(from);
    if (step === undefined) {
      step = make(from);
      made.set(from, step);
    }
    return step;
  };
}

type Valued = Pick<EntryStep, "number" | "recoded" | "reversed" | "value" | "missing">;

function valued(member: Member, ends: Ends | undefined, from: From): Valued {
  if (from.kind === "missing") return { missing: "why" in from ? from.why : "blank" };
  if (from.kind === "structural") return { number: from.value, value: from.value };
  const start = startOf(member, from);
  if (member.recode === undefined) {
    return start.number === undefined ? { missing: "no_row" } : { number: start.number, ...reversed(ends, member, start.number) };
  }
  const result = recoded(member.recode, start);
  if (result.kind !== "number") return { number: start.number, recoded: result, missing: missingAfter(result.kind) };
  return { number: start.number, recoded: result, ...reversed(ends, member, result.value) };
}

function missingAfter(kind: "missing" | "no_row"): MissingWhy {
  return kind === "missing" ? "recoded" : "no_row";
}

/** The code and number that the recode sees; without a recode the number is the score that the answer has by itself. */
function startOf(member: Member, from: From): Recodable {
  switch (from.kind) {
    case "point":
      return member.recode !== undefined && member.item !== undefined
        ? recodable(member.item, from)
        : { code: from.code, number: from.score };
    case "number":
      return { number: from.value };
    case "text":
      return { code: "text" in from ? from.text : from.value };
    case "truth":
      return { code: String(from.value) };
    default:
      return {};
  }
}

function reversed(ends: Ends | undefined, member: Member, before: Exact): Valued {
  if (!member.reversed) return { value: before };
  if (ends?.low === undefined || ends.high === undefined) return { missing: "no_row" };
  const after = subtract(add(ends.low, ends.high), before);
  return { value: after, reversed: { ends, before, after } };
}

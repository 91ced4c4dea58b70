import type { Score } from "../model/instrument.ts";
import { isCode, type Recoded, responseOf } from "../model/resolve.ts";
import { digits } from "../number/digits.ts";
import { type Exact, ONE } from "../number/exact.ts";
import type { Context } from "../preview/context.ts";
import { anchorAt } from "../preview/points.ts";
import { roundingInWords, transformInWords } from "../preview/scores/formulaInWords.ts";
import { spoken } from "../preview/scores/spoken.ts";
import type { Answer } from "../scoring/answers.ts";
import { printValue } from "../scoring/printValue.ts";
import type { EntryStep, MissingWhy, ScoreResult, ScoreValue } from "../scoring/result.ts";
import type { Runs } from "./block.ts";
import { code, join, say, words } from "./words.ts";

/** How a score came about for one person, step by step, for those who read an appendix and know no traces. */
export function stepsInWords(context: Context, score: Score, { steps, properties }: ScoreResult): readonly Runs[] {
  const lines: Runs[] = [];
  for (const entry of steps.entries ?? []) lines.push([code(entry.id), say(": "), ...entryInWords(context, entry)]);
  for (const { id, from } of steps.formula?.read ?? []) lines.push([code(id), say(": "), ...given(context, id, from)]);
  if (score.cases !== undefined && steps.formula !== undefined) lines.push([say(caseDecided(score, steps.formula.decided))]);
  lines.push(...combined(score, steps.combined));
  for (const { step, before, after } of steps.transform ?? [])
    lines.push([say(`${transformInWords(step)}: ${digits(before)} becomes ${after === undefined ? "no value" : digits(after)}`)]);
  if (steps.round !== undefined) {
    const { before, after } = steps.round;
    lines.push([say(`rounded ${roundingInWords(steps.round)}: ${digits(before)} becomes ${digits(after)}`)]);
  }
  for (const [name, value] of properties) lines.push([say(property(score, name, value))]);
  return lines;
}

/** A value as people say it; what a data file has of a truth stands beside it. */
export function valueInWords(value: ScoreValue): string {
  switch (value.kind) {
    case "number":
      return digits(value.value);
    case "truth":
      return value.value ? "yes (true in a data file)" : "no (false in a data file)";
    default:
      return printValue(value) || "no value";
  }
}

function entryInWords(context: Context, entry: EntryStep): Runs {
  const { from, number, recoded, reversed, value, weight, missing } = entry;
  const written = from.kind === "point" ? from.code : undefined;
  const parts: string[] = [];
  if (number !== undefined && written !== undefined && written !== digits(number)) parts.push(`, which counts ${digits(number)}`);
  if (recoded !== undefined) parts.push(recodedInWords(recoded));
  if (reversed !== undefined) {
    const { ends, before, after } = reversed;
    const ways =
      ends.low === undefined || ends.high === undefined ? "" : `${digits(ends.low)} + ${digits(ends.high)} − ${digits(before)} = `;
    parts.push(`, reversed ${ways}${digits(after)}`);
  }
  if (missing === "no_row" && recoded === undefined) parts.push(", which has no number");
  if (value !== undefined && !weight.equals(ONE)) parts.push(`, times ${digits(weight)} is ${digits(value.mul(weight))}`);
  return [...given(context, entry.id, from), say(parts.join(""))];
}

function recodedInWords(recoded: Recoded): string {
  switch (recoded.kind) {
    case "number":
      return `, recoded to ${digits(recoded.value)}`;
    case "missing":
      return ", which counts as missing";
    case "no_row":
      return ", which no row of the recode holds";
  }
}

/** What was answered, with the words that stand at it, or the value of another score. */
function given(context: Context, id: string, from: Answer | ScoreValue): Runs {
  switch (from.kind) {
    case "missing":
      if (!("why" in from)) return [say("no value")];
      return from.text === "" ? [say(WHY[from.why])] : [...answered(context, id, from.text), say(`, ${WHY[from.why]}`)];
    case "point":
      return answered(context, id, from.code, from.number);
    case "codes":
      return [
        say("answered "),
        ...join(
          from.codes.map((written) => named(context, id, written)),
          " and ",
        ),
      ];
    case "structural":
      return [say(`not asked, counts ${digits(from.value)}`)];
    case "text":
      return [say("text" in from ? `answered “${from.text}”` : spoken(from.value))];
    case "moment":
      return [say("text" in from ? `answered ${from.text}` : printValue(from))];
    case "truth":
      return [say(from.value ? "yes" : "no")];
    case "number":
      return [say(digits(from.value))];
  }
}

function answered(context: Context, id: string, written: string, number?: Exact): Runs {
  return [say("answered "), ...named(context, id, written, number)];
}

/** A code with the words that stand at it. */
function named(context: Context, id: string, written: string, number?: Exact): Runs {
  const label = labelOf(context, id, written, number);
  return [say(written), ...(label === undefined ? [] : [say(" “"), ...words(context, label), say("”")])];
}

const WHY: Readonly<Record<Exclude<MissingWhy, "recoded" | "no_row">, string>> = {
  blank: "no answer",
  declared: "which counts as missing",
  outside: "which is outside its response",
  not_asked: "not asked",
};

function labelOf({ instrument }: Context, id: string, written: string, number: Exact | undefined) {
  const item = instrument.items.get(id);
  const response = item && responseOf(instrument, item);
  if (response === undefined) return undefined;
  return response.options.find((option) => isCode(written, option))?.label ?? (number && anchorAt(response, number));
}

function caseDecided({ cases = [] }: Score, decided: number | undefined): string {
  if (decided === undefined) return "none of the cases above is true";
  return cases[decided]?.when === undefined
    ? "none of the other cases is true, so the last one holds"
    : `case ${decided + 1} is the first that is true`;
}

const METHODS = {
  sum: "the sum of these is",
  mean: "the mean of these is",
  min: "the lowest of these is",
  max: "the highest of these is",
  product: "the product of these is",
} as const;

function combined(score: Score, step: ScoreResult["steps"]["combined"]): readonly Runs[] {
  if (step === undefined) return [];
  const { answered, entries, needed, filled, value } = step;
  const lines: Runs[] = [];
  if (score.missing !== undefined || answered < entries) {
    const mean = score.missing?.fill === "person_mean" ? ", the mean of those answered" : "";
    const fill = filled === undefined ? "" : `; each missing one counts ${digits(filled)}${mean}`;
    lines.push([say(`${answered} of ${entries} are there, at least ${needed} must be${fill}`)]);
  }
  if (value !== undefined) lines.push([say(`${score.method === undefined ? "the value is" : METHODS[score.method]} ${digits(value)}`)]);
  return lines;
}

function property(score: Score, name: string, value: ScoreValue): string {
  if (value.kind === "missing") return `${spoken(name)}: none`;
  const isCutOff = score.cutOffs.some((cutOff) => cutOff.name === name);
  if (isCutOff && value.kind === "truth") return `the cut-off “${spoken(name)}” is ${value.value ? "reached" : "not reached"}`;
  return `${spoken(name)}: ${value.kind === "text" ? spoken(value.value) : valueInWords(value)}`;
}

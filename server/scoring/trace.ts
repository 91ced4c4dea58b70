import type { MissingRule, Score, TransformStep } from "../model/instrument.ts";
import { type Exact, ONE } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import type { Answer } from "./answers.ts";
import { printValue } from "./printValue.ts";
import type { EntryStep, MissingWhy, ScoreResult, ScoreValue, Status } from "./result.ts";

/** One score of one person step by step, in words: the stages of the pipeline in their order. */
export interface Trace {
  readonly score: string;
  readonly value: ScoreValue;
  readonly status: Status;
  readonly lines: readonly TraceLine[];
}

export interface TraceLine {
  readonly stage: "when" | "entry" | "formula" | "missing" | "combine" | "transform" | "round" | "band" | "cut-off";
  /** The item, score, band set or cut-off that the line is about. */
  readonly name?: string;
  readonly text: string;
}

/** The steps of a result in words. */
export function traceOf(score: Score, result: ScoreResult): Trace {
  const { steps } = result;
  const lines: TraceLine[] = [];
  if (steps.when !== undefined) {
    lines.push({ stage: "when", text: steps.when.kind === "missing" ? "whether it applies cannot be decided" : "does not apply" });
  }
  for (const entry of steps.entries ?? []) lines.push({ stage: "entry", name: entry.id, text: entryText(entry) });
  for (const { id, from } of steps.formula?.read ?? []) lines.push({ stage: "formula", name: id, text: fromText(from) });
  if (score.cases !== undefined && steps.formula !== undefined)
    lines.push({ stage: "formula", text: caseText(score, steps.formula.decided) });
  lines.push(...combinedLines(score, result));
  for (const { step, before, after } of steps.transform ?? []) {
    lines.push({
      stage: "transform",
      text: `${stepText(step)}: ${printExact(before)} -> ${after === undefined ? "no row holds it" : printExact(after)}`,
    });
  }
  if (steps.round !== undefined) {
    const { to, mode, before, after } = steps.round;
    lines.push({ stage: "round", text: `rounded to ${printExact(to)} (${mode}): ${printExact(before)} -> ${printExact(after)}` });
  }
  for (const [name, value] of result.properties) {
    const isCutOff = score.cutOffs.some((cutOff) => cutOff.name === name);
    lines.push({ stage: isCutOff ? "cut-off" : "band", name, text: printValue(value) || "missing" });
  }
  return { score: score.id, value: result.value, status: result.status, lines };
}

/** A trace as text, one line a step, the score and its value first. */
export function traceText(trace: Trace): string {
  const width = Math.max(0, ...trace.lines.map(({ name }) => name?.length ?? 0));
  const value = trace.value.kind === "missing" ? `missing (${trace.status})` : printValue(trace.value);
  const lines = trace.lines.map(({ name, text }) => `  ${name === undefined ? text : `${name.padEnd(width)}  ${text}`}`);
  return [`${trace.score} = ${value}`, ...lines].join("\n");
}

function entryText(entry: EntryStep): string {
  const parts = [fromText(entry.from)];
  const code = entry.from.kind === "point" ? entry.from.code : undefined;
  if (entry.number !== undefined && code !== undefined && code !== printExact(entry.number))
    parts.push(`scored ${printExact(entry.number)}`);
  if (entry.recoded !== undefined)
    parts.push(entry.recoded.kind === "number" ? `recoded ${printExact(entry.recoded.value)}` : RECODED[entry.recoded.kind]);
  if (entry.reversed !== undefined) {
    const { ends, before, after } = entry.reversed;
    parts.push(`reversed ${end(ends.low)} + ${end(ends.high)} - ${printExact(before)} = ${printExact(after)}`);
  }
  if (entry.missing === "no_row" && entry.recoded === undefined) parts.push("has no number");
  if (entry.value !== undefined && !entry.weight.equals(ONE))
    parts.push(`weight ${printExact(entry.weight)}: ${printExact(entry.value.mul(entry.weight))}`);
  return parts.join(" -> ");
}

const RECODED = { missing: "recoded to missing", no_row: "in no row of the recode" } as const;

function end(value: Exact | undefined): string {
  return value === undefined ? "?" : printExact(value);
}

/** Words for why an answer is missing. */
const WHY: Readonly<Record<Exclude<MissingWhy, "recoded" | "no_row">, string>> = {
  blank: "no answer",
  declared: "declared missing",
  outside: "outside the response",
  not_asked: "not asked",
};

function fromText(from: Answer | ScoreValue): string {
  switch (from.kind) {
    case "missing":
      return "why" in from ? `${from.text === "" ? "" : `${from.text} `}${WHY[from.why]}` : "missing";
    case "point":
      return `answer ${from.code}`;
    case "codes":
      return `answer ${from.codes.join(";")}`;
    case "structural":
      return `not asked, counts ${printExact(from.value)}`;
    case "text":
      return "text" in from ? `answer ${from.text}` : from.value;
    case "moment":
      return "text" in from ? `answer ${from.text}` : printValue(from);
    default:
      return printValue(from);
  }
}

function caseText(score: Score, decided: number | undefined): string {
  const chosen = decided === undefined ? undefined : score.cases?.[decided];
  if (decided === undefined || chosen === undefined) return "no case decides";
  return chosen.when === undefined ? "otherwise" : `case ${decided + 1} is true`;
}

function combinedLines(score: Score, { steps }: ScoreResult): TraceLine[] {
  const { combined } = steps;
  if (combined === undefined) return [];
  const { answered, entries, needed, enough, filled, value } = combined;
  const lines: TraceLine[] = [];
  if (score.missing !== undefined || answered < entries) {
    const fill = filled === undefined ? "" : `, each missing one filled with ${printExact(filled)}${fillName(score.missing)}`;
    const always = !enough && answered >= needed ? ", but not all that must be" : "";
    lines.push({ stage: "missing", text: `${answered} of ${entries} answered, ${needed} needed${always}${fill}` });
  }
  if (value !== undefined) lines.push({ stage: "combine", text: `${score.method ?? "value"} ${printExact(value)}` });
  return lines;
}

function fillName(rule: MissingRule | undefined): string {
  return rule?.fill === "person_mean" ? " (the person's mean)" : "";
}

function stepText(step: TransformStep): string {
  switch (step.kind) {
    case "multiply":
    case "add":
    case "divide":
      return `${step.kind} ${printExact(step.by)}`;
    case "rescale":
      return `rescaled to ${printExact(step.low)}..${printExact(step.high)}`;
    case "lookup":
      return `looked up in ${step.table}`;
    case "t":
    case "z":
      return `${step.kind} score (mean ${printExact(step.mean)}, sd ${printExact(step.sd)})`;
  }
}

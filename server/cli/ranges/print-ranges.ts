import { describeWitness } from "../../evidence/describeWitness.ts";
import type { Exact } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import type { PossibleRange } from "../../scoring/range.ts";

/** A score with its proved range. */
export interface RangedScore {
  readonly score: string;
  readonly range: PossibleRange;
}

/** `ranges --format json`: numbers in the digits that `score` writes, an open end as null. */
export function printRangesJson(ranges: readonly RangedScore[]): string {
  const scores = ranges.map(({ score, range }) => `\n  ${JSON.stringify(score)}:${rangeJson(range)}`);
  return `{"version":1,"scores":{${scores.join(",")}}}\n`;
}

function rangeJson({ min, max, exact, step, attainable, values, witness }: PossibleRange): string {
  const listed = step === undefined && attainable !== undefined ? `[${attainable.map(printExact).join(",")}]` : "null";
  return object([
    ["min", number(min)],
    ["max", number(max)],
    ["exact", String(exact)],
    ["step", number(step)],
    ["attainable", listed],
    ["values", values === undefined ? "null" : JSON.stringify(values)],
    ["witness", witnessJson(witness)],
  ]);
}

function witnessJson(witness: PossibleRange["witness"]): string {
  const [min, max] = [witness?.min, witness?.max];
  if (min === undefined && max === undefined) return "null";
  const answers = (found: ReadonlyMap<string, string> | undefined): string =>
    found === undefined ? "null" : object([...found].map(([item, answer]) => [item, answerJson(answer)]));
  return object([
    ["min", answers(min)],
    ["max", answers(max)],
  ]);
}

/** A code that is a number as it stands is a number here too; `01` is text. */
function answerJson(answer: string): string {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(answer) ? answer : JSON.stringify(answer);
}

function number(value: Exact | undefined): string {
  return value === undefined ? "null" : printExact(value);
}

function object(pairs: readonly (readonly [string, string])[]): string {
  return `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(",")}}`;
}

/** `ranges`: a line for each score, and with `witness` the answers that reach its ends. */
export function printRangesText(ranges: readonly RangedScore[], witness: boolean): string {
  const width = Math.max(0, ...ranges.map(({ score }) => score.length));
  return ranges
    .map(({ score, range }) => {
      const lines = [`${score.padEnd(width)}  ${inWords(range)}`];
      if (witness && range.min !== undefined && range.witness?.min !== undefined) {
        lines.push(`${" ".repeat(width)}  ${printExact(range.min)}: ${describeWitness(range.witness.min, 100)}`);
      }
      if (witness && range.max !== undefined && range.witness?.max !== undefined) {
        lines.push(`${" ".repeat(width)}  ${printExact(range.max)}: ${describeWitness(range.witness.max, 100)}`);
      }
      return `${lines.join("\n")}\n`;
    })
    .join("");
}

function inWords({ min, max, exact, step, attainable, values, mayBeMissing }: PossibleRange): string {
  if (min === undefined && max === undefined && values?.length === 0) return "always missing";
  if (min === undefined && max === undefined && values !== undefined) return `${values.join(", ")}${mayBeMissing ? " or missing" : ""}`;
  const ends = `${min === undefined ? "no lower end" : printExact(min)} to ${max === undefined ? "no upper end" : printExact(max)}`;
  if (!exact) return `within ${ends} (an outer bound)`;
  if (step !== undefined) return `${ends} in steps of ${printExact(step)}`;
  return attainable === undefined ? ends : `${ends}, ${attainable.length} values`;
}

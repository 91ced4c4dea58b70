import type { Option, Response } from "../model/instrument.ts";
import { type Exact, ZERO } from "../number/exact.ts";
import { saysNoAnswer } from "./answerLabels.ts";
import { scoreOf } from "./writtenResponse.ts";

/** The options of a response that stand for no answer and count as one all the same. */
export function missingCodes(response: Response): readonly Option[] {
  if (response.type === "multiple") return [];
  const answers = response.options.filter((option) => !option.missing && scoreOf(option));
  const suspects = answers.filter((option) => isNoAnswer(option, answers));
  return answers.length - suspects.length < 2 ? [] : suspects;
}

const CONVENTIONAL = /^-?(?:[789]|77|88|9[6-9]|77[0-9]|88[0-9]|99[0-9]|9999)$/;

/** A label that says so, or a conventional code (9, 99, -9 …) that stands far from all the others. */
function isNoAnswer(option: Option, answers: readonly Option[]): boolean {
  if (option.label && saysNoAnswer(option.label.own)) return true;
  if (option.score !== undefined || !option.number || !CONVENTIONAL.test(option.code)) return false;
  const code = option.number;
  const others = answers.filter((other) => other !== option && !CONVENTIONAL.test(other.code)).flatMap((other) => other.number ?? []);
  const sorted = others.sort((a, b) => a.compare(b));
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (!low || !high || sorted.length < 3) return false;
  const width = high.sub(low);
  if (isInRow(code, sorted, answers)) return false;
  return code.compare(high.add(width)) >= 0 || (code.s < 0n && code.compare(low.sub(width)) <= 0 && low.s >= 0n);
}

/** Whether a code follows those below it in their own steps: 4, 5, 6, 7, 8 and 9 hours of sleep. */
function isInRow(code: Exact, sorted: readonly Exact[], answers: readonly Option[]): boolean {
  const widest = sorted.slice(1).reduce((most, each, i) => {
    const step = each.sub(sorted[i] ?? each);
    return step.compare(most) > 0 ? step : most;
  }, ZERO);
  let at = sorted.at(-1) ?? ZERO;
  const above = answers.flatMap(({ number }) => (number && number.compare(at) > 0 ? [number] : [])).sort((a, b) => a.compare(b));
  for (const next of above) {
    if (next.sub(at).compare(widest) > 0) return false;
    at = next;
    if (next.equals(code)) return true;
  }
  return false;
}

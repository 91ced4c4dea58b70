import { keptWith } from "../keptWith.ts";
import type { Option, Response } from "../model/instrument.ts";
import type { Exact } from "../number/exact.ts";
import { remember } from "../remember.ts";
import { saysNoAnswer } from "./answerLabels.ts";

/** The one number that the codes of a response skip. */
export interface CodeGap {
  readonly before: Option;
  readonly after: Option;
  readonly unused: Exact;
  /** The option with the highest code. */
  readonly last: Option;
}

/** Codes 1, 2, 4, 5: with so few steps only a single jump of twice the usual step is surely a slip; other patterns are chosen. */
export const codeGap = (response: Response): CodeGap | undefined => remember(KEPT, response, () => ({ gap: gapIn(response) })).gap;

const KEPT = keptWith<Response, { readonly gap: CodeGap | undefined }>();

function gapIn(response: Response): CodeGap | undefined {
  if (response.type === "multiple" || response.options.some((option) => option.score !== undefined)) return undefined;
  const answers = response.options
    .filter((option): option is Option & { number: Exact } => option.number !== undefined && isAnswer(option))
    .sort((a, b) => a.number.compare(b.number));
  if (answers.length < 4) return undefined;
  const steps = answers.slice(1).map((option, i) => option.number.sub(answers[i]?.number ?? option.number));
  const least = steps.reduce((a, b) => (a.compare(b) <= 0 ? a : b));
  const wide = steps.flatMap((step, i) => (step.equals(least) ? [] : [i]));
  const [at] = wide;
  const gap = at === undefined ? undefined : steps[at];
  const [before, after] = at === undefined ? [] : [answers[at], answers[at + 1]];
  const last = answers.at(-1);
  if (wide.length !== 1 || !gap?.equals(least.mul(2)) || !before || !after || !last) return undefined;
  return { before, after, unused: before.number.add(least), last };
}

/** A code below 0 beside others from 0 or 1 on stands for something apart: not applicable, another answer. */
const isAnswer = ({ missing, label, number }: Option) =>
  !missing && !standsApart(label?.own ?? "") && !(number !== undefined && number.s < 0n);

const standsApart = (label: string) => saysNoAnswer(label) || /^other\b/i.test(label);

import { saysNoAnswer } from "../evidence/answerLabels.ts";
import { writesResponse } from "../evidence/needs.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import type { Option } from "../model/instrument.ts";
import { rule } from "./rule.ts";

/** Codes 1, 2, 4, 5: with so few steps only a single jump of twice the usual step is surely a slip; other patterns are chosen. */
export default rule({
  code: "code-gap",
  severity: "warning",
  summary: "The codes of a response skip a number.",
  looksAt: ["response", "item", "section"],
  needs: writesResponse,
  *check(part, { at }) {
    const response = writtenResponse(part);
    if (!response || response.type === "multiple" || response.options.some((option) => option.score !== undefined)) return;
    const answers = response.options
      .filter((option): option is Option & { number: NonNullable<Option["number"]> } => option.number !== undefined && isAnswer(option))
      .sort((a, b) => a.number.compare(b.number));
    if (answers.length < 4) return;
    const steps = answers.slice(1).map((option, i) => option.number.sub(answers[i]?.number ?? option.number));
    const least = steps.reduce((a, b) => (a.compare(b) <= 0 ? a : b));
    const wide = steps.flatMap((step, i) => (step.equals(least) ? [] : [i]));
    const at1 = wide[0];
    const gap = at1 === undefined ? undefined : steps[at1];
    const [before, after] = at1 === undefined ? [] : [answers[at1], answers[at1 + 1]];
    if (wide.length !== 1 || !gap?.equals(least.mul(2)) || !before || !after) return;
    yield {
      at: at.name(after),
      message: `the codes go from ${before.code} to ${after.code}: ${before.number.add(least).toFraction()} is not used, and ${describe(answers)}`,
    };
  },
});

/** A code below 0 beside others from 0 or 1 on stands for something apart: not applicable, another answer. */
const isAnswer = ({ missing, label, number }: Option) =>
  !missing && !standsApart(label?.own ?? "") && !(number !== undefined && number.s < 0n);

const standsApart = (label: string) => saysNoAnswer(label) || /^other\b/i.test(label);

const describe = (answers: readonly Option[]) => `"${answers.at(-1)?.label?.own ?? answers.at(-1)?.code}" scores ${answers.at(-1)?.code}`;

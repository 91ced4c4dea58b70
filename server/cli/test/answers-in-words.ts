import { describeWitness } from "../../evidence/describeWitness.ts";
import { printExact } from "../../number/print.ts";
import type { Answer } from "../../scoring/answers.ts";

/** Answers that tell two versions of an instrument apart: `phq1, phq2 = 3`. Blanks are left out. */
export function answersInWords(answers: ReadonlyMap<string, Answer>): string {
  const cells = [...answers].flatMap(([item, answer]): [string, string][] => {
    const text = cellText(answer);
    return text === "" ? [] : [[item, text]];
  });
  return describeWitness(new Map(cells));
}

function cellText(answer: Answer): string {
  switch (answer.kind) {
    case "point":
      return answer.code;
    case "codes":
      return answer.codes.join(";");
    case "structural":
      return printExact(answer.value);
    default:
      return answer.text;
  }
}

import type { Response } from "../../model/instrument.ts";
import { isCode, responseOf } from "../../model/resolve.ts";
import type { Witness } from "../../scoring/range.ts";
import type { Context } from "../context.ts";
import { plainWording } from "../wording.ts";
import { spans } from "./formulaInWords.ts";

/** Answers that give a value, those that are alike together: "all 9 answers “Not at all”". */
export function witnessInWords(context: Context, answers: Witness): string {
  const groups = new Map<string, string[]>();
  for (const [id, code] of answers) {
    const words = answerInWords(context, id, code);
    const group = groups.get(words);
    if (group === undefined) {
      groups.set(words, [id]);
    } else {
      group.push(id);
    }
  }
  const [only] = groups;
  if (only === undefined) {
    return "nothing answered";
  }
  if (groups.size === 1 && answers.size > 1) {
    return `${answers.size === 2 ? "both" : `all ${answers.size}`} answers ${only[0]}`;
  }
  return [...groups]
    .map(
      ([words, ids]) =>
        `${spans(
          context,
          ids.map((id) => ({ id })),
        )}: ${words}`,
    )
    .join("; ");
}

function answerInWords(context: Context, id: string, cell: string): string {
  if (cell === "") {
    return "blank";
  }
  const item = context.instrument.items.get(id);
  const response = item === undefined ? undefined : responseOf(context.instrument, item);
  const codes = response?.type === "multiple" || response?.type === "rank" ? cell.split(";") : [cell];
  return codes.map((code) => labelOf(context, response, code)).join(", ");
}

function labelOf(context: Context, response: Response | undefined, code: string): string {
  const label = plainWording(context, response?.options.find((option) => isCode(code, option))?.label);
  return label === "" ? code : `“${label}”`;
}

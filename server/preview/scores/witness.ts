import { isCode, responseOf } from "../../model/resolve.ts";
import type { Witness } from "../../scoring/range.ts";
import type { Context } from "../context.ts";
import { plainWording } from "../wording.ts";
import { spans } from "./formulaInWords.ts";

/** Answers that give a value, those that are alike together: "all 9 answers “Not at all”". */
export function witnessInWords(context: Context, answers: Witness): string | undefined {
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
    return undefined;
  }
  if (groups.size === 1 && answers.size > 1) {
    return `all ${answers.size} answers ${only[0]}`;
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

function answerInWords(context: Context, id: string, code: string): string {
  if (code === "") {
    return "blank";
  }
  const item = context.instrument.items.get(id);
  const response = item === undefined ? undefined : responseOf(context.instrument, item);
  const label = plainWording(context, response?.options.find((option) => isCode(code, option))?.label);
  return label === "" ? code : `“${label}”`;
}

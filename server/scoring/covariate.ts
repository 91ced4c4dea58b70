import { isCode } from "../model/resolve.ts";
import { parseExact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import type { Answer } from "./answers.ts";
import type { Person } from "./person.ts";
import { printValue } from "./printValue.ts";

/** The code of a covariate: of an item its answer's code, of a score its text, truth or number. Undefined where it is missing. */
export function codeOf(id: string, person: Person): string | undefined {
  if (!person.instrument.items.has(id)) {
    const value = person.result(id)?.value;
    if (value === undefined || value.kind === "missing") return undefined;
    return printValue(value);
  }
  return codeOfAnswer(person.answer(id));
}

/** The code of an answer: of an option its code, else the text as it was given. Undefined where it is missing or has several codes. */
export function codeOfAnswer(answer: Answer): string | undefined {
  switch (answer.kind) {
    case "point":
      return answer.code;
    case "text":
    case "moment":
      return answer.text;
    case "structural":
      return printExact(answer.value);
    default:
      return undefined;
  }
}

/** True where a covariate's code is the one that is wanted: as numbers where both are numbers, else as text. */
export function sameCode(code: string | undefined, wanted: string): boolean {
  return code !== undefined && isCode(wanted, { code, number: parseExact(code) });
}

/** The codes of several covariates; undefined where one is missing. */
export function codesOf(ids: readonly string[], person: Person): readonly string[] | undefined {
  const codes = ids.map((id) => codeOf(id, person));
  return codes.some((code) => code === undefined) ? undefined : codes.map((code) => code ?? "");
}

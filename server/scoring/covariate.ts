import { printExact } from "../number/print.ts";
import type { Person } from "./person.ts";
import { printValue } from "./printValue.ts";

/** The code of a covariate: of an item its answer's code, of a score its text, truth or number. Undefined where it is missing. */
export function codeOf(id: string, person: Person): string | undefined {
  if (!person.instrument.items.has(id)) {
    const value = person.result(id)?.value;
    if (value === undefined || value.kind === "missing") return undefined;
    return printValue(value);
  }
  const answer = person.answer(id);
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

/** The codes of several covariates; undefined where one is missing. */
export function codesOf(ids: readonly string[], person: Person): readonly string[] | undefined {
  const codes = ids.map((id) => codeOf(id, person));
  return codes.some((code) => code === undefined) ? undefined : codes.map((code) => code ?? "");
}

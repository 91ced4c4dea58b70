import type { Expected } from "../expression/check.ts";
import type { Expression } from "../expression/expression.ts";
import type { Response } from "./instrument.ts";
import type { Part } from "./parts.ts";

/** A formula that a part holds, and what its place asks for. */
export interface Formula {
  readonly tree: Expression;
  readonly expected: Expected;
  readonly level: "person" | "group";
}

/** Every formula of a part, in the order of the format. */
export function formulasIn(part: Part): readonly Formula[] {
  const found: Formula[] = [];
  const level = part.kind === "score" ? part.value.level : "person";
  const add = (tree: Expression | undefined, expected: Expected) => tree && found.push({ tree, expected, level });
  const options = (response: string | Response | undefined) => {
    if (typeof response === "object") for (const option of response.options) add(option.when, "truth");
  };
  switch (part.kind) {
    case "response":
      options(part.value);
      break;
    case "section":
      options(part.value.response);
      add(part.value.when, "truth");
      add(part.value.screenOut, "truth");
      break;
    case "item":
      options(part.value.response);
      add(part.value.when, "truth");
      for (const check of part.value.checks) add(check.that, "truth");
      break;
    case "score":
      add(part.value.when, "truth");
      add(part.value.value, "value");
      for (const row of part.value.cases ?? []) {
        add(row.when, "truth");
        if (row.is.kind === "expression") add(row.is.value, "value");
      }
      break;
    case "effect":
      add(part.value.outcome, "truth");
      break;
    default:
  }
  return found;
}

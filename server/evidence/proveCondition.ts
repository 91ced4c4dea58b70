import type { Expression } from "../expression/expression.ts";
import { onlyNeeded, readNames } from "../model/resolve.ts";
import type { Context } from "../rules/rule.ts";
import { rangeOf } from "../scoring/range.ts";

/** Whether some answers make a condition true, as far as it is proved. */
export function canHold(condition: Expression, { instrument }: Context): "yes" | "no" | "unknown" {
  return rangeOf(onlyNeeded(instrument, readNames(instrument, condition)), condition)?.gives(true).possible ?? "unknown";
}

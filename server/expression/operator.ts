import type { Cursor } from "./cursor.ts";
import { foreignWord } from "./foreign.ts";
import { POWER } from "./parts.ts";

/** The operator that stands next, in our spelling; for `not in` and `not between` the second word. */
export function operatorAt(cursor: Cursor): string | undefined {
  const { kind, text } = cursor.peek();
  if (kind === "keyword" && text === "not") {
    if (cursor.at("keyword", "in", 1)) return "in";
    return cursor.at("keyword", "between", 1) ? "between" : undefined;
  }
  if (kind === "word") return text === "is" ? text : foreignWord(text)?.text;
  return (kind === "symbol" || kind === "keyword") && Object.hasOwn(POWER, text) ? text : undefined;
}

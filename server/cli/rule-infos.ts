import { categoryOf } from "../evidence/categories.ts";
import { dataFindings } from "../rules/data/index.ts";
import { table } from "../rules/index.ts";
import type { RuleInfo } from "./print/sarif.ts";

/** Every finding that the tool knows, in documents and in data, by code in alphabetical order. */
export function ruleInfos(): readonly RuleInfo[] {
  return [...table, ...dataFindings]
    .map(({ code, severity, summary }) => ({ code, severity, category: categoryOf(code), summary }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

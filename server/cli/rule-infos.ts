import { PAGES } from "../generated/pages.ts";
import type { Severity } from "../problem.ts";
import { rules } from "../rules/index.ts";
import type { RuleInfo } from "./print/sarif.ts";

/** Every finding that the tool knows, by code in alphabetical order: from the table of rules, and of the reader's own from their pages. */
export function ruleInfos(): readonly RuleInfo[] {
  const infos = new Map<string, RuleInfo>();
  for (const [code, page] of Object.entries(PAGES)) infos.set(code, { code, severity: severityIn(page, code), summary: summaryOf(page) });
  for (const { code, severity, summary } of rules) infos.set(code, { code, severity, summary });
  return [...infos.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The severity that the page's first example is marked with. */
function severityIn(page: string, code: string): Severity {
  const mark = new RegExp(`\\^ (error|warning|info) ${code}:`).exec(page);
  return mark?.[1] === "warning" || mark?.[1] === "info" ? mark[1] : "error";
}

/** The first paragraph under the title. */
function summaryOf(page: string): string {
  return (page.split(/\n\s*\n/)[1] ?? "").replaceAll("\n", " ").trim();
}

import { isCode, possibleAnswers } from "../model/resolve.ts";
import { parseExact } from "../number/exact.ts";
import { groupRowsOf } from "../scoring/norms.ts";
import { type Context, rule } from "./rule.ts";

/**
 * Only where both sides are left over: which people the norms leave out is their authors' choice, and a manual may have norms for people who are
 * not asked.
 */
export default rule({
  code: "norms-by-other-codes",
  severity: "warning",
  summary: "The file of a table of norms names a group by another code than the instrument does.",
  looksAt: "table",
  needs: ({ value: table }) => table.by.length > 0 && table.norms !== undefined,
  yieldsTo: ["norms-not-read", "parameter-table-unnamed"],
  *check({ value: table }, context) {
    const groups = groupRowsOf(table);
    for (const [place, name] of table.by.entries()) {
      const codes = new Set(groups.map((group) => group.codes[place] ?? ""));
      const strange = [...codes].find((code) => !canBe(name, code, context));
      const lost = codesOf(name, context).find((code) => !codes.has(code));
      if (strange === undefined || lost === undefined) continue;
      yield {
        at: context.at.value(table, "by", place),
        message: `"${table.file}" has no row where "${name}" is "${lost}", but rows where it is "${strange}", which it never is: whoever has "${lost}" gets no value`,
      };
    }
  },
});

/** Unknown counts as possible. */
function canBe(name: string, code: string, { scoring, possibleRange }: Context): boolean {
  const item = scoring.items.get(name);
  if (item) {
    const possible = possibleAnswers(scoring, item);
    return possible?.kind !== "codes" || possible.answers.some((answer) => isCode(code, answer));
  }
  const possible = scoring.scores.has(name) ? possibleRange(name) : undefined;
  const value = parseExact(code);
  const end = value && { value, open: false };
  return possible?.gives(code).possible !== "no" || (end !== undefined && possible.reaches(end, end).possible !== "no");
}

/** The codes that an item or a score is known to give, as far as they are listed. */
function codesOf(name: string, { scoring, possibleRange }: Context): readonly string[] {
  const item = scoring.items.get(name);
  if (item) {
    const possible = possibleAnswers(scoring, item);
    return possible?.kind === "codes" ? possible.answers.map(({ code }) => code) : [];
  }
  const possible = scoring.scores.has(name) ? possibleRange(name) : undefined;
  const texts = possible?.values ?? possible?.attainable?.map(String) ?? [];
  return texts.flatMap((value) => (typeof value === "string" ? [value] : []));
}

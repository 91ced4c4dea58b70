import { recodes } from "../evidence/needs.ts";
import { recodeUses } from "../evidence/recodeUses.ts";
import { fits } from "../model/resolve.ts";
import { rule } from "./rule.ts";

/** `else` may stand there for safety, and a row that gives missing may name a code that is missing anyway. */
export default rule({
  code: "unreachable-recode-row",
  severity: "warning",
  summary: "No answer and no value reaches a row of a recode.",
  looksAt: ["recode", "score"],
  needs: recodes,
  *check(part, context) {
    const { at, source } = context;
    for (const { recode, entries, whole } of recodeUses(part, context)) {
      if (!whole || entries.length === 0) continue;
      const reached = new Set(
        entries.flatMap(({ values }) => values.map((value) => recode.rows.findIndex(({ match }) => fits(match, value)))),
      );
      for (const [place, row] of recode.rows.entries()) {
        if (reached.has(place) || row.match.kind === "else" || row.to === undefined) continue;
        const before = entries.some(({ values }) => values.some((value) => fits(row.match, value)));
        yield {
          at: at.name(row),
          message: `no value of ${entries.length === 1 ? `"${entries[0]?.member.id}"` : "the entries"} reaches ${source(at.name(row))}${before ? ": the rows before it take them all" : ""}`,
        };
      }
    }
  },
});

import { sameStem } from "../evidence/marks.ts";
import type { Statement } from "../model/delphi.ts";
import { rule } from "./rule.ts";

/** Each would get votes of its own. What was merged or dropped is rated no more. */
export default rule({
  code: "same-statement-twice",
  severity: "warning",
  summary: "Two statements of a Delphi study have the same text.",
  looksAt: "delphi",
  *check({ value: study }, { at }) {
    const first = new Map<string, Statement>();
    for (const statement of study.statements.values()) {
      const { text, mergedInto, dropped, group } = statement;
      const words = text && mergedInto === undefined && !dropped ? sameStem(text) : "";
      const twin = first.get(`${group} ${words}`);
      if (words === "") continue;
      if (!twin) first.set(`${group} ${words}`, statement);
      else
        yield {
          at: at.value(statement, "text"),
          message: `"${statement.id}" has the same text as "${twin.id}"`,
          related: [{ at: at.value(twin, "text"), message: `"${twin.id}"` }],
        };
    }
  },
});

import { writtenResponse } from "../evidence/writtenResponse.ts";
import type { Part } from "../model/parts.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "yaml-1-1-boolean",
  severity: "warning",
  summary: "A code or an id such as yes or no, without quotation marks, that many programs read as true or false.",
  looksAt: ["response", "section", "item", "score", "recode"],
  needs: (part) => namedIn(part).length > 0,
  *check(part, { at, source }) {
    for (const named of namedIn(part)) {
      const place = at.name(named);
      const written = source(place);
      if (!WORDS.test(written)) continue;
      yield {
        at: place,
        message: `many programs read ${written} without quotation marks as ${/^(?:yes|on)$/i.test(written) ? "true" : "false"}`,
        fixes: [{ title: "Put it in quotation marks", safe: true, edits: [{ at: place, newText: `"${written}"` }] }],
      };
    }
  },
});

const WORDS = /^(?:yes|no|on|off)$/i;

/** What is named in a part. An id or a code that is no such word is not worth looking at how it was written. */
function namedIn(part: Part): readonly object[] {
  const own = (part.kind === "score" || part.kind === "item") && WORDS.test(part.id) ? [part.value] : [];
  if (part.kind === "recode") return part.value.rows;
  if (part.kind !== "item" && part.kind !== "section" && part.kind !== "response") return own;
  const options = writtenResponse(part)?.options.filter(({ code }) => WORDS.test(code)) ?? [];
  return [...own, ...options];
}

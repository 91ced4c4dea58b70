import { referencesOf } from "../model/references.ts";
import { rule } from "./rule.ts";

/** Spans in formulas are looked at with the formulas; these are the entries of scores, the answers of tests and the like. */
export default rule({
  code: "span-backwards",
  severity: "error",
  summary: "A span runs from a later item to an earlier one.",
  looksAt: ["score", "test"],
  needs: (part) => referencesOf(part).some(({ last }) => last !== undefined),
  *check(part, { instrument: { items, scores }, references }) {
    for (const { id, last, at, inFormula } of references(part)) {
      if (inFormula || last === undefined || last === id) continue;
      const kind = [items, scores].find((one) => one.has(id) && one.has(last));
      if (!kind || kind.span(id, last) !== undefined) continue;
      const written = /^\w+\s*\.\.\s*\w+/.exec(at.segment.text.slice(at.start))?.[0].length;
      const whole = { ...at, end: at.start + (written ?? at.end - at.start) };
      yield {
        at: whole,
        message: `"${last}" stands before "${id}" in the document, so this span is empty`,
        fixes:
          written === undefined
            ? []
            : [{ title: `Change to ${last}..${id}`, safe: false, edits: [{ at: whole, newText: `${last}..${id}` }] }],
      };
    }
  },
});

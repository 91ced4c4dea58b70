import { rule } from "./rule.ts";

/** A declared open end (`none`) says that it is known. */
export default rule({
  code: "range-unbounded",
  severity: "info",
  summary: "A score has no lowest or no highest value.",
  looksAt: "score",
  *check({ value: score }, { at, possibleRange }) {
    if (score.range || score.level === "group") return;
    const possible = possibleRange(score.id);
    if (!possible || possible.values !== undefined || (possible.min && possible.max)) return;
    const open = possible.min ? "highest" : possible.max ? "lowest" : "lowest and no highest";
    yield { at: at.name(score), message: `"${score.id}" has no ${open} value: an answer that it is made from has none` };
  },
});

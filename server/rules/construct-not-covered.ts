import { nearest } from "../expression/nearest.ts";
import { coverageOf, uncovered } from "../study/coverage.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "construct-not-covered",
  severity: "warning",
  summary: "A construct of the survey is in no question and no photo prompt of the guide.",
  looksAt: "guide",
  yieldsTo: ["duplicate-id"],
  *check(part, context) {
    const { about } = part.value;
    const coverage = coverageOf(part.value);
    if (!about || !coverage) return;
    const { scores, items } = coverage.instrument;
    // A misspelt name is told as such, and is no construct left out.
    const meant = coverage.columns
      .flatMap(({ covers }) => covers)
      .flatMap((id) => (scores.has(id) || items.has(id) ? [] : (nearest(id, [...scores.ids(), ...items.ids()]) ?? [])));
    const open = uncovered(coverage).filter(({ id }) => !meant.includes(id));
    if (open.length === 0) return;
    const names = open.map(({ id }) => `"${id}"`).join(", ");
    yield {
      at: context.at.value(part.value, "about"),
      message: `no question and no photo prompt covers ${names}`,
      related: open.map((score) => ({ at: context.at.name(score), message: score.label?.own ?? score.id })),
    };
  },
});

import { domainOfRange, limitsOf, samplesOf } from "../evidence/valueDomain.ts";
import type { LookupTable, Recode, Score } from "../model/instrument.ts";
import { onlyNeeded } from "../model/resolve.ts";
import { printExact } from "../number/print.ts";
import { type PossibleRange, rangeAt } from "../scoring/range.ts";
import { type Context, rule } from "./rule.ts";

/** Tables of norms in a data file are not read here. */
export default rule({
  code: "lookup-not-total",
  severity: "error",
  summary: "A value that the score can reach has no row in the table that it is looked up in.",
  looksAt: "score",
  *check({ value: score }, context) {
    for (const [place, step] of score.transform.entries()) {
      if (step.kind !== "lookup") continue;
      const table = context.instrument.tables.get(step.table);
      if (!table || table.file !== undefined || table.by.length > 0 || table.rows.length === 0) continue;
      const possible = valueBefore(score, place, context);
      const domain = possible && domainOfRange(possible);
      if (!domain) continue;
      const rows = asRecode(table);
      const lost = samplesOf(domain, rows).find(
        ({ number }) => number && !table.rows.some(({ from, to }) => number.gte(from) && number.lte(to)),
      );
      const limits = limitsOf(rows);
      const [low, high] = [limits[0], limits.at(-1)];
      if (!lost?.number || !low || !high) continue;
      yield {
        at: context.at.value(step, "table"),
        message: `"${score.id}" can be ${printExact(lost.number)} before it is looked up, and "${table.id}" has no row for it (it runs from ${printExact(low)} to ${printExact(high)})`,
      };
    }
  },
});

/** What the score can be before a step. Of a score that could not be read nothing is proved. */
function valueBefore(score: Score, step: number, context: Context): PossibleRange | undefined {
  if (context.possibleRange(score.id) === undefined) return undefined;
  return context.derive(`before step ${step} of ${score.id}`, ({ scoring }) =>
    rangeAt(onlyNeeded(scoring, [score.id]), score.id, { at: "before_step", step }),
  );
}

const asRecode = ({ rows }: LookupTable): Recode => ({
  rows: rows.map(({ from, to, value }) => ({
    match: { kind: "interval", low: from, lowOpen: false, high: to, highOpen: false },
    to: value,
  })),
});

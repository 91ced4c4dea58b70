import { domainOfRange, limitsOf, samplesOf, type ValueDomain } from "../evidence/valueDomain.ts";
import type { Expression } from "../expression/expression.ts";
import { printFormula } from "../expression/printFormula.ts";
import { eachNode } from "../expression/walk.ts";
import type { LookupTable, Recode, Score } from "../model/instrument.ts";
import { formulasOf, readNames } from "../model/resolve.ts";
import { printExact } from "../number/print.ts";
import { rowsOf } from "../scoring/norms.ts";
import { type PossibleRange, rangeAt, rangeOf } from "../scoring/range.ts";
import { type Context, type Finding, rule } from "./rule.ts";

/** Of norms by groups only what no group has a row for: which values a group can have is not known. */
export default rule({
  code: "lookup-not-total",
  severity: "error",
  summary: "A value that the score can reach has no row in the table that it is looked up in.",
  looksAt: "score",
  *check({ value: score }, context) {
    yield* inFormulas(score, context);
    for (const [place, step] of score.transform.entries()) {
      if (step.kind !== "lookup") continue;
      const table = tableOf(step.table, context);
      if (!table) continue;
      const possible = valueBefore(score, place, context);
      const domain = possible && domainOfRange(possible);
      if (!domain) continue;
      const lost = withoutRow(domain, table);
      if (lost === undefined) continue;
      yield {
        at: context.at.value(step, "table"),
        message: `"${score.id}" can be ${lost} before it is looked up, and ${noRow(table)}`,
      };
    }
  },
});

/** `lookup(x, table)` */
function* inFormulas(score: Score, context: Context): Generator<Finding> {
  if (score.level === "group") return;
  for (const formula of formulasOf(score)) {
    for (const { value, id } of lookupsIn(formula)) {
      const table = tableOf(id, context);
      if (!table || context.possibleRange(score.id) === undefined) continue;
      const possible = context.derive(`looked up in ${id}: ${printFormula(value)}`, ({ scoring, graph }) =>
        rangeOf(scoring, value, graph(readNames(scoring, value))),
      );
      const domain = possible && domainOfRange(possible);
      const lost = domain && withoutRow(domain, table);
      if (lost !== undefined) yield { at: value, message: `this can be ${lost}, and ${noRow(table)}` };
    }
  }
}

function lookupsIn(formula: Expression): { readonly value: Expression; readonly id: string }[] {
  const found: { value: Expression; id: string }[] = [];
  eachNode(formula, (node) => {
    const [value, table] = node.kind === "call" && node.function.text === "lookup" ? node.arguments : [];
    if (value && table?.kind === "name" && table.property === undefined) found.push({ value, id: table.id });
  });
  return found;
}

/** A table with the rows that are known of it. */
function tableOf(id: string, context: Context): LookupTable | undefined {
  const table = context.scoring.tables.get(id);
  if (!table || (table.file === undefined && table.by.length > 0)) return undefined;
  const rows = rowsOf(table);
  return rows.length > 0 ? { ...table, rows } : undefined;
}

/** A value of the domain that no row holds. */
function withoutRow(domain: ValueDomain, table: LookupTable): string | undefined {
  const lost = samplesOf(domain, asRecode(table)).find(
    ({ number }) => number && !table.rows.some(({ from, to }) => number.gte(from) && number.lte(to)),
  );
  return lost?.number && printExact(lost.number);
}

function noRow(table: LookupTable): string {
  const limits = limitsOf(asRecode(table));
  const [low, high] = [limits[0], limits.at(-1)];
  return `"${table.id}" has no row for it${low && high ? ` (it runs from ${printExact(low)} to ${printExact(high)})` : ""}`;
}

/** What the score can be before a step. Of a score that could not be read nothing is proved. */
function valueBefore(score: Score, step: number, context: Context): PossibleRange | undefined {
  if (context.possibleRange(score.id) === undefined) return undefined;
  return context.derive(`before step ${step} of ${score.id}`, ({ scoring, graph }) =>
    rangeAt(scoring, score.id, { at: "before_step", step }, graph([score.id])),
  );
}

const asRecode = ({ rows }: LookupTable): Recode => ({
  rows: rows.map(({ from, to, value }) => ({
    match: { kind: "interval", low: from, lowOpen: false, high: to, highOpen: false },
    to: value,
  })),
});

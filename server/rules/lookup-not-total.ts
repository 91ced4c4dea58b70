import { hasFormulasOrSteps } from "../evidence/needs.ts";
import { domainOfRange, limitsOf, samplesOf, type ValueDomain } from "../evidence/valueDomain.ts";
import type { Expression } from "../expression/expression.ts";
import { printFormula } from "../expression/printFormula.ts";
import { eachNode } from "../expression/walk.ts";
import type { LookupTable, Recode, Score } from "../model/instrument.ts";
import { formulasOf, isCode, possibleAnswers, readNames, responseOf, routingOf, valueClosure } from "../model/resolve.ts";
import { printExact } from "../number/print.ts";
import { groupRowsOf, rowsOf } from "../scoring/norms.ts";
import { type PossibleRange, rangeAt, rangeOf } from "../scoring/range.ts";
import { type Context, type Finding, rule } from "./rule.ts";

/** Of norms by groups what no group has a row for, else what one group lacks. Which groups the norms leave out is their authors' choice. */
export default rule({
  code: "lookup-not-total",
  severity: "error",
  summary: "A value that the score can reach has no row in the table that it is looked up in.",
  looksAt: "score",
  needs: hasFormulasOrSteps,
  *check({ value: score }, context) {
    yield* inFormulas(score, context);
    for (const [place, step] of score.transform.entries()) {
      if (step.kind !== "lookup") continue;
      const table = tableOf(step.table, context);
      if (!table) continue;
      const possible = valueBefore(score, place, context);
      const domain = possible && domainOfRange(possible);
      if (!domain) continue;
      const without = withoutRow(domain, table);
      const found = without === undefined ? inOneGroup(domain, table, score, context) : { lost: without, group: "" };
      if (found === undefined) continue;
      yield {
        at: context.at.value(step, "table"),
        message: `"${score.id}" can be ${found.lost} before it is looked up, and ${noRow(table, found.group)}`,
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
      const without = domain && withoutRow(domain, table);
      const found = domain && without === undefined ? inOneGroup(domain, table, score, context) : { lost: without, group: "" };
      if (found?.lost !== undefined) yield { at: value, message: `this can be ${found.lost}, and ${noRow(table, found.group)}` };
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

/**
 * A value that one group has no row for and others do. Where the answers that make the group decide what is asked, its people may not reach
 * the ends of the score: then only gaps between two rows of the group count.
 */
function inOneGroup(
  domain: ValueDomain,
  table: LookupTable,
  score: Score,
  context: Context,
): { readonly lost: string; readonly group: string } | undefined {
  if (table.by.length === 0) return undefined;
  const ends = isAlike(score, table, context);
  for (const { codes, rows } of groupRowsOf(table)) {
    if (!codes.every((code, place) => mayBe(table.by[place] ?? "", code, context))) continue;
    const [low, high] = [rows.map(({ from }) => from), rows.map(({ to }) => to)].map((limits) => limits.sort((a, b) => a.compare(b)));
    const [first, last] = [low?.[0], high?.at(-1)];
    const lost = samplesOf(domain, asRecode(table)).find(
      ({ number }) =>
        number &&
        (ends || (first && last && number.gte(first) && number.lte(last))) &&
        !rows.some(({ from, to }) => number.gte(from) && number.lte(to)),
    );
    if (lost?.number) return { lost: printExact(lost.number), group: table.by.map((id, i) => `"${id}" is "${codes[i]}"`).join(" and ") };
  }
  return undefined;
}

/** Whether everybody can have every value of the score: no answer and no condition takes a part of it away. */
function isAlike({ id }: Score, { by }: LookupTable, { scoring }: Context): boolean {
  for (const name of valueClosure(scoring, id)) {
    const [item, score] = [scoring.items.get(name), scoring.scores.get(name)];
    const options = item && !by.includes(name) ? (responseOf(scoring, item)?.options ?? []) : [];
    if (item && !by.includes(name) && routingOf(scoring, item).length > 0) return false;
    if (options.some(({ when }) => when !== undefined)) return false;
    if (score && (score.when !== undefined || score.entries === undefined)) return false;
  }
  return true;
}

/** Whether anybody can give the answer that makes a group; of scores that is not known. */
function mayBe(id: string, code: string, { scoring }: Context): boolean {
  const item = scoring.items.get(id);
  const possible = item && possibleAnswers(scoring, item);
  return possible?.kind !== "codes" || possible.answers.some((answer) => isCode(code, answer));
}

function noRow(table: LookupTable, group: string): string {
  if (group !== "") return `"${table.id}" has no row for it where ${group}`;
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

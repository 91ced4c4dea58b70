import { type CriterionVerdict, POOLED } from "../../delphi/decideStatement.ts";
import type { RoundDecisions } from "../../delphi/decideStudy.ts";
import { ofWords } from "../../delphi/describeCriterion.ts";
import type { Change } from "../../delphi/sensitivity.ts";
import type { StudyReport } from "../../delphi/studyReport.ts";
import type { Measured } from "../../model/delphi.ts";
import { measurementInWords, percentOf, stabilityInWords } from "./in-words.ts";

/** `delphi decide`: what became of each statement and by which counts, as a person reads it. */
export function printDecisionsText(report: StudyReport): string {
  const { study, rounds } = report;
  const title = study.metadata.title?.own;
  const parts = [`${study.id}${title === undefined ? "" : `: ${title}`}\n`, ...rounds.map((round) => roundText(report, round))];
  if (rounds.length === 0) parts.push("no round that decisions are made after has ratings\n");
  parts.push(stabilityText(report), sensitivityText(report));
  return parts.filter((part) => part !== "").join("\n");
}

function roundText({ study, rates, stopped, passages }: StudyReport, { round, statements, ledger }: RoundDecisions): string {
  const lines = [`Round ${round}`];
  const came = `${ledger.in} from before${ledger.added > 0 ? `, ${ledger.added} added` : ""}${ledger.merged > 0 ? `, ${ledger.merged} merged` : ""}`;
  lines.push(
    `  ${statements.size} ${statements.size === 1 ? "statement" : "statements"}: ${came}; ${ledger.accepted} included, ${ledger.rejected} excluded, ${ledger.carried} left`,
  );
  const next = passages.get(round);
  if (next) lines.push(`  asked in the next round: ${next.carried}${next.added > 0 ? ` (${next.added} of them new)` : ""}`);
  for (const { scope, invited, returned, stayed } of rates.filter((rate) => rate.round === round)) {
    const kept = stayed ? `; ${stayed.k} of the ${stayed.n} of the round before` : "";
    if (scope !== POOLED || study.panel.groups.size !== 1)
      lines.push(`  returned, ${scope === POOLED ? "all" : scope}: ${returned} of ${invited} (${percentOf(returned, invited)})${kept}`);
  }
  const end = stopped.get(round);
  if (end !== undefined) lines.push(end ? "  the study ends here by its rule to stop" : "  the study goes on by its rule to stop");
  lines.push("", ...table(statementRows(statements)).map((line) => `  ${line}`));
  return `${lines.join("\n")}\n`;
}

/** A row for each statement; in each column what one criterion measured in one group. */
function statementRows(statements: RoundDecisions["statements"]): readonly (readonly string[])[] {
  const columns: { readonly scope: string; readonly subject: string }[] = [];
  for (const { criteria } of statements.values())
    for (const one of criteria) {
      const column = { scope: one.scope, subject: subjectOf(one.criterion) };
      if (!columns.some(({ scope, subject }) => scope === column.scope && subject === column.subject)) columns.push(column);
    }
  columns.sort((a, b) =>
    a.scope === b.scope ? 0 : columns.findIndex((one) => one.scope === a.scope) - columns.findIndex((one) => one.scope === b.scope),
  );
  const head = ["statement", "decision", ...columns.map(({ scope, subject }) => `${scope}: ${subject}`)];
  const rows = [...statements].map(([id, { decision, category, criteria }]) => [
    id,
    category === undefined ? decision : `${decision} (${category})`,
    ...columns.map(({ scope, subject }) => cellOf(criteria.find((one) => one.scope === scope && subjectOf(one.criterion) === subject))),
  ]);
  return [head, ...rows];
}

const cellOf = (verdict: CriterionVerdict | undefined): string => (verdict?.measured ? measurementInWords(verdict.measured) : "–");

/** What is measured, without what it is compared with: two thresholds on one band are one column. */
export function subjectOf(criterion: Measured): string {
  switch (criterion.kind) {
    case "percent_in":
      return ofWords(criterion.of);
    case "percent_within":
      return `near the ${criterion.of}`;
    default:
      return criterion.kind.replaceAll("_", " ");
  }
}

function stabilityText({ stability }: StudyReport): string {
  return stability
    .filter(({ statements }) => statements.size > 0)
    .map(({ from, to, statements }) => {
      const measure = statements.values().next().value?.measure ?? "";
      const rows = [...statements].map(([id, { value, stable }]) => [
        id,
        stable === undefined ? "cannot be said" : stable ? "stable" : "not stable",
        stabilityInWords(value),
      ]);
      return `Stability from round ${from} to ${to} (${measure})\n${table(rows)
        .map((line) => `  ${line}\n`)
        .join("")}`;
    })
    .join("\n");
}

function sensitivityText({ sensitivity }: StudyReport): string {
  if (sensitivity.length === 0) return "";
  const rows = sensitivity.flatMap(({ variant, changes }) => changesInWords(changes).map((words, i) => [i === 0 ? variant : "", words]));
  const same = sensitivity.filter(({ changes }) => changes.length === 0).map(({ variant }) => variant);
  const lines = table(rows).map((line) => `  ${line}\n`);
  if (same.length > 0) lines.push(`  nothing changes by: ${same.join(", ")}\n`);
  return `By another rule\n${lines.join("")}`;
}

/** `round 2, include -> carry: n01, r04`, a line for each round and kind of change. */
function changesInWords(changes: readonly Change[]): readonly string[] {
  const kinds = new Map<string, string[]>();
  for (const { statement, round, from, to } of changes) {
    const kind = `round ${round}, ${from} -> ${to}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), statement]);
  }
  return [...kinds].map(([kind, statements]) => `${kind}: ${statements.join(", ")}`);
}

/** Columns side by side, as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

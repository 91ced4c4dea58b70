import { POOLED } from "../../delphi/decideStatement.ts";
import { describeCriterion } from "../../delphi/describeCriterion.ts";
import type { StudyReport } from "../../delphi/studyReport.ts";
import { csvRow } from "../data/csv-write.ts";
import { measurementInWords } from "./in-words.ts";

/** `delphi decide --format csv`: a row for each statement, round and group, and a column for each criterion. */
export function printDecisionsCsv({ rounds }: StudyReport): string {
  const rules = [
    ...new Set(
      rounds.flatMap(({ statements }) =>
        [...statements.values()].flatMap(({ criteria }) => criteria.map(({ criterion }) => describeCriterion(criterion))),
      ),
    ),
  ];
  const rows = rounds.flatMap(({ round, statements }) =>
    [...statements].flatMap(([id, { decision, category, ratings, criteria }]) =>
      [...ratings.groups, [POOLED, ratings.pooled] as const].map(([scope, tally]) => {
        const cells = rules.flatMap((rule) => {
          const found = criteria.find((one) => one.scope === scope && describeCriterion(one.criterion) === rule);
          return found
            ? [found.measured ? measurementInWords(found.measured) : "", found.holds === undefined ? "" : String(found.holds)]
            : ["", ""];
        });
        const counts = [tally.invited, tally.returned, tally.rated].map(String);
        return csvRow([String(round), id, decision, category ?? "", scope, ...counts, ...cells]);
      }),
    ),
  );
  const head = ["round", "statement", "decision", "category", "scope", "invited", "returned", "rated"];
  return csvRow([...head, ...rules.flatMap((rule) => [rule, `${rule}: holds`])]) + rows.join("");
}

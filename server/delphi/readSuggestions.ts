import type { Delphi } from "../model/delphi.ts";
import type { Suggestion } from "./nextRound.ts";
import { columnNamed, idFinder, type RatingsFinding, type RatingsTable } from "./ratingsTable.ts";

const ID = /^[a-z](?:_?[a-z0-9])*$/;

/** Reads the statements that panellists suggested, after the team has coded them: `id,group,text,suggested_by`. */
export function readSuggestions(
  study: Delphi,
  table: RatingsTable,
): { readonly suggestions: readonly Suggestion[]; readonly findings: readonly RatingsFinding[] } | { readonly wrong: string } {
  const column = {
    id: columnNamed(table, "id", "statement"),
    group: columnNamed(table, "group"),
    text: columnNamed(table, "text"),
    by: columnNamed(table, "suggested_by"),
  };
  const names = { id: "id", group: "group", text: "text", by: "suggested_by" } as const;
  for (const [key, name] of Object.entries(names))
    if (column[key as keyof typeof column] < 0) return { wrong: `missing-column: the suggestions have no column "${name}"` };
  const groupOf = idFinder(study.statementGroups.ids());
  const suggestions: Suggestion[] = [];
  const findings: RatingsFinding[] = [];
  const report = (row: number, name: string, message: string) =>
    findings.push({ code: "wrong-suggestion", severity: "error", message, row, column: name });
  for (const [row, cells] of table.rows.entries()) {
    const [id, group, text, by] = [column.id, column.group, column.text, column.by].map((place) => cells[place]?.trim() ?? "");
    const known = groupOf(group ?? "");
    const same = study.statements.get(id ?? "");
    if (!ID.test(id ?? "") || (id ?? "").length > 32)
      report(row, "id", `"${id}" is no id: it begins with a small letter and holds small letters, digits and single _`);
    else if (known === undefined)
      report(row, "group", `no group of statements is called "${group}": known are ${study.statementGroups.ids().join(", ")}`);
    else if (text === "") report(row, "text", `"${id}" has no text`);
    else if (!/^\d{1,6}$/.test(by ?? "")) report(row, "suggested_by", `"${by}" is no number of panellists`);
    else if ((same && same.text?.own !== text) || suggestions.some((one) => one.id === id))
      report(row, "id", `"${id}" is the id of another statement`);
    else suggestions.push({ id: id ?? "", group: known, text: text ?? "", suggestedBy: Number(by) });
  }
  return { suggestions, findings };
}

import type { DataFindings } from "../data/data-findings.ts";
import { suggestion } from "../nearest.ts";

/**
 * Watches the id column for a person who stands in the data twice. Only where the user says which column that is: in data of several waves
 * a person has several rows, and the first column need not be an id at all. Gives a sentence where there is no such column.
 */
export function duplicateIds(
  column: string | undefined,
  header: readonly string[],
  findings: DataFindings,
): ((cells: readonly string[], line: number) => void) | string | undefined {
  if (column === undefined) return undefined;
  const at = header.indexOf(column);
  if (at < 0) return `the data have no column "${column}"${suggestion(column, header)}`;
  const seen = new Map<string, number>();
  return (cells, line) => {
    const id = cells[at] ?? "";
    const first = seen.get(id);
    if (first === undefined) seen.set(id, line);
    else if (id !== "")
      findings.add({ code: "duplicate-row-id", severity: "error", message: `"${id}" stands in line ${first} already`, line, column });
  };
}

import type { DataFindings } from "../data/data-findings.ts";

/**
 * Watches the id column for a person who stands in the data twice. Only where the user says which column that is: in data of several waves
 * a person has several rows, and the first column need not be an id at all.
 */
export function duplicateIds(column: string, findings: DataFindings): (id: string, line: number) => void {
  const seen = new Map<string, number>();
  return (id, line) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, line);
    else if (id !== "")
      findings.add({ code: "duplicate-row-id", severity: "error", message: `"${id}" stands in line ${first} already`, line, column });
  };
}

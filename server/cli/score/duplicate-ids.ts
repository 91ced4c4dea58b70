import type { DataFindings } from "../data/data-findings.ts";
import { seenIds } from "./seen-ids.ts";

/**
 * Watches the id column for a person who stands in the data twice. Only where the user says which column that is: in data of several waves
 * a person has several rows, and the first column need not be an id at all.
 */
export function duplicateIds(column: string, findings: DataFindings, seen = seenIds()): (id: string, line: number) => void {
  let isTold = false;
  return (id, line) => {
    if (id === "") return;
    const before = seen.lineBefore(id, line);
    if (before !== undefined) {
      findings.add({ code: "duplicate-row-id", severity: "error", message: `"${id}" stands in line ${before} already`, line, column });
    } else if (seen.isFull && !isTold) {
      isTold = true;
      const message = "so many people cannot be remembered: those who stand from here on for the first time are not looked for again";
      findings.add({ code: "duplicate-row-id", severity: "info", message, line, column });
    }
  };
}

import type { DataFinding } from "../../scoring/dataFinding.ts";
import { type OpenedOutput, openOutput } from "../files/output-file.ts";
import { clean } from "../print/excerpt.ts";
import type { World } from "../world.ts";
import { csvRow } from "./csv-write.ts";

/** A finding on data with the line of the file that its row begins on, from 1; without one it is about the whole file. */
export interface PlacedFinding extends DataFinding {
  readonly line?: number;
}

/** Shows findings on data as they come, at most 20 of a kind, and keeps all of them in a report where one is wanted. */
export interface DataFindings {
  add(finding: PlacedFinding): void;
  /** Counts findings of a kind of which enough have been shown. */
  addCount(code: string, severity: DataFinding["severity"], count: number): void;
  /** How many there were of each kind. */
  readonly counts: ReadonlyMap<string, number>;
  readonly errors: number;
  /** Says how many more there were, and finishes the report; gives a sentence where it could not be written. */
  finish(): string | undefined;
}

/** So many findings of a kind are shown. */
export const SHOWN = 20;

export function dataFindings(file: string, world: World, report: string | undefined): DataFindings | { readonly failed: string } {
  const counts = new Map<string, number>();
  const severities = new Map<string, DataFinding["severity"]>();
  let errors = 0;
  let wrong: string | undefined;
  const opened: OpenedOutput | undefined = report === undefined ? undefined : openOutput(report, world.cwd);
  if (opened !== undefined && "failed" in opened) return opened;
  wrong = opened?.output.write(csvRow(["line", "column", "severity", "code", "message"]));
  return {
    counts,
    get errors() {
      return errors;
    },
    add: (finding) => {
      const { line, column, severity, code, message } = finding;
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      severities.set(code, severity);
      if (severity === "error") errors++;
      if (count <= SHOWN) world.err.write(`${placeOf(file, finding)}: ${severity} ${code}: ${clean(message)}\n`);
      wrong ??= opened?.output.write(csvRow([line === undefined ? "" : String(line), column ?? "", severity, code, message]));
    },
    addCount: (code, severity, count) => {
      counts.set(code, (counts.get(code) ?? 0) + count);
      severities.set(code, severity);
      if (severity === "error") errors += count;
    },
    finish: () => {
      for (const [code, count] of counts) {
        if (count <= SHOWN) continue;
        const advice = report === undefined ? "; --data-report FILE holds all" : "";
        world.err.write(`${file}: ${severities.get(code)} ${code}: ${count} in all, the first ${SHOWN} are shown${advice}\n`);
      }
      return wrong ?? opened?.output.finish();
    },
  };
}

/** `data.csv:5:phq3`: the file, the line and the column by its name. */
function placeOf(file: string, { line, column }: PlacedFinding): string {
  return [file, ...(line === undefined ? [] : [String(line)]), ...(column === undefined ? [] : [column])].map(clean).join(":");
}

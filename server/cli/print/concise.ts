import { clean } from "./excerpt.ts";
import type { Report } from "./report.ts";

/** `--format concise`: `file:line:column: severity code: message`, counted from 1, as editors and problem matchers read it. */
export function printConcise(report: Report): string {
  return report.files
    .flatMap(({ file, findings }) =>
      findings.map(({ code, severity, message, range: { start } }) => {
        return `${clean(file)}:${start.line + 1}:${start.character + 1}: ${severity} ${code}: ${clean(message)}\n`;
      }),
    )
    .join("");
}

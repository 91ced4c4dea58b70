import type { Report } from "./report.ts";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;

/** `--format github`: workflow commands that GitHub Actions shows beside the lines of a pull request. */
export function printGithub(report: Report): string {
  return report.files
    .flatMap(({ file, findings }) =>
      findings.map(({ code, severity, message, range: { start, end } }) => {
        const place = [`file=${property(file)}`, `line=${start.line + 1}`, `endLine=${end.line + 1}`];
        // Columns are allowed only where the finding stays on one line.
        if (start.line === end.line) place.push(`col=${start.character + 1}`, `endColumn=${Math.max(end.character, start.character + 1)}`);
        return `::${COMMANDS[severity]} ${place.join(",")},title=${property(code)}::${data(message)}\n`;
      }),
    )
    .join("");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

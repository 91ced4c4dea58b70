import type { Report } from "./report.ts";
import { attribute } from "./xml.ts";

/** `--format checkstyle`: the XML of the Checkstyle tool, which many build servers show. */
export function printCheckstyle(report: Report): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">'];
  for (const { file, findings } of report.files) {
    lines.push(` <file name="${attribute(file)}">`);
    for (const { code, severity, message, range } of findings) {
      const place = `line="${range.start.line + 1}" column="${range.start.character + 1}"`;
      lines.push(`  <error ${place} severity="${severity}" message="${attribute(message)}" source="scalewright.${attribute(code)}"/>`);
    }
    lines.push(" </file>");
  }
  lines.push("</checkstyle>", "");
  return lines.join("\n");
}

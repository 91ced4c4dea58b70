import type { Diagnostic } from "vscode-languageserver";
import type { Analysis } from "../analysis/analysis.ts";
import { inMillions, LARGEST } from "../analysis/largest.ts";
import type { Problem } from "../problem.ts";
import type { SegmentedText } from "../syntax/segmentedText.ts";
import type { LargeDocument } from "./documents.ts";
import { toLines } from "./positions.ts";
import { DiagnosticSeverity } from "./protocol.ts";

const SEVERITIES = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information } as const;
const UNNECESSARY = new Set(["unused-response", "unused-recode", "unused-table", "unused-import", "unused-ignore"]);

/** More would flood the editor: a broken response format can be felt in thousands of items. */
const MOST = 1000;

/** The problems of a document as the editor shows them. */
export function diagnosticsOf(uri: string, { problems, text }: Pick<Analysis, "problems" | "text">): Diagnostic[] {
  const shown = problems.slice(0, MOST).map((problem) => toDiagnostic({ uri, text }, problem));
  const last = problems[MOST];
  if (last)
    shown.push({
      range: toLines(text, last.range),
      severity: DiagnosticSeverity.Information,
      source: "scalewright",
      message: `and ${problems.length - MOST} more`,
    });
  return shown;
}

/** Stands at the first line of a document that is not analysed: silence would be taken for "no mistakes". */
export function tooLarge({ length, firstLine }: LargeDocument): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: firstLine.length } },
    severity: DiagnosticSeverity.Warning,
    source: "scalewright",
    message: `this document has ${inMillions(length)} million characters and is not checked, for at most ${inMillions(LARGEST)} million are; move what several documents share to a library, or divide it`,
  };
}

export function toDiagnostic({ uri, text }: { readonly uri: string; readonly text: SegmentedText }, problem: Problem): Diagnostic {
  return {
    range: toLines(text, problem.range),
    severity: SEVERITIES[problem.severity],
    code: problem.code,
    codeDescription: { href: `scalewright:${problem.code}` },
    source: "scalewright",
    message: problem.message,
    ...(UNNECESSARY.has(problem.code) ? { tags: [1] } : {}),
    ...(problem.related.length > 0
      ? {
          relatedInformation: problem.related.map(({ message, range, file }) => ({
            message,
            location: {
              uri: file ?? uri,
              range: file ? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } : toLines(text, range),
            },
          })),
        }
      : {}),
  };
}

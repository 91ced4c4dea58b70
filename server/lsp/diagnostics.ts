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
  if (problems.length <= MOST) return problems.map((problem) => toDiagnostic({ uri, text }, problem));
  const { shown, left } = gravest(problems);
  return [
    ...shown.map((problem) => toDiagnostic({ uri, text }, problem)),
    {
      range: toLines(text, left[0]?.range ?? { start: 0, end: 0 }),
      severity: DiagnosticSeverity.Information,
      source: "scalewright",
      message: `and ${left.length} more${left.some(({ severity }) => severity !== "info") ? "" : ", none of them an error or a warning"}`,
    },
  ];
}

/** As many as are shown, the gravest of all: an error at the end of a document is not lost behind a thousand remarks before it. */
function gravest(problems: readonly Problem[]): { readonly shown: readonly Problem[]; readonly left: readonly Problem[] } {
  const graver = ORDER.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
  const shown = new Set(graver.slice(0, MOST));
  return { shown: [...shown], left: problems.filter((problem) => !shown.has(problem)) };
}

const ORDER = ["error", "warning", "info"] as const;

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

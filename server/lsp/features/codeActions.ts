import { CodeActionKind } from "vscode-languageserver";
import { ignoreFix } from "../../features/ignoreFix.ts";
import { toDiagnostic } from "../diagnostics.ts";
import type { LspFeature } from "../feature.ts";
import { toLines, toOffsets } from "../positions.ts";

/** The fixes of the problems at a place, and a comment that silences each. */
export const codeActions: LspFeature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  register: (connection, { withDocument }) => [
    connection.onCodeAction(({ textDocument: { uri }, range }) =>
      withDocument("code action", uri, [], (document) => {
        const { text, problems } = document.analysis;
        const { start, end } = toOffsets(text, range);
        return problems
          .filter((problem) => problem.range.start <= end && problem.range.end >= start)
          .flatMap((problem) =>
            [...problem.fixes, ...maybe(ignoreFix(document.analysis, problem))].map((fix) => ({
              title: fix.title,
              kind: CodeActionKind.QuickFix,
              isPreferred: fix.safe,
              diagnostics: [toDiagnostic(document, problem)],
              edit: { changes: { [uri]: fix.edits.map(({ range: edited, newText }) => ({ range: toLines(text, edited), newText })) } },
            })),
          );
      }),
    ),
  ],
};

const maybe = <T>(one: T | undefined): readonly T[] => (one === undefined ? [] : [one]);

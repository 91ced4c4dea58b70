import { type DocumentHighlight, DocumentHighlightKind } from "vscode-languageserver";
import { occurrencesAt } from "../../features/occurrences.ts";
import type { LspFeature } from "../feature.ts";
import { offsetAt, toLines } from "../positions.ts";

/** All places of a thing: as a list, and marked in the text. */
export const occurrences: LspFeature = {
  capabilities: { referencesProvider: true, documentHighlightProvider: true },
  register: (connection, { withDocument }) => [
    connection.onReferences(({ textDocument: { uri }, position, context }) =>
      withDocument("references", uri, null, ({ analysis }) => {
        const found = occurrencesAt(analysis, offsetAt(analysis.text, position));
        const ranges = found && [...(context.includeDeclaration && found.definition ? [found.definition] : []), ...found.references];
        return ranges?.map((range) => ({ uri, range: toLines(analysis.text, range) })) ?? null;
      }),
    ),
    connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
      withDocument("highlight", uri, null, ({ analysis }): DocumentHighlight[] | null => {
        const found = occurrencesAt(analysis, offsetAt(analysis.text, position));
        if (!found) return null;
        const definition = found.definition ? [{ range: toLines(analysis.text, found.definition), kind: DocumentHighlightKind.Write }] : [];
        return [
          ...definition,
          ...found.references.map((range) => ({ range: toLines(analysis.text, range), kind: DocumentHighlightKind.Read })),
        ];
      }),
    ),
  ],
};

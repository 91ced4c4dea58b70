import type { DocumentHighlight, Location } from "vscode-languageserver";
import { occurrencesAt } from "../../features/occurrences.ts";
import { workspaceOccurrences } from "../../features/workspace/occurrences.ts";
import type { LspFeature } from "../feature.ts";
import { locationOf } from "../locations.ts";
import { offsetAt, toLines } from "../positions.ts";
import { DocumentHighlightKind } from "../protocol.ts";
import { workspaceThing } from "../workspaceThing.ts";

/** All places of a thing: as a list over all files, and marked in the text. */
export const occurrences: LspFeature = {
  capabilities: { referencesProvider: true, documentHighlightProvider: true },
  register: (connection, { withDocument, later, workspace }) => [
    connection.onReferences(({ textDocument: { uri }, position, context }) =>
      later<Location[] | null>("references", null, async () => {
        const asked = await workspace.get(uri);
        const found = asked && (await workspaceThing(workspace, asked, offsetAt(asked.analysis.text, position)));
        if (!found) return null;
        const { definition, uses } = workspaceOccurrences(found.thing, found.home, found.documents);
        return [...(context.includeDeclaration && definition ? [definition] : []), ...uses].map(({ document, range }) =>
          locationOf(document, range),
        );
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

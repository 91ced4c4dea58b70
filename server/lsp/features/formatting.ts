import type { TextEdit } from "vscode-languageserver";
import { formattingEdits } from "../../features/formatting.ts";
import type { Range } from "../../problem.ts";
import type { OpenDocument } from "../documents.ts";
import type { LspFeature } from "../feature.ts";
import { offsetAt, positionsInOrder, toOffsets } from "../positions.ts";

/** Lays out a document, a part of it, or the line that was just left. */
export const formatting: LspFeature = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" },
  },
  register: (connection, { withPlace }) => [
    connection.onDocumentFormatting(({ textDocument: { uri } }) => withPlace("format", uri, null, (document) => editsIn(document))),
    connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }) =>
      withPlace("format range", uri, null, (document) => editsIn(document, toOffsets(document.analysis.text, range))),
    ),
    connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position }) =>
      withPlace("format line", uri, null, (document) => {
        const at = offsetAt(document.analysis.text, { line: position.line - 1, character: 0 });
        return position.line === 0 ? null : editsIn(document, { start: at, end: at });
      }),
    ),
  ],
};

function editsIn({ analysis: { text } }: OpenDocument, within?: Range): TextEdit[] | null {
  const found = formattingEdits(text, within);
  if ("refused" in found) return null;
  const positionOf = positionsInOrder(text);
  return found.edits.map(({ range, newText }) => ({ range: { start: positionOf(range.start), end: positionOf(range.end) }, newText }));
}

import type { Location, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit } from "vscode-languageserver";
import type { Edit, Range } from "../problem.ts";
import type { OpenDocument } from "./documents.ts";
import { toLines } from "./positions.ts";

export const locationOf = ({ uri, analysis }: Pick<OpenDocument, "uri" | "analysis">, range: Range): Location => ({
  uri,
  range: toLines(analysis.text, range),
});

/** Edits of one document as the protocol has them, with the line ends of the document. A file that is not open has no version. */
export function documentEdit(
  { uri, analysis, version }: Pick<OpenDocument, "uri" | "analysis"> & { readonly version?: number },
  edits: readonly Edit[],
): TextDocumentEdit {
  const textDocument: OptionalVersionedTextDocumentIdentifier = { uri, version: version === undefined || version < 0 ? null : version };
  const isCrlf = analysis.text.segments.list.find(({ breaks }) => breaks > 0)?.text.includes("\r\n") === true;
  const asWritten = (text: string) => (isCrlf ? text.replace(/\r?\n/g, "\r\n") : text);
  return {
    textDocument,
    edits: edits.map(({ range, newText }) => ({ range: toLines(analysis.text, range), newText: asWritten(newText) })),
  };
}

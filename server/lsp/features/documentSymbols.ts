import type { DocumentSymbol } from "vscode-languageserver";
import { type OutlineEntry as Named, documentSymbols as symbolsOf } from "../../features/documentSymbols.ts";
import type { SegmentedText } from "../../syntax/segmentedText.ts";
import type { LspFeature } from "../feature.ts";
import { toLines } from "../positions.ts";
import { SYMBOL_KINDS } from "../symbolKinds.ts";

export const documentSymbols: LspFeature = {
  capabilities: { documentSymbolProvider: { label: "Scalewright" } },
  register: (connection, { withDocument }) => [
    connection.onDocumentSymbol(({ textDocument: { uri } }) =>
      withDocument("outline", uri, null, ({ analysis }) => symbolsOf(analysis).map((symbol) => convert(analysis.text, symbol))),
    ),
  ],
};

function convert(text: SegmentedText, { name, detail, kind, range, nameRange, children }: Named): DocumentSymbol {
  return {
    name: name || "(no name)",
    detail,
    kind: SYMBOL_KINDS[kind],
    range: toLines(text, range),
    selectionRange: toLines(text, nameRange),
    children: children.map((child) => convert(text, child)),
  };
}

import type { DocumentSymbol, Position } from "vscode-languageserver";
import { type OutlineEntry as Named, documentSymbols as symbolsOf } from "../../features/documentSymbols.ts";
import type { SegmentedText } from "../../syntax/segmentedText.ts";
import type { LspFeature } from "../feature.ts";
import { positionAt } from "../positions.ts";
import { SYMBOL_KINDS } from "../symbolKinds.ts";

export const documentSymbols: LspFeature = {
  capabilities: { documentSymbolProvider: { label: "Scalewright" } },
  register: (connection, { withDocument }) => [
    connection.onDocumentSymbol(({ textDocument: { uri } }) =>
      withDocument("outline", uri, null, ({ analysis }) => symbolsOf(analysis).map((symbol) => convert(analysis.text, symbol))),
    ),
  ],
};

/** What entries without others in them were shown as: in the next version most are the same, on the same lines. */
const LEAVES = new WeakMap<object, DocumentSymbol>();

function convert(text: SegmentedText, entry: Named): DocumentSymbol {
  const { name, detail, kind, range, nameRange, children, identity } = entry;
  const start = positionAt(text, nameRange.start);
  const known = identity && LEAVES.get(identity);
  if (known && isSame(known.selectionRange.start, start) && known.kind === SYMBOL_KINDS[kind]) return known;
  const made: DocumentSymbol = {
    name: name || "(no name)",
    detail,
    kind: SYMBOL_KINDS[kind],
    range: { start: range.start === nameRange.start ? start : positionAt(text, range.start), end: positionAt(text, range.end) },
    selectionRange: { start, end: positionAt(text, nameRange.end) },
    ...(children.length > 0 ? { children: children.map((child) => convert(text, child)) } : {}),
  };
  if (identity) LEAVES.set(identity, made);
  return made;
}

const isSame = (a: Position, b: Position) => a.line === b.line && a.character === b.character;

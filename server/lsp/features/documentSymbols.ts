import type { DocumentSymbol, Position } from "vscode-languageserver";
import { type OutlineEntry as Named, documentSymbols as symbolsOf } from "../../features/documentSymbols.ts";
import { keptWith } from "../../keptWith.ts";
import type { SegmentedText } from "../../syntax/segmentedText.ts";
import type { LspFeature } from "../feature.ts";
import { writtenBy } from "../frames.ts";
import { outlineBytes } from "../outlineBytes.ts";
import { positionAt } from "../positions.ts";
import { SYMBOL_KINDS } from "../symbolKinds.ts";

export const documentSymbols: LspFeature = {
  capabilities: { documentSymbolProvider: { label: "Scalewright" } },
  register: (connection, { withDocument }) => [
    connection.onDocumentSymbol(({ textDocument: { uri } }) =>
      withDocument("outline", uri, null, ({ analysis }) => {
        const symbols = symbolsOf(analysis).map((symbol) => convert(analysis.text, symbol));
        return writtenBy(symbols, () => outlineBytes(symbols));
      }),
    ),
  ],
};

/** What entries were shown as: in the next version most are the same with all that is in them, on the same lines. */
const SHOWN = keptWith<object, DocumentSymbol>();

function convert(text: SegmentedText, entry: Named): DocumentSymbol {
  const { name, detail, kind, nameRange, identity } = entry;
  const start = positionAt(text, nameRange.start);
  const known = identity && SHOWN.get(identity);
  if (known && isSame(known.selectionRange.start, start) && known.kind === SYMBOL_KINDS[kind]) return known;
  const { range, children } = entry;
  const made: DocumentSymbol = {
    name: name || "(no name)",
    detail: shortened(detail),
    kind: SYMBOL_KINDS[kind],
    range: { start: range.start === nameRange.start ? start : positionAt(text, range.start), end: positionAt(text, range.end) },
    selectionRange: { start, end: positionAt(text, nameRange.end) },
    ...(children.length > 0 ? { children: children.map((child) => convert(text, child)) } : {}),
  };
  if (identity) SHOWN.set(identity, made);
  return made;
}

/** More than a list at the side has room for, and what is sent of a long questionnaire after each edit is a fifth shorter. */
const MOST = 40;

/** Cut between characters, not inside of one that is written as two halves. */
function shortened(detail: string): string {
  if (detail.length <= MOST) return detail;
  const isHalf = (detail.codePointAt(MOST - 1) ?? 0) > 0xffff;
  return `${detail.slice(0, isHalf ? MOST - 1 : MOST).trimEnd()}...`;
}

const isSame = (a: Position, b: Position) => a.line === b.line && a.character === b.character;

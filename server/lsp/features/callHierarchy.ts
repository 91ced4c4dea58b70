import { type CallHierarchyItem, SymbolKind } from "vscode-languageserver";
import { madeOf, makes } from "../../features/callHierarchy.ts";
import { occurrencesAt } from "../../features/occurrences.ts";
import { origins } from "../../model/origins.ts";
import type { Part } from "../../model/parts.ts";
import type { OpenDocument } from "../documents.ts";
import type { LspFeature } from "../feature.ts";
import { offsetAt, toLines } from "../positions.ts";

/** From a score to what it is made of, and from an item to the scores that it goes into. */
export const callHierarchy: LspFeature = {
  capabilities: { callHierarchyProvider: true },
  register: (connection, { withDocument }) => [
    connection.languages.callHierarchy.onPrepare(({ textDocument: { uri }, position }) =>
      withDocument("call hierarchy", uri, null, (document) => {
        const part = occurrencesAt(document.analysis, offsetAt(document.analysis.text, position))?.part;
        return part?.kind === "score" || part?.kind === "item" ? [itemOf(document, part)] : null;
      }),
    ),
    connection.languages.callHierarchy.onOutgoingCalls(({ item: { uri, name } }) =>
      withDocument("call hierarchy", uri, null, (document) =>
        madeOf(document.analysis, name).map((part) => ({ to: itemOf(document, part), fromRanges: [] })),
      ),
    ),
    connection.languages.callHierarchy.onIncomingCalls(({ item: { uri, name } }) =>
      withDocument("call hierarchy", uri, null, (document) =>
        makes(document.analysis, name).map((part) => ({ from: itemOf(document, part), fromRanges: [] })),
      ),
    ),
  ],
};

function itemOf({ uri, analysis }: OpenDocument, part: Part): CallHierarchyItem {
  const range = toLines(analysis.text, analysis.range(origins.name(part.value)));
  const detail = part.kind === "item" ? part.value.stem?.own : part.kind === "score" ? part.value.label?.own : undefined;
  return { uri, name: part.id, detail, kind: part.kind === "score" ? SymbolKind.Function : SymbolKind.Field, range, selectionRange: range };
}

import type { CallHierarchyItem } from "vscode-languageserver";
import { besideUri } from "../../features/besideUri.ts";
import { madeOf, makes, type Step } from "../../features/callHierarchy.ts";
import { ownRange, type Thing, thingAt } from "../../features/things.ts";
import type { OpenDocument } from "../documents.ts";
import type { LspFeature } from "../feature.ts";
import { offsetAt, toLines } from "../positions.ts";
import { SymbolKind } from "../protocol.ts";

/** From a score to what it is made of, and from an item to the scores that it goes into. */
export const callHierarchy: LspFeature = {
  capabilities: { callHierarchyProvider: true },
  register: (connection, { withDocument }) => [
    connection.languages.callHierarchy.onPrepare(({ textDocument: { uri }, position }) =>
      withDocument("call hierarchy", uri, null, (document) => {
        const thing = thingAt(document.analysis, offsetAt(document.analysis.text, position))?.thing;
        return thing?.kind === "score" || thing?.kind === "item" ? [itemOf(document, thing)] : null;
      }),
    ),
    connection.languages.callHierarchy.onOutgoingCalls(({ item }) =>
      withDocument("call hierarchy", askedFrom(item), null, (document) =>
        madeOf(document.analysis, item.name).map((step) => ({ to: itemOf(document, step.thing), fromRanges: placesOf(document, step) })),
      ),
    ),
    connection.languages.callHierarchy.onIncomingCalls(({ item }) =>
      withDocument("call hierarchy", askedFrom(item), null, (document) =>
        makes(document.analysis, item.name).map((step) => ({ from: itemOf(document, step.thing), fromRanges: placesOf(document, step) })),
      ),
    ),
  ],
};

/** The document whose scores are followed: an item may stand in a library that knows nothing of them. */
const askedFrom = ({ uri, data }: CallHierarchyItem): string => (typeof data === "string" ? data : uri);

const placesOf = ({ analysis }: OpenDocument, { places }: Step) => places.map((place) => toLines(analysis.text, place));

function itemOf({ uri }: OpenDocument, thing: Thing): CallHierarchyItem {
  const { part } = thing;
  const range = toLines(thing.home.text, ownRange(thing) ?? { start: 0, end: 0 });
  const detail = part?.kind === "item" ? part.value.stem?.own : part?.kind === "score" ? part.value.label?.own : undefined;
  return {
    uri: thing.path === undefined ? uri : besideUri(uri, thing.path),
    name: thing.id,
    detail,
    kind: thing.kind === "score" ? SymbolKind.Function : SymbolKind.Field,
    range,
    selectionRange: range,
    data: uri,
  };
}

import { TOKEN_TYPES, type TokenType, semanticTokens as tokensOf } from "../../features/semanticTokens.ts";
import type { Range } from "../../problem.ts";
import { textLength } from "../../syntax/segmentedText.ts";
import type { OpenDocument } from "../documents.ts";
import type { LspFeature } from "../feature.ts";
import { positionsInOrder, toOffsets } from "../positions.ts";
import { SemanticTokensBuilder } from "../protocol.ts";

export const semanticTokens: LspFeature = {
  capabilities: { semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: true, range: true } },
  register: (connection, { withDocument }) => [
    connection.languages.semanticTokens.on(({ textDocument: { uri } }) =>
      withDocument("semantic tokens", uri, { data: [] }, (document) =>
        build(document, { start: 0, end: textLength(document.analysis.text) }),
      ),
    ),
    connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }) =>
      withDocument("semantic tokens", uri, { data: [] }, (document) => build(document, toOffsets(document.analysis.text, range))),
    ),
  ],
};

const PLACES = Object.fromEntries(TOKEN_TYPES.map((type, place) => [type, place])) as Record<TokenType, number>;

function build({ analysis }: OpenDocument, within: Range) {
  const builder = new SemanticTokensBuilder();
  const positionOf = positionsInOrder(analysis.text);
  for (const { start, end, type } of tokensOf(analysis, within)) {
    const { line, character } = positionOf(start);
    builder.push(line, character, end - start, PLACES[type], 0);
  }
  // Without an id: differences to a former answer are not offered.
  return { data: builder.build().data };
}

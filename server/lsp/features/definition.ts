import { besideUri } from "../../features/besideUri.ts";
import { definitionAt } from "../../features/definition.ts";
import type { LspFeature } from "../feature.ts";
import { offsetAt, toLines } from "../positions.ts";

export const definition: LspFeature = {
  capabilities: { definitionProvider: true },
  register: (connection, { withPlace }) => [
    connection.onDefinition(({ textDocument: { uri }, position }) =>
      withPlace("definition", uri, null, ({ analysis }) => {
        const found = definitionAt(analysis, offsetAt(analysis.text, position));
        return found && { uri: found.path === undefined ? uri : besideUri(uri, found.path), range: toLines(found.home.text, found.range) };
      }),
    ),
  ],
};

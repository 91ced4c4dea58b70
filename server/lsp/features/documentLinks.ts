import { documentLinks as linksOf } from "../../features/documentLinks.ts";
import type { LspFeature } from "../feature.ts";
import { toLines } from "../positions.ts";

export const documentLinks: LspFeature = {
  capabilities: { documentLinkProvider: {} },
  register: (connection, { withDocument }) => [
    connection.onDocumentLinks(({ textDocument: { uri } }) =>
      withDocument("links", uri, null, ({ analysis }) =>
        linksOf(analysis).map(({ range, path, address }) => ({
          range: toLines(analysis.text, range),
          target: address ?? new URL(path ?? "", uri).href,
        })),
      ),
    ),
  ],
};

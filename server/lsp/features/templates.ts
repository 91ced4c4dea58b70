import { templates as all } from "../../features/templates.ts";
import type { LspFeature } from "../feature.ts";
import { requests, type Template } from "../requests.ts";

/** The documents to begin from. */
export const templates: LspFeature = {
  capabilities: {},
  register: (connection) => [
    connection.onRequest(requests.templates, (): readonly Template[] =>
      all.map(({ kind, title, description, text }) => ({
        kind,
        title,
        description,
        fileName: `my-${kind}.${kind}.yaml`,
        text: text(`my_${kind}`),
      })),
    ),
  ],
};

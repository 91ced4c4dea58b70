import type { LspFeature } from "../feature.ts";
import { type ExplainParams, type ExplainResult, requests } from "../requests.ts";

/** The page of a finding, from the bundle. */
export const explain: LspFeature = {
  capabilities: {},
  register: (connection, { later }) => [
    connection.onRequest(requests.explain, ({ code }: ExplainParams) =>
      later<ExplainResult>("explain", null, async () => {
        // Much text, and seldom asked for: not a part of what is started.
        const { PAGES } = await import("../../generated/pages.ts");
        const markdown = PAGES[code];
        return markdown === undefined ? null : { markdown };
      }),
    ),
  ],
};

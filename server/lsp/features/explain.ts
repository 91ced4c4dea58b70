import { PAGES } from "../../generated/pages.ts";
import type { LspFeature } from "../feature.ts";
import { type ExplainParams, type ExplainResult, requests } from "../requests.ts";

/** The page of a finding, from the bundle. */
export const explain: LspFeature = {
  capabilities: {},
  register: (connection) => [
    connection.onRequest(requests.explain, ({ code }: ExplainParams): ExplainResult => {
      const markdown = PAGES[code];
      return markdown === undefined ? null : { markdown };
    }),
  ],
};

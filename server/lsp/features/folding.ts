import { foldingRanges } from "../../features/folding.ts";
import type { LspFeature } from "../feature.ts";
import { positionAt } from "../positions.ts";

export const folding: LspFeature = {
  capabilities: { foldingRangeProvider: true },
  register: (connection, { withDocument }) => [
    connection.onFoldingRanges(({ textDocument: { uri } }) =>
      withDocument("folding", uri, null, ({ analysis }) =>
        foldingRanges(analysis).map(({ start, end }) => ({
          startLine: positionAt(analysis.text, start).line,
          endLine: positionAt(analysis.text, end).line,
        })),
      ),
    ),
  ],
};

import { foldingRanges } from "../../features/folding.ts";
import type { LspFeature } from "../feature.ts";
import { positionAt, positionsInOrder } from "../positions.ts";

export const folding: LspFeature = {
  capabilities: { foldingRangeProvider: true },
  register: (connection, { withDocument }) => [
    connection.onFoldingRanges(({ textDocument: { uri } }) =>
      withDocument("folding", uri, null, ({ analysis }) => {
        const startOf = positionsInOrder(analysis.text);
        return foldingRanges(analysis).map(({ start, end }) => ({
          startLine: startOf(start).line,
          endLine: positionAt(analysis.text, end).line,
        }));
      }),
    ),
  ],
};

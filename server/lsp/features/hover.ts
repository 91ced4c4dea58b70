import { hoverAt } from "../../features/hover.ts";
import type { LspFeature } from "../feature.ts";
import { offsetAt, toLines } from "../positions.ts";

export const hover: LspFeature = {
  capabilities: { hoverProvider: true },
  register: (connection, { withPlace }) => [
    connection.onHover(({ textDocument: { uri }, position }) =>
      withPlace("hover", uri, null, ({ analysis }) => {
        const found = hoverAt(analysis, offsetAt(analysis.text, position));
        return found ? { contents: { kind: "markdown", value: found.markdown }, range: toLines(analysis.text, found.range) } : null;
      }),
    ),
  ],
};

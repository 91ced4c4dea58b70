import { inlayHints as hintsOf } from "../../features/inlayHints.ts";
import type { LspFeature } from "../feature.ts";
import { positionAt, toOffsets } from "../positions.ts";

export const inlayHints: LspFeature = {
  capabilities: { inlayHintProvider: true },
  register: (connection, { withDocument, settings }) => [
    connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
      withDocument("inlay hints", uri, null, ({ analysis }) =>
        hintsOf(analysis, toOffsets(analysis.text, range), settings().hints).map(({ offset, label, tooltip }) => ({
          position: positionAt(analysis.text, offset),
          label,
          tooltip,
        })),
      ),
    ),
  ],
};

import { signatureAt } from "../../features/signatureHelp.ts";
import type { LspFeature } from "../feature.ts";
import { offsetAt } from "../positions.ts";

export const signatureHelp: LspFeature = {
  capabilities: { signatureHelpProvider: { triggerCharacters: ["(", ","] } },
  register: (connection, { withPlace }) => [
    connection.onSignatureHelp(({ textDocument: { uri }, position }) =>
      withPlace("signature help", uri, null, ({ analysis }) => {
        const found = signatureAt(analysis, offsetAt(analysis.text, position));
        if (!found) return null;
        const parameters = found.parameters.map(({ label, summary }) => ({ label, documentation: summary }));
        return {
          signatures: [{ label: found.label, documentation: { kind: "markdown", value: found.summary }, parameters }],
          activeSignature: 0,
          activeParameter: found.active,
        };
      }),
    ),
  ],
};

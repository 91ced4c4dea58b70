import type { SymbolInformation } from "vscode-languageserver";
import { workspaceSymbols as symbolsOf } from "../../features/workspace/symbols.ts";
import type { LspFeature } from "../feature.ts";
import { locationOf } from "../locations.ts";
import { SYMBOL_KINDS } from "../symbolKinds.ts";

/** Items, scores and responses of all files by their ids and texts. */
export const workspaceSymbols: LspFeature = {
  capabilities: { workspaceSymbolProvider: true },
  register: (connection, { later, workspace }) => [
    connection.onWorkspaceSymbol(({ query }) =>
      later<SymbolInformation[]>("workspace symbols", [], async () =>
        symbolsOf(await workspace.documents(), query).map(({ document, entry, container }) => ({
          name: entry.detail ? `${entry.name} · ${entry.detail}` : entry.name,
          kind: SYMBOL_KINDS[entry.kind],
          location: locationOf(document, entry.nameRange),
          containerName: container,
        })),
      ),
    ),
  ],
};

import type { StaticFeature } from "vscode-languageclient";

/**
 * Keeps from the server that this client could ask for diagnostics, so that the server sends them by itself. Asking is done for visible
 * documents only, and later: one that is open behind others, or in no editor, would stand unchecked.
 */
export const pushedDiagnostics: StaticFeature = {
  fillClientCapabilities(capabilities) {
    delete capabilities.textDocument?.diagnostic;
    delete capabilities.workspace?.diagnostics;
  },
  initialize() {},
  getState: () => ({ kind: "static" }),
  clear() {},
};

import * as vscode from "vscode";
import type { Middleware } from "vscode-languageclient";
import { LARGEST } from "../server/lsp/requests.ts";
import { isOurs } from "./documents.ts";

/** Says when a document is opened that is too large for the server, which answers for it with one warning at its first line. */
export function tellOfTooLarge(): Middleware {
  return {
    async didOpen(document, next) {
      if (document.getText().length > LARGEST) tell(document);
      return next(document);
    },
  };
}

function tell(document: vscode.TextDocument): void {
  if (!isOurs(document)) return;
  const name = document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1);
  const size = (document.getText().length / 1_000_000).toFixed(1);
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      "{0} has {1} million characters and is not checked: Scalewright takes up to 5 million. Move what several instruments share to a library.",
      name,
      size,
    ),
  );
}

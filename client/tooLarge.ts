import * as vscode from "vscode";
import type { Middleware } from "vscode-languageclient";
import { isOurs } from "./documents.ts";

/** The most that a document of ours may be, in characters. The largest of real instruments have some hundred thousand. */
export const LARGEST = 5_000_000;

/** Keeps documents that are too large from the server, which would be busy with them and with nothing else. */
export function keepFromServer(): Middleware {
  const kept = new Set<string>();
  return {
    async didOpen(document, next) {
      if (document.getText().length <= LARGEST) return next(document);
      kept.add(document.uri.toString());
      tell(document);
    },
    async didChange(event, next) {
      if (!kept.has(event.document.uri.toString())) return next(event);
    },
    async didClose(document, next) {
      if (!kept.delete(document.uri.toString())) return next(document);
    },
  };
}

export function isTooLarge(document: vscode.TextDocument): boolean {
  return document.getText().length > LARGEST;
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

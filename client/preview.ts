import * as vscode from "vscode";
import { type BaseLanguageClient, DidChangeTextDocumentNotification, State } from "vscode-languageclient";
import { isOurs, uriOf } from "./documents.ts";
import type { PreviewState } from "./previewMessages.ts";
import { mediaFolder } from "./previewPage.ts";
import { fillPanel, type PreviewPanel } from "./previewPanel.ts";

const VIEW_TYPE = "scalewright.preview";

/** Previews beside their documents: one panel for each document, kept over a reload of the window. */
export function registerPreviews(context: vscode.ExtensionContext, client: BaseLanguageClient): vscode.Disposable {
  const previews = new Map<string, PreviewPanel>();

  const adopt = (panel: vscode.WebviewPanel, state: PreviewState) => {
    panel.webview.options = { enableScripts: true, localResourceRoots: [mediaFolder(context.extensionUri)] };
    const preview = fillPanel(panel, context.extensionUri, client, state);
    previews.set(preview.uri.toString(), preview);
    panel.onDidDispose(() => {
      if (previews.get(preview.uri.toString()) === preview) previews.delete(preview.uri.toString());
    });
  };

  const open = (where?: string | vscode.Uri) => {
    const wanted = uriOf(where);
    if (wanted === undefined) return;
    const there = previews.get(wanted.toString());
    if (there !== undefined) {
      there.panel.reveal(undefined, true);
      return;
    }
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, vscode.l10n.t("Preview"), place, { enableFindWidget: true });
    adopt(panel, { uri: wanted.toString(), mode: firstMode(wanted), filled: {} });
  };

  const refresh = () => {
    for (const preview of previews.values()) preview.refresh();
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand("scalewright.openPreview", open),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel, state: PreviewState | undefined) {
        if (state === undefined) panel.dispose();
        else adopt(panel, state);
      },
    }),
    // As soon as the server has the change. The document may be another one, of which the shown one makes use.
    client.getFeature(DidChangeTextDocumentNotification.method).onNotificationSent(refresh),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // Where no server runs, nothing is sent to it, and the previews say so.
      if (contentChanges.length > 0 && isOurs(document) && !client.isRunning()) refresh();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const selection = selections[0];
      const preview = previews.get(textEditor.document.uri.toString());
      if (preview !== undefined && selection !== undefined) preview.follow(selection, textEditor.document);
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) refresh();
    }),
    new vscode.Disposable(() => {
      for (const preview of previews.values()) preview.panel.dispose();
    }),
  );
}

/** A translation is first looked at beside the texts that it is of. */
function firstMode({ path }: vscode.Uri): PreviewState["mode"] {
  return /\.translation\.ya?ml$/.test(path) ? "translation" : "participant";
}

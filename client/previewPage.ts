import * as vscode from "vscode";
import type { PreviewState } from "./previewMessages.ts";

/** The folder that the page of a preview may load from, and nothing else. */
export function mediaFolder(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, "dist", "media");
}

/**
 * The frame of the page: its bar, and an empty `main` that the script fills. Nothing in it comes from a document except the state,
 * which stands in an attribute. Scripts run by nonce and styles come from our own folder, so no text of an author can act.
 */
export function previewPage(webview: vscode.Webview, extension: vscode.Uri, state: PreviewState): string {
  const nonce = crypto.randomUUID();
  const media = mediaFolder(extension);
  const script = webview.asWebviewUri(vscode.Uri.joinPath(media, "preview.js"));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(media, "preview.css"));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; img-src ${webview.cspSource}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeAttribute(vscode.l10n.t("Preview"))}</title>
<link rel="stylesheet" href="${style}">
</head>
<body data-state="${escapeAttribute(JSON.stringify(state))}">
<header id="bar" aria-label="${escapeAttribute(vscode.l10n.t("Preview"))}">
<div id="modes" role="group" aria-label="${escapeAttribute(vscode.l10n.t("Show"))}">
<button type="button" data-mode="participant" title="${escapeAttribute(vscode.l10n.t("As those who answer see it"))}">${escapeAttribute(vscode.l10n.t("Participant"))}</button>
<button type="button" data-mode="reviewer" title="${escapeAttribute(vscode.l10n.t("With ids, codes, routing and findings"))}">${escapeAttribute(vscode.l10n.t("Reviewer"))}</button>
<button type="button" data-mode="scores" title="${escapeAttribute(vscode.l10n.t("The scores with what each can be"))}">${escapeAttribute(vscode.l10n.t("Scores"))}</button>
<button type="button" data-mode="translation" title="${escapeAttribute(vscode.l10n.t("Each text beside its words in the other language"))}" hidden>${escapeAttribute(vscode.l10n.t("Side by side"))}</button>
</div>
<select id="languages" aria-label="${escapeAttribute(vscode.l10n.t("Language"))}" hidden></select>
<button type="button" id="keep" hidden>${escapeAttribute(vscode.l10n.t("Keep as a test…"))}</button>
<button type="button" id="clear" hidden>${escapeAttribute(vscode.l10n.t("Clear answers"))}</button>
</header>
<p id="notice" role="status" hidden></p>
<main id="preview"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}

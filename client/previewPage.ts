import * as vscode from "vscode";
import type { PreviewMode } from "../server/lsp/requests.ts";
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
${modes()}
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

/** A button for every mode; the page shows those that the document has. */
function modes(): string {
  const { l10n } = vscode;
  const buttons: readonly (readonly [mode: PreviewMode, name: string, title: string])[] = [
    ["participant", l10n.t("Participant"), l10n.t("As those who answer see it")],
    ["reviewer", l10n.t("Reviewer"), l10n.t("With ids, codes, routing and findings")],
    ["scores", l10n.t("Scores"), l10n.t("The scores with what each can be")],
    ["panellist", l10n.t("Panellist"), l10n.t("The rounds as a panellist sees them")],
    ["consensus", l10n.t("Consensus"), l10n.t("The rule, the ratings that it needs, and the decisions")],
    ["guide", l10n.t("Guide"), l10n.t("As a sheet to print")],
    ["study", l10n.t("Study"), l10n.t("The study as a page to read")],
    ["coverage", l10n.t("Coverage"), l10n.t("Which constructs the questions cover")],
    ["flow", l10n.t("Flow"), l10n.t("The way through it, drawn")],
    ["translation", l10n.t("Side by side"), l10n.t("Each text beside its words in the other language")],
  ];
  return buttons
    .map(
      ([mode, name, title]) =>
        `<button type="button" data-mode="${mode}" title="${escapeAttribute(title)}" hidden>${escapeAttribute(name)}</button>`,
    )
    .join("\n");
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}

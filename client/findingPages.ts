import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type ExplainParams, type ExplainResult, requests } from "../server/lsp/requests.ts";

const SCHEME = "scalewright";

/** The page of a finding is a read-only document that the server writes: the code of a finding links to `scalewright:CODE`. */
export function provideFindingPages(client: LanguageClient): vscode.Disposable {
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent(uri, token) {
      const params: ExplainParams = { code: uri.path.replace(/^\//, "").replace(/\.md$/, "") };
      const page = await client.sendRequest<ExplainResult>(requests.explain, params, token);
      return page?.markdown ?? `There is no page for "${params.code}".\n`;
    },
  });
  // The link has no ending that would tell the editor what the text is written in.
  const asMarkdown = vscode.workspace.onDidOpenTextDocument((document) => {
    if (document.uri.scheme === SCHEME && document.languageId !== "markdown") {
      void vscode.languages.setTextDocumentLanguage(document, "markdown");
    }
  });
  return vscode.Disposable.from(provider, asMarkdown);
}

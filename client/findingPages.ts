import * as vscode from "vscode";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";
import { type ExplainParams, type ExplainResult, requests } from "../server/lsp/requests.ts";

const SCHEME = "scalewright";

/** The page of a finding is a read-only document that the server writes. The manifest has it opened as it reads, not as Markdown source. */
export function provideFindingPages(client: BaseLanguageClient): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent(uri, token) {
      const params: ExplainParams = { code: uri.path.replace(/^\//, "").replace(/\.md$/, "") };
      const page = await client.sendRequest<ExplainResult>(requests.explain, params, token);
      return page?.markdown ?? vscode.l10n.t("There is no page for {0}.", params.code);
    },
  });
}

/** The server links a finding to `scalewright:CODE`; a name that ends in `.md` tells this editor what the page is written in. */
export const linkFindings: Middleware["handleDiagnostics"] = (uri, diagnostics, next) => {
  for (const diagnostic of diagnostics) {
    if (typeof diagnostic.code === "object" && diagnostic.code.target.scheme === SCHEME) {
      diagnostic.code = { value: diagnostic.code.value, target: vscode.Uri.from({ scheme: SCHEME, path: `/${diagnostic.code.value}.md` }) };
    }
  }
  next(uri, diagnostics);
};

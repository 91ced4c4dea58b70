import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type CompareParams, type CompareResult, requests } from "../server/lsp/requests.ts";
import { uriOf } from "./documents.ts";
import { globs } from "./names.ts";

const SCHEME = "scalewright-compare";

/** What differs between two versions of a document, by what it means for data collected with them: a page made by the server. */
export function provideComparisons(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      async provideTextDocumentContent({ query }, token) {
        const { old, now } = JSON.parse(query) as CompareParams;
        const asked = { old: protocolUri(client, old), now: protocolUri(client, now) } satisfies CompareParams;
        const result = await client.sendRequest<CompareResult>(requests.compare, asked, token);
        return result?.markdown ?? vscode.l10n.t("One of the two documents cannot be read.");
      },
    }),
    vscode.commands.registerCommand("scalewright.compareWith", async (where?: string | vscode.Uri, earlier?: unknown) => {
      const now = uriOf(where);
      if (now === undefined) return;
      // A menu of the explorer gives the selected files as its second argument.
      const old = earlier instanceof vscode.Uri ? earlier : await pickOther(now);
      if (old === undefined) return;
      const name = now.path.slice(now.path.lastIndexOf("/") + 1);
      const params: CompareParams = { old: old.toString(), now: now.toString() };
      const page = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.md`, query: JSON.stringify(params) });
      await vscode.commands.executeCommand("vscode.openWith", page, "vscode.markdown.preview.editor", vscode.ViewColumn.Beside);
    }),
  );
}

function protocolUri(client: BaseLanguageClient, uri: string): string {
  return client.code2ProtocolConverter.asUri(vscode.Uri.parse(uri));
}

/** The earlier version: another document of the workspace, or any other file. */
async function pickOther(now: vscode.Uri): Promise<vscode.Uri | undefined> {
  const kind = /\.([a-z]+)\.ya?ml$/.exec(now.path)?.[1];
  const found = (await vscode.workspace.findFiles(globs.documents)).filter(
    (uri) => uri.toString() !== now.toString() && (kind === undefined || uri.path.includes(`.${kind}.`)),
  );
  const another = { label: vscode.l10n.t("Another file…"), uri: undefined };
  const choices = [...found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri })), another];
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t("Compare with"),
    placeHolder: vscode.l10n.t("Which is the earlier version?"),
  });
  if (picked !== another) return picked?.uri;
  const [file] = (await vscode.window.showOpenDialog({ canSelectMany: false, title: vscode.l10n.t("Compare with") })) ?? [];
  return file;
}

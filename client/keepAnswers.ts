import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type KeepTestParams, type KeepTestResult, requests } from "../server/lsp/requests.ts";

/**
 * Keeps answers that were tried out in the preview as a scoring test: asks for its name and for what the person should score, which the
 * scores of the moment stand for until someone who knows better corrects them, and writes the test into the document.
 */
export async function keepAnswers(client: BaseLanguageClient, uri: vscode.Uri, filled: KeepTestParams["filled"]): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const ask = (more: Pick<KeepTestParams, "name" | "expect">) =>
    client.sendRequest<KeepTestResult>(requests.keepTest, { uri: client.code2ProtocolConverter.asUri(uri), filled, ...more });
  const proposed = await ask({});
  if (proposed.kind !== "proposed") {
    if (proposed.kind === "wrong") void vscode.window.showInformationMessage(proposed.message);
    return;
  }
  const title = vscode.l10n.t("Keep as a Scoring Test");
  const name = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("What is this person? The test gets this name."),
    value: proposed.name,
    validateInput: (text) => (text.trim() === "" ? vscode.l10n.t("A test needs a name.") : undefined),
    ignoreFocusOut: true,
  });
  if (name === undefined) return;
  const expect = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("What should this person score? Correct what is not right."),
    value: proposed.expect,
    validateInput: async (text) => {
      const found = await ask({ name, expect: text });
      return found.kind === "wrong" ? found.message : undefined;
    },
    ignoreFocusOut: true,
  });
  if (expect === undefined) return;
  const kept = await ask({ name, expect });
  if (kept.kind === "wrong") {
    void vscode.window.showWarningMessage(kept.message);
    return;
  }
  // Places of an older version say nothing about the text of now.
  if (kept.kind !== "edits" || kept.version !== document.version) return;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of kept.edits)
    edit.replace(uri, new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character), newText);
  await vscode.workspace.applyEdit(edit);
}

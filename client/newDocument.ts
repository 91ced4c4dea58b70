import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { requests, type Template } from "../server/lsp/requests.ts";
import { LANGUAGE } from "./names.ts";

/** Opens a new, unsaved document made from one of the server's templates. */
export async function newInstrument(client: BaseLanguageClient): Promise<void> {
  const templates = await client.sendRequest<readonly Template[]>(requests.templates);
  const picked = await vscode.window.showQuickPick(
    templates.map((template) => ({ label: template.title, description: template.kind, detail: template.description, template })),
    { title: "New document", placeHolder: "What do you want to write?", matchOnDescription: true, matchOnDetail: true },
  );
  if (picked === undefined) return;
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content: picked.template.text });
  await vscode.window.showTextDocument(document);
}

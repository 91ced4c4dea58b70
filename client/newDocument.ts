import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { requests, type Template } from "../server/lsp/requests.ts";
import { LANGUAGE } from "./names.ts";

/** Opens a new, unsaved document made from one of the server's templates of a kind; where there are several, one is chosen. */
export async function newDocument(client: BaseLanguageClient, kind: string): Promise<void> {
  const templates = (await client.sendRequest<readonly Template[]>(requests.templates)).filter((template) => template.kind === kind);
  const template = templates.length > 1 ? await pick(templates) : templates[0];
  if (template === undefined) return;
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content: template.text });
  await vscode.window.showTextDocument(document);
}

async function pick(templates: readonly Template[]): Promise<Template | undefined> {
  const choices = templates.map((template) => ({ label: template.title, detail: template.description, template }));
  const options = { title: vscode.l10n.t("New document"), placeHolder: vscode.l10n.t("What do you want to write?"), matchOnDetail: true };
  return (await vscode.window.showQuickPick(choices, options))?.template;
}

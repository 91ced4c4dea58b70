import * as vscode from "vscode";
import { LANGUAGE } from "./names.ts";

/** Opens a new, unsaved document with the words of the sample that ships with the extension. */
export async function openSample(context: vscode.ExtensionContext): Promise<void> {
  const file = vscode.Uri.joinPath(context.extensionUri, "samples", "new-starters.instrument.yaml");
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: LANGUAGE, content }));
}

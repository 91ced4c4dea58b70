import type * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";
import { serverProgram } from "./server.ts";
import { type Api, start } from "./start.ts";
import { provideTasks } from "./tasks.ts";

/** The extension in VS Code on a computer, or on a server: the language server is a process of its own. */
export function activate(context: vscode.ExtensionContext): Promise<Api> {
  context.subscriptions.push(provideTasks());
  return start(context, (options) => new LanguageClient("scalewright", "Scalewright", serverProgram(context), options));
}

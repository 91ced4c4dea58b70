import * as vscode from "vscode";
import { type ServerOptions, TransportKind } from "vscode-languageclient/node";

/** The language server as a process. */
export function serverProgram(context: vscode.ExtensionContext): ServerOptions {
  const module = vscode.Uri.joinPath(context.extensionUri, "dist", "server.js").fsPath;
  const program = { module, transport: TransportKind.ipc };
  return { run: program, debug: { ...program, options: { execArgv: ["--nolazy", "--inspect=6219"] } } };
}

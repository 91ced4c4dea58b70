import * as vscode from "vscode";
import { type ServerOptions, TransportKind } from "vscode-languageclient/node";

/** The language server as a process. */
export function serverProgram(context: vscode.ExtensionContext): ServerOptions {
  const module = vscode.Uri.joinPath(context.extensionUri, "dist", "server.js").fsPath;
  const program = { module, transport: TransportKind.ipc };
  // V8's code for the server is kept between starts, but for one that is looked at in a debugger.
  const kept = vscode.Uri.joinPath(context.globalStorageUri, "code").fsPath;
  return {
    run: { ...program, options: { env: { SCALEWRIGHT_KEPT: kept } } },
    debug: { ...program, options: { execArgv: ["--nolazy", "--inspect=6219"], env: { NODE_DISABLE_COMPILE_CACHE: "1" } } },
  };
}

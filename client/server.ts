import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import { documentFilters } from "./documents.ts";
import { linkFindings } from "./findingPages.ts";
import { globs } from "./names.ts";
import { pushedDiagnostics } from "./pushedDiagnostics.ts";

export interface Channels {
  readonly log: vscode.LogOutputChannel;
  readonly trace: vscode.LogOutputChannel;
}

/** The language server as a process of its own. The client starts it again when it dies, up to five times in three minutes. */
export function createServer(context: vscode.ExtensionContext, channels: Channels): LanguageClient {
  const module = vscode.Uri.joinPath(context.extensionUri, "dist", "server.js").fsPath;
  const program = { module, transport: TransportKind.ipc };
  const serverOptions: ServerOptions = { run: program, debug: { ...program, options: { execArgv: ["--nolazy", "--inspect=6219"] } } };
  const watchers = Object.values(globs).map((glob) => vscode.workspace.createFileSystemWatcher(glob));
  context.subscriptions.push(...watchers);
  const clientOptions: LanguageClientOptions = {
    documentSelector: documentFilters(),
    outputChannel: channels.log,
    traceOutputChannel: channels.trace,
    middleware: { handleDiagnostics: linkFindings },
    synchronize: { fileEvents: watchers },
    markdown: { isTrusted: false, supportHtml: false },
    connectionOptions: { maxRestartCount: 5 },
  };
  const client = new LanguageClient("scalewright", "Scalewright", serverOptions, clientOptions);
  client.registerFeature(pushedDiagnostics);
  return client;
}

import * as vscode from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import type { ServerOptions } from "../server/lsp/requests.ts";
import { documentFilters } from "./documents.ts";
import { linkFindings } from "./findingPages.ts";
import { globs } from "./names.ts";
import { tellOfTooLarge } from "./tooLarge.ts";

export interface Channels {
  readonly log: vscode.LogOutputChannel;
  readonly trace: vscode.LogOutputChannel;
}

/** What holds wherever the server runs. The client starts it again when it dies, up to five times in three minutes. */
export function clientOptions(context: vscode.ExtensionContext, channels: Channels): LanguageClientOptions {
  const watchers = Object.values(globs).map((glob) => vscode.workspace.createFileSystemWatcher(glob));
  context.subscriptions.push(...watchers);
  const initializationOptions: ServerOptions = { readsFiles: true };
  return {
    documentSelector: documentFilters(),
    outputChannel: channels.log,
    traceOutputChannel: channels.trace,
    middleware: { handleDiagnostics: linkFindings, ...tellOfTooLarge() },
    synchronize: { fileEvents: watchers },
    initializationOptions,
    markdown: { isTrusted: false, supportHtml: false },
    connectionOptions: { maxRestartCount: 5 },
  };
}

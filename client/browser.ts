import * as vscode from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from "vscode-languageclient/browser";
import { type Api, start } from "./start.ts";

/** What a browser has, and Node.js does not. */
declare const Worker: new (script: string) => ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };

/** The extension in VS Code for the web: the language server is a web worker, and all files are read through the editor. */
export function activate(context: vscode.ExtensionContext): Promise<Api> {
  const script = vscode.Uri.joinPath(context.extensionUri, "dist", "worker.js").toString(true);
  let worker: InstanceType<typeof Worker> | undefined;
  const startWorker = async (): Promise<MessageTransports> => {
    // A server that is started again leaves the old one behind.
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push(new vscode.Disposable(() => worker?.terminate()));
  return start(context, (options) => new LanguageClient("scalewright", "Scalewright", startWorker, options));
}

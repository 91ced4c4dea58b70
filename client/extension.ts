import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { provideFindingPages } from "./findingPages.ts";
import { newInstrument } from "./newInstrument.ts";
import { registerPreviews } from "./preview.ts";
import { type Channels, createServer } from "./server.ts";
import { showStatus } from "./status.ts";

/** What other extensions and the tests may use. */
export interface Api {
  readonly client: LanguageClient;
}

export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  const channels: Channels = {
    log: vscode.window.createOutputChannel("Scalewright", { log: true }),
    trace: vscode.window.createOutputChannel("Scalewright Trace", { log: true }),
  };
  const client = createServer(context, channels);
  context.subscriptions.push(
    channels.log,
    channels.trace,
    showStatus(client),
    registerPreviews(context, client),
    provideFindingPages(client),
    vscode.commands.registerCommand("scalewright.newInstrument", () => newInstrument(client)),
    vscode.commands.registerCommand("scalewright.restartServer", () => restart(client)),
    vscode.commands.registerCommand("scalewright.showOutput", () => channels.log.show()),
    client,
  );
  // Where the start fails the client tells so itself, and the command to start again must be there.
  await client.start().catch((error: unknown) => channels.log.error(String(error)));
  return { client };
}

async function restart(client: LanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}

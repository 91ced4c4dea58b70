import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { type Channels, clientOptions } from "./clientOptions.ts";
import { provideComparisons } from "./compare.ts";
import { exportDocument } from "./exportDocument.ts";
import { provideFindingPages } from "./findingPages.ts";
import { newDocument } from "./newDocument.ts";
import { newStudy } from "./newStudy.ts";
import { offerMode } from "./offerMode.ts";
import { openSample } from "./openSample.ts";
import { registerPreviews } from "./preview.ts";
import { pushedDiagnostics } from "./pushedDiagnostics.ts";
import { answerReads } from "./readFile.ts";
import { showReferences } from "./showReferences.ts";
import { showStatus } from "./status.ts";
import { registerTestExplorer } from "./tests/explorer.ts";
import { provideTraces } from "./tests/traces.ts";

/** What other extensions and the tests may use. */
export interface Api {
  readonly client: BaseLanguageClient;
}

/** Starts the extension, on a computer and in a browser alike; `create` makes the client that belongs to where it runs. */
export async function start(
  context: vscode.ExtensionContext,
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Api> {
  const channels: Channels = {
    log: vscode.window.createOutputChannel("Scalewright", { log: true }),
    trace: vscode.window.createOutputChannel("Scalewright Trace", { log: true }),
  };
  const client = create(clientOptions(context, channels));
  goOnAfterErrors(client);
  client.registerFeature(pushedDiagnostics);
  context.subscriptions.push(
    channels.log,
    channels.trace,
    answerReads(client),
    showStatus(client),
    registerPreviews(context, client),
    provideFindingPages(client),
    registerTestExplorer(client),
    provideTraces(client),
    provideComparisons(client),
    offerMode(context),
    vscode.commands.registerCommand("scalewright.newInstrument", () => newDocument(client, "instrument")),
    vscode.commands.registerCommand("scalewright.newDelphi", () => newDocument(client, "delphi")),
    vscode.commands.registerCommand("scalewright.newGuide", () => newDocument(client, "guide")),
    vscode.commands.registerCommand("scalewright.newStudy", newStudy),
    vscode.commands.registerCommand("scalewright.openSample", () => openSample(context)),
    vscode.commands.registerCommand("scalewright.export", exportDocument(client)),
    vscode.commands.registerCommand("scalewright.showReferences", showReferences(client)),
    vscode.commands.registerCommand("scalewright.restartServer", () => restart(client)),
    vscode.commands.registerCommand("scalewright.showOutput", () => channels.log.show()),
    client,
  );
  // Where the start fails the client tells so itself, and the command to start again must be there.
  await client.start().catch((error: unknown) => channels.log.error(String(error)));
  return { client };
}

/**
 * A message that cannot be written is no reason to give up: whether the server has died, and is started again, is known when its connection closes.
 * A few messages may well come before that, and by itself the client would stop for good after the fourth.
 */
function goOnAfterErrors(client: BaseLanguageClient): void {
  const options = client.clientOptions;
  const errorHandler = options.errorHandler ?? client.createDefaultErrorHandler(options.connectionOptions?.maxRestartCount);
  options.errorHandler = {
    error: async (error, message) => ({ ...(await errorHandler.error(error, message, 1)), handled: true }),
    closed: () => errorHandler.closed(),
  };
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}

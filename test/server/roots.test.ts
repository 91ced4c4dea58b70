import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { startServer } from "../../server/lsp/server.ts";

const INSTRUMENT = `instrument: day
title: A day
language: en
licence: {name: CC BY 4.0, spdx: CC-BY-4.0, permission: free}
responses:
  agree3: {options: {1: Disagree, 2: Neither, 3: Agree}}
sections:
  week:
    response: agree3
    items:
      tense: I felt tense last week.
`;

describe("several workspace roots", () => {
  it("have a configuration each", async () => {
    const files = new Map([
      ["file:///strict/scalewright.config.yaml", "severities: {version-missing: error}\n"],
      ["file:///lenient/scalewright.config.yaml", "severities: {version-missing: off}\n"],
    ]);
    const [up, down] = [new PassThrough(), new PassThrough()];
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), { read: (uri) => files.get(uri) });
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const published = new Map<string, PublishDiagnosticsParams>();
    connection.onNotification("textDocument/publishDiagnostics", (one: PublishDiagnosticsParams) => void published.set(one.uri, one));
    connection.listen();
    const workspaceFolders = ["strict", "lenient"].map((name) => ({ uri: `file:///${name}`, name }));
    await connection.sendRequest("initialize", { processId: null, rootUri: null, workspaceFolders, capabilities: {} });
    await connection.sendNotification("initialized", {});
    const uris = workspaceFolders.map(({ uri }) => `${uri}/surveys/day.instrument.yaml`);
    for (const uri of uris) {
      await connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "scalewright", version: 1, text: INSTRUMENT },
      });
    }
    while (!uris.every((uri) => published.has(uri))) await new Promise((resolve) => setTimeout(resolve, 5));
    const severities = uris.map((uri) => published.get(uri)?.diagnostics.find(({ code }) => code === "version-missing")?.severity);
    assert.deepEqual(severities, [1, undefined]);
    connection.dispose();
  });
});

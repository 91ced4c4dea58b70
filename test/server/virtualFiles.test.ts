import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { requests } from "../../server/lsp/requests.ts";
import { startServer } from "../../server/lsp/server.ts";

const LIBRARY = `library: common
responses:
  agree3: {options: {1: Disagree, 2: Neither, 3: Agree}}
`;
const INSTRUMENT = `instrument: day
title: A day
version: 1.0.0
licence: {name: CC BY 4.0, spdx: CC-BY-4.0, permission: free}
use: {common: common.library.yaml}
sections:
  week:
    response: common.agree3
    items:
      tense: I felt tense last week.
`;

describe("a workspace that lies on no disk", () => {
  const files = new Map<string, string>();
  const asked: string[] = [];
  const published: PublishDiagnosticsParams[] = [];
  let connection: ProtocolConnection;
  let delay = 0;

  before(async () => {
    const [up, down] = [new PassThrough(), new PassThrough()];
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
      read: () => assert.fail("the disk was read"),
    });
    connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    connection.onRequest(requests.readFile, async ({ uri }: { uri: string }) => {
      asked.push(uri);
      await new Promise((resolve) => setTimeout(resolve, delay));
      return files.get(uri) ?? null;
    });
    connection.onNotification("textDocument/publishDiagnostics", (one: PublishDiagnosticsParams) => void published.push(one));
    connection.listen();
    await connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: "vscode-vfs://host/project", name: "project" }],
      capabilities: {},
      initializationOptions: { readsFiles: true },
    });
    await connection.sendNotification("initialized", {});
  });

  after(() => connection.dispose());

  const uri = "vscode-vfs://host/project/day.instrument.yaml";
  const library = "vscode-vfs://host/project/common.library.yaml";
  const codes = ({ diagnostics }: PublishDiagnosticsParams) =>
    diagnostics.filter(({ severity = 1 }) => severity < 3).map(({ code }) => code);
  /** Waits until the newest that is said is of one kind; whether nothing but that and what was said before came meanwhile. */
  const isSaid = async (expected: readonly string[], before: readonly string[]): Promise<boolean> => {
    const from = published.length;
    const said = () => published.slice(from).map((each) => codes(each).join());
    while (said().at(-1) !== expected.join()) await new Promise((resolve) => setTimeout(resolve, 5));
    return said().every((each) => each === expected.join() || each === before.join());
  };

  it("has its libraries read by the editor, and nothing is said before they have come", async () => {
    files.set(library, LIBRARY);
    delay = 30;
    await connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "scalewright", version: 1, text: INSTRUMENT },
    });
    assert.ok(await isSaid([], []));
    assert.ok(asked.includes(library));
    assert.equal(new Set(asked).size, asked.length, "a file was asked for twice");
  });

  it("has a library read again that has changed", async () => {
    files.set(library, LIBRARY.replace("agree3", "agree5"));
    await connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: library, type: 2 }] });
    assert.ok(await isSaid(["undefined-name"], []));
  });

  it("says of a library that is not there that it is missing", async () => {
    files.delete(library);
    await connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: library, type: 3 }] });
    assert.ok(await isSaid(["import-not-found"], ["undefined-name"]));
  });
});

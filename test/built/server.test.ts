import assert from "node:assert/strict";
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  CompletionRequest,
  createMessageConnection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type Location,
  type MessageConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { type PreviewResult, requests } from "../../server/lsp/requests.ts";
import { temporaryFolder } from "../cli/temporary-folder.ts";

const file = path.resolve("test/vscode/workspace/broken.instrument.yaml");
const uri = pathToFileURL(file).href;
const text = readFileSync(file, "utf8");

/** Where V8's code is kept, and when it was written. */
const kept = temporaryFolder({});
const written: unknown[] = [];
after(() => kept.remove());

for (const time of ["the first time", "with its code kept"])
  describe(`the built server over stdio, ${time}`, () => {
    let server: ChildProcessWithoutNullStreams;
    let connection: MessageConnection;
    const published: PublishDiagnosticsParams[] = [];
    let errors = "";

    before(async () => {
      server = spawn(process.execPath, ["dist/server.js", "--stdio"], { env: { ...process.env, SCALEWRIGHT_KEPT: kept.path } });
      server.stderr.on("data", (data) => {
        errors += String(data);
      });
      connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
      connection.onNotification(PublishDiagnosticsNotification.type, (one) => void published.push(one));
      connection.listen();
      const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
        processId: process.pid,
        rootUri: null,
        capabilities: {},
      });
      assert.ok(capabilities.definitionProvider);
      await connection.sendNotification(InitializedNotification.type, {});
      const textDocument = { uri, languageId: "scalewright", version: 1, text };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    });

    after(() => {
      connection.dispose();
      server.kill("SIGKILL");
    });

    it("publishes the finding at exactly its characters", async () => {
      const { diagnostics } = await findings(1, "undefined-name");
      const found = diagnostics.find((one) => one.code === "undefined-name");
      assert.deepEqual(found?.range, { start: position("agre5"), end: position("agre5", 5) });
    });

    it("takes an edit and publishes that the finding is gone", async () => {
      const range = { start: position("agre5"), end: position("agre5", 5) };
      const change = { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: "agree5" }] };
      await connection.sendNotification(DidChangeTextDocumentNotification.type, change);
      const { diagnostics } = await findings(2);
      assert.deepEqual(
        diagnostics.filter((one) => one.code === "undefined-name"),
        [],
      );
    });

    it("goes to the definition of a response", async () => {
      const params = { textDocument: { uri }, position: position("agre5", 2) };
      const answer = await connection.sendRequest(DefinitionRequest.type, params);
      const [target] = [answer ?? []].flat() as Location[];
      assert.deepEqual(target?.range.start, position("agree5"));
    });

    it("offers the responses", async () => {
      const answer = await connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position: position("agre5") });
      const items = answer === null ? [] : "items" in answer ? answer.items : answer;
      assert.ok(items.some((item) => item.label === "agree5"));
    });

    it("writes the preview", async () => {
      const preview = await connection.sendRequest<PreviewResult>(requests.preview, { uri, mode: "participant" });
      assert.match(preview?.html.middle ?? "", /I can settle a hard day at work\./);
      assert.equal(preview?.version, 2);
    });

    it("ends when it is asked to, and has complained of nothing", async () => {
      await connection.sendRequest(ShutdownRequest.type);
      const ended = once(server, "exit");
      await connection.sendNotification(ExitNotification.type);
      assert.deepEqual((await ended)[0], 0);
      assert.equal(errors, "");
      const files = readdirSync(kept.path).map((name) => ({ name, written: statSync(path.join(kept.path, name)).mtimeMs }));
      assert.match(files.map(({ name }) => name).join(), /^[0-9a-f]{16}-[^,]+-server$/);
      written.push(files[0]?.written);
      assert.equal(new Set(written).size, 1, "what was kept was of no use");
    });

    /** The first that are told of a version, or the first with a code among them: on a slow machine they come bit by bit. */
    async function findings(version: number, code?: string): Promise<PublishDiagnosticsParams> {
      const end = Date.now() + 10_000;
      for (;;) {
        const found = published.find(
          (one) => one.uri === uri && one.version === version && (!code || one.diagnostics.some((finding) => finding.code === code)),
        );
        if (found) return found;
        assert.ok(Date.now() < end, `no diagnostics of version ${version}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  });

/** The place of a text in the file, or so many characters after it. */
function position(part: string, after = 0): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(part) + after).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

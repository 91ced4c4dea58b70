import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { analyse } from "../../server/analysis/engine.ts";
import { memoryClient, type TestClient } from "./client.ts";
import { HOSTILE } from "./hostile.ts";

const TEXT = readFileSync("samples/link-worker-retention.instrument.yaml", "utf8");

/** Pieces of broken YAML, of formulas, and of other languages' characters. */
const PIECES = [
  ...HOSTILE.filter(({ text }) => text.length < 400).map(({ text }) => text),
  "\r\n",
  "\t",
  "🙂",
  "\u202e",
  "\0",
  "&a *a",
  "{[",
  "|\n",
  "??",
  "- -",
  "",
  "",
  "",
];

describe("the language server under any edits", () => {
  let client: TestClient;
  const logged: string[] = [];
  before(async () => {
    client = await memoryClient();
    client.connection.onNotification("window/logMessage", ({ message }: { message: string }) => void logged.push(message));
  });
  after(() => client.close());

  it("publishes what a fresh analysis of the text finds, at places inside the text, and fails at nothing", async function () {
    this.timeout(120_000);
    const edit = fc.tuple(fc.nat(), fc.oneof(fc.nat(8), fc.nat(800)), fc.constantFrom(...PIECES));
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const uri = `file:///edited-${run++}.instrument.yaml`;
        let document = TextDocument.create(uri, "scalewright", 1, TEXT);
        client.open(uri, TEXT);
        for (const [place, length, text] of edits) {
          const start = place % (document.getText().length + 1);
          const range = { start: document.positionAt(start), end: document.positionAt(start + length) };
          const version = document.version + 1;
          document = TextDocument.update(document, [{ range, text }], version);
          client.change(uri, version, [{ range, text }]);
          // A request between edits is answered of what is there by then.
          void client.connection.sendRequest("textDocument/completion", { textDocument: { uri }, position: range.start });
        }
        const found = await client.diagnostics(uri, document.version);
        const last = document.positionAt(document.getText().length);
        for (const { range, message } of found) {
          const isInside = range.end.line < last.line || (range.end.line === last.line && range.end.character <= last.character);
          assert.ok(isInside, `${message}: ${JSON.stringify(range)}`);
        }
        const fresh = analyse(document.getText()).problems;
        assert.deepEqual(
          found.map(({ code, message }) => [code, message]),
          fresh.map(({ code, message }) => [code, message]),
        );
        client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
        assert.deepEqual(logged, []);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });
});

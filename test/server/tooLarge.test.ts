import assert from "node:assert/strict";
import type { Diagnostic } from "vscode-languageserver";
import { memoryClient, type TestClient } from "./client.ts";

const URI = "file:///large.instrument.yaml";
const HEAD = "instrument: large\nno_such_key: 1\n";
const LINE = "# Nothing of interest stands on this line of a document that is far too long.\n";
const LARGE = HEAD + LINE.repeat(Math.ceil(5_000_000 / LINE.length));
const UNKNOWN_KEY = { start: { line: 1, character: 0 }, end: { line: 1, character: "no_such_key".length } };

// Every editor has this limit, for the server holds it.
describe("a document of more than 5 million characters", function () {
  this.timeout(20_000);
  let client: TestClient;
  beforeEach(async () => {
    client = await memoryClient();
  });
  afterEach(() => client.close());

  const isNotChecked = (found: readonly Diagnostic[]) => {
    assert.equal(found.length, 1);
    assert.equal(found[0]?.severity, 2);
    assert.match(String(found[0]?.message), /^this document has 5\.1 million characters and is not checked/);
    assert.deepEqual(found[0]?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: "instrument: large".length } });
  };
  const isChecked = (found: readonly Diagnostic[]) =>
    assert.deepEqual(
      found.filter(({ code }) => code === "unknown-key").map(({ range }) => range),
      [UNKNOWN_KEY],
    );

  it("gets one warning at its first line, and no request is answered for it", async () => {
    client.open(URI, LARGE);
    isNotChecked(await client.diagnostics(URI, 1));
    const asked = { textDocument: { uri: URI }, position: { line: 1, character: 3 } };
    assert.deepEqual(await client.connection.sendRequest("textDocument/completion", asked), []);
    assert.equal(await client.connection.sendRequest("textDocument/hover", asked), null);
    const options = { tabSize: 2, insertSpaces: true };
    assert.equal(await client.connection.sendRequest("textDocument/formatting", { textDocument: { uri: URI }, options }), null);
  });

  it("is checked again once it has shrunk, with every edit in its place", async () => {
    client.open(URI, LARGE);
    isNotChecked(await client.diagnostics(URI, 1));
    const last = LARGE.split("\n").length - 1;
    // A mistake is made in the large text, and most of it is taken away afterwards, both in one change.
    client.change(URI, 2, [
      { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: "title: 5\n" },
      { range: { start: { line: 10, character: 0 }, end: { line: last + 1, character: 0 } }, text: "another_key: 1\n" },
    ]);
    const found = await client.diagnostics(URI, 2);
    assert.deepEqual(
      found.filter(({ code }) => code === "unknown-key").map(({ range }) => range.start.line),
      [1, 10],
    );
  });

  it("is one also when it grows by an edit or by a whole new text", async () => {
    client.open(URI, HEAD);
    isChecked(await client.diagnostics(URI, 1));
    const end = { line: 2, character: 0 };
    client.change(URI, 2, [{ range: { start: end, end }, text: LARGE.slice(HEAD.length) }]);
    isNotChecked(await client.diagnostics(URI, 2));
    client.change(URI, 3, [{ text: HEAD }]);
    isChecked(await client.diagnostics(URI, 3));
    client.change(URI, 4, [{ text: LARGE }]);
    isNotChecked(await client.diagnostics(URI, 4));
    client.change(URI, 5, [{ text: HEAD }]);
    isChecked(await client.diagnostics(URI, 5));
  });

  it("may have exactly 5 million", async () => {
    client.open(URI, HEAD + "#".repeat(5_000_000 - HEAD.length));
    isChecked(await client.diagnostics(URI, 1));
    const place = { line: 2, character: 0 };
    client.change(URI, 2, [{ range: { start: place, end: place }, text: "#" }]);
    isNotChecked(await client.diagnostics(URI, 2));
  });
});

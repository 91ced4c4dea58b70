import assert from "node:assert/strict";
import type { Diagnostic } from "vscode-languageserver";
import { memoryClient, processClient, type TestClient } from "./client.ts";
import { HOSTILE } from "./hostile.ts";

const URI = "file:///example.instrument.yaml";
const TEXT = `instrument: example
title: Example
version: 1.0.0
licence: {name: CC0, permission: free}
responses:
  often4:
    options: {0: Never, 1: Sometimes, 2: Often, 3: Always}
sections:
  week:
    response: often4
    items:
      tense: I felt tense.
      calm: {text: "I was calm 🙂.", reverse: true}
scores:
  strain: {items: [tense, calm], method: sum, range: [0, 6]}
`;

/** Errors and warnings; the rest is for a reviewer's eye. */
const serious = (found: readonly Diagnostic[]) => found.filter(({ severity = 1 }) => severity <= 2);

const SERVERS: readonly (readonly [string, () => Promise<TestClient>])[] = [
  ["joined in memory", memoryClient],
  ["built, over standard input and output", () => processClient(process.execPath, ["dist/server.js", "--stdio"])],
];

for (const [name, start] of SERVERS) {
  describe(`the language server, ${name}`, () => {
    let client: TestClient;
    before(async () => {
      client = await start();
    });
    after(() => client.close());

    it("reports an error at its exact characters, and takes it back when it is mended", async () => {
      client.open(URI, TEXT);
      assert.deepEqual(serious(await client.diagnostics(URI, 1)), []);
      const line = 14;
      const at = "  strain: {items: [tense, calm], method: s".length;
      client.change(URI, 2, [{ range: { start: { line, character: at }, end: { line, character: at + 2 } }, text: "umm" }]);
      const [found, ...more] = serious(await client.diagnostics(URI, 2));
      assert.deepEqual(more, []);
      assert.equal(found?.code, "unknown-value");
      assert.deepEqual(found?.range, { start: { line, character: at - 1 }, end: { line, character: at + 3 } });
      client.change(URI, 3, [{ range: { start: { line, character: at }, end: { line, character: at + 3 } }, text: "um" }]);
      assert.deepEqual(serious(await client.diagnostics(URI, 3)), []);
    });

    it("counts characters as editors do, behind an emoji too", async () => {
      const line = 12;
      const character = '      calm: {text: "I was calm 🙂.", re'.length;
      client.change(URI, 4, [{ range: { start: { line, character }, end: { line, character: character + 1 } }, text: "" }]);
      const [found] = serious(await client.diagnostics(URI, 4));
      assert.deepEqual(found?.range, { start: { line, character: character - 2 }, end: { line, character: character + 4 } });
      client.change(URI, 5, [{ range: { start: { line, character }, end: { line, character } }, text: "v" }]);
      assert.deepEqual(serious(await client.diagnostics(URI, 5)), []);
    });

    it("answers completion, hover, definition, outline and fixes", async () => {
      const position = { line: 14, character: "  strain: {items: [tense, ca".length };
      const textDocument = { uri: URI };
      const list = (await client.connection.sendRequest("textDocument/completion", { textDocument, position })) as { label: string }[];
      assert.deepEqual(
        list.slice(0, 2).map(({ label }) => label),
        ["tense", "calm"],
      );
      const hover = (await client.connection.sendRequest("textDocument/hover", { textDocument, position })) as {
        contents: { value: string };
      };
      assert.match(hover.contents.value, /\*\*calm\*\* · item · reverse-keyed/);
      const definition = (await client.connection.sendRequest("textDocument/definition", { textDocument, position })) as { range: unknown };
      assert.deepEqual(definition.range, { start: { line: 12, character: 6 }, end: { line: 12, character: 10 } });
      const outline = (await client.connection.sendRequest("textDocument/documentSymbol", { textDocument })) as { name: string }[];
      assert.deepEqual(
        outline.map((symbol) => symbol.name),
        ["responses", "sections", "scores"],
      );
    });

    it("says something clear of every hostile text within a second, and goes on", async () => {
      for (const [i, { name: what, text, code }] of HOSTILE.entries()) {
        const uri = `file:///hostile-${i}.instrument.yaml`;
        client.open(uri, text);
        const found = await client.diagnostics(uri, 1);
        assert.ok(
          found.some((diagnostic) => diagnostic.code === code),
          `${what}: ${JSON.stringify(found.map((one) => `${one.code} ${one.message}`))}`,
        );
      }
      assert.notEqual(await client.connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri: URI } }), null);
    });

    it("goes on after requests for what is not there", async () => {
      const nowhere = { textDocument: { uri: "file:///nowhere.instrument.yaml" }, position: { line: 3, character: 3 } };
      for (const method of ["hover", "definition", "completion"]) await client.connection.sendRequest(`textDocument/${method}`, nowhere);
      const outside = { textDocument: { uri: URI }, position: { line: 999, character: 999 } };
      for (const method of ["hover", "definition", "completion"]) await client.connection.sendRequest(`textDocument/${method}`, outside);
    });
  });
}

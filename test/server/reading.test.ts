import assert from "node:assert/strict";
import { LSPErrorCodes, type Position, ResponseError } from "vscode-languageserver";
import { requests } from "../../server/lsp/requests.ts";
import { instrument } from "../bench/generate.mjs";
import { memoryClient, processClient, type TestClient } from "./client.ts";

const TEXT = instrument(400, 7).replaceAll(/^( {8}response:) (\w+)$/gm, "$1 !!str $2");
const LINES = TEXT.split("\n");

/** The place behind so many characters of a word, on the last line that fits: what is read first stands above it. */
function behind(line: RegExp, word: string, characters: number): Position {
  const found = LINES.findLastIndex((one) => line.test(one));
  return { line: found, character: (LINES[found] ?? "").indexOf(word) + characters };
}

const ASKED: readonly (readonly [method: string, position?: Position])[] = [
  ["hover", behind(/^title:/, "title", 2)],
  ["hover", behind(/^ {8}response:/, "response", 2)],
  ["hover", behind(/^ {8}response:/, "!!str ", 7)],
  ["hover", behind(/^ {8}when: answered\(/, "answered", 2)],
  ["hover", behind(/^ {8}when: answered\(/, "(", 2)],
  ["hover", behind(/^ {6}q\d+:/, "q", 1)],
  ["hover", behind(/^ {2}domain_\d+:/, "domain", 1)],
  ["definition", behind(/^ {8}response:/, "!!str ", 7)],
  ["definition", behind(/^ {8}when: answered\(/, "(", 2)],
  ["completion", behind(/^ {8}response:/, "!!str ", 6)],
  ["completion", behind(/^ {8}require:/, "require", 3)],
  ["completion", behind(/^ {8}when: answered\(/, "(", 2)],
  ["documentSymbol"],
  ["foldingRange"],
];

const KINDS: readonly [name: string, begin: () => Promise<TestClient>][] = [
  ["in memory", () => memoryClient()],
  ["built, over standard input and output", () => processClient(process.execPath, ["dist/server.js", "--stdio"])],
];

for (const [name, begin] of KINDS)
  describe(`a long document that is being read (${name})`, () => {
    let client: TestClient;
    before(async () => {
      client = await begin();
    });
    after(() => client.close());

    it("is answered about as it is when it is read", async function () {
      this.timeout(120_000);
      for (const [i, [method, position]] of ASKED.entries()) {
        const uri = `file:///reading-${i}.instrument.yaml`;
        const ask = async () =>
          withoutFindings(await client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position }));
        client.open(uri, TEXT);
        const early = await ask();
        await client.connection.sendRequest(requests.checked, { uri });
        const later = JSON.stringify(await ask());
        assert.ok(early !== null && later.length > 20, `${method} ${i}`);
        assert.equal(JSON.stringify(early), later, `${method} ${i}`);
        await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
      }
    });

    it("is not answered about as it was, where it has changed since", async () => {
      const uri = "file:///changed.instrument.yaml";
      client.open(uri, TEXT);
      const asked = client.connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri } }).then(
        () => undefined,
        (error: unknown) => error,
      );
      client.change(uri, 2, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "# A line\n" }]);
      const error = await asked;
      assert.ok(error === undefined || (error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified), String(error));
      assert.ok(await client.connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri } }));
    });
  });

/** A hover shows the findings that are known by then, which are more when all is checked. */
function withoutFindings(answer: unknown): unknown {
  const hover = answer as { readonly contents?: { readonly value: string } } | null;
  return hover?.contents ? { ...hover, contents: hover.contents.value.split("\n\n---\n\n")[0] } : answer;
}

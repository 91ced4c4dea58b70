import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Diagnostic } from "vscode-languageserver";
import { memoryClient } from "./client.ts";

const URI = "file:///many.instrument.yaml";
const HEAD = "instrument: many\nlanguage: en\nresponses:\n  agree: {options: {1: No, 2: Yes}}\nsections:\n  all:\n    items:\n";
const ITEMS = 1200;
const item = (id: number, response: string) => `      q${id}:\n        text: I always rest on day ${id}.\n        response: ${response}\n`;
const TEXT = HEAD + Array.from({ length: ITEMS }, (_, i) => item(i + 1, i + 1 === ITEMS ? "agreee" : "agree")).join("");

describe("a document with more findings than an editor is shown", function () {
  this.timeout(30_000);

  it("has its gravest shown, also where they stand last, and how many more there are", async () => {
    const client = await memoryClient();
    client.open(URI, TEXT);
    const shown = (): readonly Diagnostic[] => client.published.get(URI)?.diagnostics ?? [];
    const isTold = () =>
      shown().some(({ message }) => /^and \d+ more/.test(String(message))) && shown().some(({ severity }) => severity === 1);
    for (let waits = 0; !isTold() && waits < 500; waits++) await sleep(50);
    assert.equal(shown().length, 1001);
    const errors = shown().filter(({ severity }) => severity === 1);
    assert.deepEqual(
      errors.map(({ code, range }) => [code, range.start.line]),
      [["undefined-name", TEXT.split("\n").findIndex((line) => line.includes("agreee"))]],
    );
    assert.match(String(shown().at(-1)?.message), /^and \d+ more, none of them an error or a warning$/);
    await client.close();
  });
});

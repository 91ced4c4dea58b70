import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Connection, DocumentSymbol } from "vscode-languageserver";
import { Engine } from "../../server/analysis/engine.ts";
import type { Ask } from "../../server/lsp/feature.ts";
import { documentSymbols } from "../../server/lsp/features/documentSymbols.ts";
import { framed } from "../../server/lsp/frames.ts";
import { wholeText } from "../../server/syntax/segmentedText.ts";

/** The outline as the server answers it, and as it goes over standard output. */
function outlineOf(engine: Engine): { readonly symbols: readonly DocumentSymbol[]; readonly sent: unknown } {
  let answer: readonly DocumentSymbol[] = [];
  const document = { uri: "file:///x.instrument.yaml", version: 1, analysis: engine.soFar };
  const connection = {
    onDocumentSymbol: (handler: (params: { readonly textDocument: { readonly uri: string } }) => readonly DocumentSymbol[]) => {
      answer = handler({ textDocument: document });
    },
  };
  const ask = {
    withDocument: (_what: string, _uri: string, _otherwise: unknown, work: (one: typeof document) => unknown) => work(document),
  };
  documentSymbols.register(connection as unknown as Connection, ask as unknown as Ask);
  const message = Buffer.concat([framed({ id: 1, result: answer })].flat().map((piece) => Buffer.from(piece))).toString();
  return { symbols: answer, sent: JSON.parse(message.slice(message.indexOf("{"))).result };
}

const ranges = (symbols: readonly DocumentSymbol[]): unknown[] =>
  symbols.map(({ name, detail, range, selectionRange, children }) => [name, detail, range, selectionRange, ranges(children ?? [])]);

describe("the outline that is sent", () => {
  const samples = readdirSync("samples").filter((name) => name.endsWith(".yaml"));

  for (const name of samples)
    it(`is the outline, of ${name}`, () => {
      const engine = new Engine(readFileSync(join("samples", name), "utf8"));
      const { symbols, sent } = outlineOf(engine);
      assert.ok(symbols.length > 0);
      assert.deepEqual(sent, JSON.parse(JSON.stringify(symbols)));
    });

  it("follows edits that move lines, and those that move nothing", () => {
    const text = readFileSync("samples/phq9.instrument.yaml", "utf8");
    const engine = new Engine(text);
    outlineOf(engine);
    const at = text.indexOf("\nsections:") + 1;
    for (const [inserted, where] of [
      ["# a line\n", at],
      ["x", text.indexOf("title: ") + 7],
      ["\n\n", text.length],
      ["# 💬\n", 0],
    ] as const) {
      engine.edit({ start: where, end: where }, inserted);
      const fresh = new Engine(engine.text.segments.list.map((segment) => segment.text).join(""));
      const { symbols, sent } = outlineOf(engine);
      assert.deepEqual(sent, JSON.parse(JSON.stringify(symbols)));
      assert.deepEqual(ranges(symbols), ranges(outlineOf(fresh).symbols));
    }
  });

  it("is the outline of the text as it stands, whatever was edited", function () {
    this.timeout(60_000);
    const text = readFileSync("samples/link-worker-retention.instrument.yaml", "utf8");
    const pieces = ["x", "", "\n", "  ", "# a line\n", "      new: New item\n", "title: ", "text: Other words", "items:\n", ":", "- "];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(5), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 6 }), (edits) => {
        const engine = new Engine(text);
        outlineOf(engine);
        for (const [place, length, inserted] of edits) {
          const start = place % (text.length + 1);
          engine.edit({ start, end: Math.min(wholeText(engine.text).length, start + length) }, inserted);
          const { sent } = outlineOf(engine);
          assert.deepEqual(sent, outlineOf(new Engine(wholeText(engine.text))).sent);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("says of a long text how it begins, and halves no character", () => {
    const long = `${"a".repeat(39)}💬${"b".repeat(40)}`;
    const { symbols } = outlineOf(
      new Engine(`instrument: x\nsections:\n  s:\n    items:\n      q1: ${long}\n      q2: ${"c".repeat(40)}\n`),
    );
    const items = JSON.stringify(symbols);
    assert.ok(items.includes(`"${"a".repeat(39)}..."`), items);
    assert.ok(items.includes(`"${"c".repeat(40)}"`), items);
  });
});

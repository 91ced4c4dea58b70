import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { type Host, NO_HOST } from "../../server/analysis/analysis.ts";
import { Engine } from "../../server/analysis/engine.ts";
import { wholeText } from "../../server/syntax/segmentedText.ts";
import { readPage } from "../rules/page.ts";

/** Reads piece by piece. What is told on the way stays told, and in the end the document is what it is when it is read at once. */
function readInPieces(text: string, host: Host = NO_HOST): number {
  const engine = new Engine(text, host);
  let told: readonly string[] = [];
  for (let isDone = false; !isDone; ) {
    isDone = engine.advance(() => true);
    if (told.length === 0 && !engine.beginning) break;
    const shown = new Set((engine.beginning ?? engine.soFar).problems.map((problem) => JSON.stringify(problem)));
    for (const one of told) assert.ok(shown.has(one), `${one}\n${text}`);
    if (engine.beginning) told = [...shown];
  }
  assert.deepEqual(engine.analysis.problems, new Engine(text, host).analysis.problems, text);
  return told.length;
}

describe("a document that is read piece by piece", () => {
  it("says nothing on the way that is not so in the end, on every page of the rules", function () {
    this.timeout(120_000);
    let told = 0;
    for (const name of readdirSync("server/rules").filter((each) => each.endsWith(".md")))
      for (const { text, files } of readPage(readFileSync(join("server/rules", name), "utf8")))
        told += readInPieces(text, { read: (path) => files.get(path), isOutside: (path) => path.startsWith("..") });
    assert.ok(told > 5, String(told));
  });

  it("says so neither where lines are lost, doubled or misplaced", function () {
    this.timeout(120_000);
    const samples = ["samples/phq9.instrument.yaml", "samples/link-worker-retention.instrument.yaml"].map((path) =>
      readFileSync(path, "utf8"),
    );
    const slip = fc.constantFrom(
      "  ",
      "requires: true\n",
      "        require: truly\n",
      "x-",
      "&a ",
      "*a",
      "[",
      ":",
      "---\n",
      "<<<<<<< one\n",
      "# scalewright-ignore wrong-type: why\n",
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), fc.nat(3), slip), { minLength: 1, maxLength: 5 }),
        (sample, slips) => {
          const lines = sample.split("\n").map((line) => `${line}\n`);
          for (const [place, removed, added] of slips) {
            const at = place % lines.length;
            lines.splice(at, removed, added.endsWith("\n") ? added : added + (lines[at] ?? ""));
          }
          readInPieces(lines.join(""));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("takes edits that come meanwhile", () => {
    const text = readFileSync("samples/phq9.instrument.yaml", "utf8");
    for (const pieces of [1, 3, 10, 30, 100]) {
      const engine = new Engine(text);
      for (let i = 0; i < pieces; i++) engine.advance(() => true);
      const at = text.indexOf("items:");
      engine.edit({ start: at, end: at + 5 }, "itens");
      engine.advance(() => true);
      assert.deepEqual(engine.analysis.problems, new Engine(wholeText(engine.text)).analysis.problems);
      engine.edit({ start: at, end: at + 5 }, "items");
      assert.deepEqual(engine.analysis.problems, new Engine(text).analysis.problems);
    }
  });
});

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "../../server/analysis/analysis.ts";
import { Engine } from "../../server/analysis/engine.ts";
import { table } from "../../server/rules/index.ts";
import { readPage } from "../rules/page.ts";

/** A document read once, as the command line does, has the findings that an editor shows. */
describe("a document that is read once", () => {
  const same = (text: string, host: Host): number => {
    const { problems } = new Engine(text, host, [], "once").analysis;
    assert.deepEqual(problems, new Engine(text, host).analysis.problems, text);
    return problems.length;
  };

  it("has the findings of an edited one on every page of the rules", () => {
    const folder = "server/rules";
    let found = 0;
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".md")))
      for (const { text, files } of readPage(readFileSync(join(folder, name), "utf8")))
        found += same(text, { read: (path) => files.get(path), isOutside: (path) => path.startsWith("..") });
    assert.ok(found > 500, String(found));
  });

  it("has them where the settings leave out every second warning", () => {
    const off = table.filter(({ severity }, place) => severity !== "error" && place % 2 === 0).map(({ code }) => `  ${code}: off\n`);
    const settings = `severities:\n${off.join("")}`;
    let found = 0;
    for (const name of readdirSync("server/rules").filter((each) => each.endsWith(".md")))
      for (const { text, files } of readPage(readFileSync(join("server/rules", name), "utf8")))
        found += same(text, {
          own: "x.instrument.yaml",
          read: (path) => (path.endsWith("scalewright.config.yaml") ? settings : files.get(path)),
          isOutside: (path) => path.startsWith(".."),
        });
    assert.ok(found > 300, String(found));
  });

  it("has them with lines taken out of the samples", () => {
    let found = 0;
    for (const name of readdirSync("samples").filter((each) => /\.(?:instrument|delphi|library)\.yaml$/.test(each))) {
      const text = readFileSync(join("samples", name), "utf8");
      const host: Host = { read: () => undefined };
      same(text, host);
      const lines = text.split("\n");
      const step = Math.max(1, Math.floor(lines.length / 12));
      for (let at = 3; at < lines.length; at += step) found += same(lines.toSpliced(at, 1 + (at % 3)).join("\n"), host);
    }
    assert.ok(found > 50, String(found));
  });

  it("has them where routing or scores go round in a cycle", () => {
    const head =
      "instrument: x\ntitle: X\nversion: 1.0.0\nlanguage: en\nresponses:\n  yn: {options: {0: No, 1: Yes}}\nsections:\n  s:\n    response: yn\n    items:\n";
    const items = [
      "a: {text: A, when: c = 1}",
      "b: {text: B, when: a = 1 and a = 0}",
      "c: {text: C, when: b = 1}",
      "d: {text: D, when: a = 1 or c = 1 or not answered(b)}",
    ];
    for (const order of [items, items.toReversed()])
      same(
        `${head}${order.map((item) => `      ${item}\n`).join("")}scores:\n  t: {value: d + u}\n  u: {value: t + 1}\n  v: {items: [a, d], method: sum, bands: {low: 0, high: 1}}\n`,
        {
          read: () => undefined,
        },
      );
  });

  const chain = (count: number, first = "") => {
    const lines = [
      "instrument: x",
      "title: X",
      "version: 1.0.0",
      "language: en",
      "responses:",
      "  yn: {options: {0: No, 1: Yes}}",
      "sections:",
    ];
    lines.push("  s:", "    response: yn", "    items:");
    for (let i = 0; i < count; i++) {
      const when = i === 0 ? first : `q${i - 1} == ${i === 150 ? 7 : 1}`;
      lines.push(`      q${i}: {text: Is it so in situation ${i}?${when ? `, when: ${when}` : ""}}`);
    }
    return `${lines.join("\n")}\n`;
  };
  const host: Host = { read: () => undefined };

  it("has them along a chain of routing, also where that goes round", () => {
    assert.ok(same(chain(220), host) > 0);
    same(chain(220, "q219 == 1"), host);
    same(chain(220, "q20 == 1"), host);
  });

  it("has them after edits of a chain", () => {
    const engine = new Engine(chain(120), host);
    let text = chain(120);
    for (const [from, to] of [
      ["q7 == 1", "q7 == 5"],
      ["q7 == 5", "q7 == 0"],
      ["q3: {text", "q3: {reverse: true, text"],
      ["q90 == 1", "q110 == 1"],
      ["q90 == 1", "q90 == 1"],
      ["1: Yes", "1: Yes, 5: Perhaps"],
      ["q110 == 1", "q30 == 1"],
    ] as const) {
      const start = text.indexOf(from);
      if (start < 0) continue;
      text = text.slice(0, start) + to + text.slice(start + from.length);
      engine.edit({ start, end: start + from.length }, to);
      assert.deepEqual(engine.analysis.problems, new Engine(text, host, [], "once").analysis.problems, to);
    }
  });

  it("follows a chain as long as a document in little time", () => {
    const { problems } = new Engine(chain(2000), host, [], "once").analysis;
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["licence-missing", "impossible-option-comparison"],
    );
  });
});

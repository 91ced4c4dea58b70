import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { analyse } from "../server/analysis/engine.ts";
import { printExact } from "../server/number/print.ts";

const README = readFileSync("README.md", "utf8");

describe("the README", () => {
  it("shows an instrument that is checked without a finding and reaches its declared range", () => {
    const [, text = ""] = /```yaml\n(instrument: [\s\S]*?)```/.exec(README) ?? [];
    const { problems, possibleRange } = analyse(text);
    assert.deepEqual(
      problems.filter(({ severity }) => severity !== "info").map(({ code, message }) => `${code}: ${message}`),
      [],
    );
    const { min, max } = possibleRange("strain") ?? {};
    assert.deepEqual(
      [min, max].map((end) => end && printExact(end)),
      ["0", "9"],
    );
  });

  it("links to files that are there", () => {
    for (const [, target = ""] of README.matchAll(/\]\(([^)#]+)\)/g)) if (!/^[a-z]+:/.test(target)) assert.ok(existsSync(target), target);
  });
});

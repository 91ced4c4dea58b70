import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { compileFunction } from "node:vm";
import { build } from "esbuild";
import { lazyYaml } from "../../server/syntax/lazyYaml.mjs";
import type { SegmentTree } from "../../server/syntax/readSegment.ts";

describe("a bundle", () => {
  it("starts the yaml package at the first text that the fast reader gives up", async () => {
    const { outputFiles } = await build({
      entryPoints: ["server/syntax/readSegment.ts"],
      bundle: true,
      format: "cjs",
      platform: "node",
      external: ["yaml"],
      write: false,
      plugins: [lazyYaml],
    });
    const required: string[] = [];
    const real = createRequire(import.meta.url);
    const module = { exports: {} };
    compileFunction(outputFiles[0]?.text ?? "", ["require", "module"])((name: string) => {
      required.push(name);
      return real(name);
    }, module);
    const { readSegment } = module.exports as { readSegment(text: string): SegmentTree };
    assert.equal(readSegment("a: {b: c}\n").pairs.length, 1);
    assert.deepEqual(required, []);
    assert.equal(readSegment("a: !own 1\n").pairs.length, 1);
    assert.deepEqual(required, ["yaml"]);
  });
});

import assert from "node:assert/strict";
import { join } from "node:path";
import { build } from "esbuild";

const PROGRAMS = ["client/extension.ts", "server/lsp/main.ts", "server/cli/main.ts"];

describe("what ships", () => {
  it("holds no compiler of schemas and makes no code at run time", async () => {
    const root = join(import.meta.dirname, "../..");
    const { metafile, outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: PROGRAMS,
      outdir: "out",
      bundle: true,
      write: false,
      metafile: true,
      platform: "node",
      external: ["vscode"],
      logLevel: "silent",
    });
    const inputs = Object.keys(metafile.inputs);
    assert.ok(inputs.includes("server/generated/validators.js"));
    assert.deepEqual(
      inputs.filter((name) => name.includes("node_modules/ajv")),
      [],
    );
    assert.equal(outputFiles.length, PROGRAMS.length);
    for (const { path, text } of outputFiles) assert.ok(!/\bnew Function\(|\beval\(/.test(text), path);
  });
});

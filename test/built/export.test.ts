import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type ExportResult, requests } from "../../server/lsp/requests.ts";
import { processClient, type TestClient } from "../server/client.ts";

// The editor and the command line make documents in two ways in; what they make must be one.
describe("a document of an instrument, exported in the editor", () => {
  const sample = path.resolve("samples/new-starters.instrument.yaml");
  let client: TestClient & { readonly process: { kill(): boolean } };

  before(async () => {
    client = await processClient(process.execPath, ["dist/server.js", "--stdio"]);
    for (const language of ["ar", "cy"]) {
      const file = sample.replace(".instrument", `.${language}.translation`);
      client.open(pathToFileURL(file).href, readFileSync(file, "utf8"));
    }
  });

  after(() => client.process.kill());

  it("is what the command line writes in another language, from the translation beside it", async () => {
    const params = { uri: pathToFileURL(sample).href, kind: "questionnaire", format: "html", language: "cy" };
    const made = await client.connection.sendRequest<ExportResult>(requests.export, params);
    const args = ["document", sample, "--as", "questionnaire", "--to", "html", "--language", "cy"];
    assert.equal(made?.text, spawnSync(process.execPath, ["dist/cli.js", ...args], { encoding: "utf8" }).stdout);
  });

  for (const kind of ["questionnaire", "codebook", "scoring-appendix", "methods"]) {
    for (const format of ["html", "md"] as const) {
      it(`is what the command line writes: ${kind} as ${format}`, async () => {
        const params = { uri: pathToFileURL(sample).href, kind, format };
        const made = await client.connection.sendRequest<ExportResult>(requests.export, params);
        const written = spawnSync(process.execPath, ["dist/cli.js", "document", sample, "--as", kind, "--to", format], {
          encoding: "utf8",
        });
        assert.equal(written.status, 0, written.stderr);
        assert.equal(made?.text, written.stdout);
      });
    }
  }
});

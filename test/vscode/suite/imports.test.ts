import assert from "node:assert/strict";
import * as vscode from "vscode";
import { codeOf, diagnostic, rangeOf, show } from "./support.ts";

describe("an instrument that uses a library", () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await show("uses-library.instrument.yaml");
  });

  it("is checked with what is in the library, wherever the files lie", async () => {
    const found = await diagnostic(document.uri, "failing-scoring-test");
    assert.match(found.message, /"ease" is 4, not 6/);
    const codes = vscode.languages.getDiagnostics(document.uri).map(codeOf);
    assert.ok(!codes.includes("import-not-found") && !codes.includes("undefined-name"), codes.join());
  });

  it("goes to the library from what is used of it", async () => {
    const place = rangeOf(document, "agree3").start;
    type Target = vscode.Location | vscode.LocationLink;
    const [target] = await vscode.commands.executeCommand<Target[]>("vscode.executeDefinitionProvider", document.uri, place);
    const uri = target && ("targetUri" in target ? target.targetUri : target.uri);
    assert.match(uri?.path ?? "", /common\.library\.yaml$/);
  });
});

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { requests, type Template } from "../../../server/lsp/requests.ts";
import { codeOf, diagnostic, extension, show } from "./support.ts";

describe("a new document from a template", () => {
  it("is one of ours, and has no mistake", async () => {
    const broken = await show("broken.instrument.yaml");
    const { client } = (await extension()).exports;
    const templates = await client.sendRequest<readonly Template[]>(requests.templates);
    assert.ok(templates.some((template) => template.kind === "instrument"));
    for (const template of templates) {
      const document = await vscode.workspace.openTextDocument({ language: "scalewright", content: template.text });
      await diagnostic(broken.uri, "undefined-name");
      // Checked on the server's own time: an edit to the broken one is answered after the new document.
      await client.sendRequest("textDocument/documentSymbol", { textDocument: { uri: document.uri.toString() } });
      const serious = vscode.languages.getDiagnostics(document.uri).filter((one) => one.severity <= vscode.DiagnosticSeverity.Warning);
      assert.deepEqual(serious.map(codeOf), [], template.title);
    }
  });
});

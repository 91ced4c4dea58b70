import assert from "node:assert/strict";
import * as vscode from "vscode";
import { requests, type Template } from "../../../server/lsp/requests.ts";
import { codeOf, diagnostic, extension } from "./support.ts";

describe("a new document from a template", () => {
  it("is one of ours, and has no mistake", async () => {
    const { client } = (await extension()).exports;
    const templates = await client.sendRequest<readonly Template[]>(requests.templates);
    assert.ok(templates.some((template) => template.kind === "instrument"));
    for (const template of templates) {
      // A mistake of our own says when the text has been checked, and must be the only one.
      const document = await vscode.workspace.openTextDocument({ language: "scalewright", content: `${template.text}\nno_such_key: 1\n` });
      await diagnostic(document.uri, "unknown-key");
      const serious = vscode.languages.getDiagnostics(document.uri).filter((one) => one.severity <= vscode.DiagnosticSeverity.Warning);
      assert.deepEqual(serious.map(codeOf), ["unknown-key"], template.title);
    }
  });
});

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { codeOf, diagnostic, extension, file, show } from "./support.ts";

describe("the names that make a file ours", () => {
  it("is the extension under test that answers", async () => {
    const from = process.env.TEST_EXTENSION_FROM;
    const { extensionPath } = await extension();
    assert.ok(from !== undefined && extensionPath.startsWith(from), extensionPath);
  });

  it("are the multi-dot names and the configuration, and no other", async () => {
    const ours = ["instrument", "delphi", "guide", "study", "library", "cy.translation"].flatMap((kind) => [
      `a.${kind}.yaml`,
      `a.${kind}.yml`,
    ]);
    const names = [...ours, "scalewright.config.yaml", "a.yaml", "instrument.yaml", "scalewright.yaml", "a.instrument.json"];
    const ids: Record<string, string> = {};
    for (const name of names) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: "untitled", path: `/${name}` }));
      ids[name] = document.languageId;
    }
    assert.deepEqual(
      names.filter((name) => ids[name] === "scalewright"),
      [...ours, "scalewright.config.yaml"],
    );
    assert.equal(ids["a.yaml"], "yaml");
  });

  it("leave plain YAML alone", async () => {
    await show("broken.instrument.yaml");
    await diagnostic(file("broken.instrument.yaml"), "undefined-name");
    await show("plain.yaml");
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(vscode.languages.getDiagnostics(file("plain.yaml")).map(codeOf), []);
  });

  it("are checked also where a setting has made them plain YAML", async () => {
    const document = await vscode.workspace.openTextDocument(file("broken.instrument.yaml"));
    await vscode.languages.setTextDocumentLanguage(document, "yaml");
    try {
      await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(file("background.instrument.yaml")), "yaml");
      await diagnostic(file("background.instrument.yaml"), "undefined-name");
    } finally {
      await vscode.languages.setTextDocumentLanguage(document, "scalewright");
    }
  });

  it("bring the settings that YAML with formulas needs", () => {
    const settings = vscode.workspace.getConfiguration("editor", { languageId: "scalewright" });
    assert.equal(settings.get("tabSize"), 2);
    assert.equal(settings.get("insertSpaces"), true);
    assert.deepEqual(settings.get("quickSuggestions"), { other: "on", comments: "off", strings: "on" });
  });
});

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { type RunTestsResult, requests, type TestsResult } from "../../../server/lsp/requests.ts";
import { codeOf, diagnostic, extension, file, rangeOf, show, until } from "./support.ts";

describe("the scoring tests of an instrument", () => {
  const name = "uses-library.instrument.yaml";

  it("are listed by the server with the lines that they stand on", async () => {
    const document = await show(name);
    const { client } = (await extension()).exports;
    const tests = await client.sendRequest<TestsResult>(requests.tests, { uri: document.uri.toString() });
    assert.deepEqual(
      tests?.map(({ id, range }) => [id, range.start.line]),
      ["calm and not tired", "slip in the key"].map((id) => [id, rangeOf(document, id).start.line]),
    );
  });

  it("run from the command, and from a closed document", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    const { client } = (await extension()).exports;
    const result = await client.sendRequest<RunTestsResult>(requests.runTests, { uri: file(name).toString() });
    assert.deepEqual(
      result?.tests.map(({ id, passed }) => [id, passed]),
      [
        ["calm and not tired", true],
        ["slip in the key", false],
      ],
    );
    await show(name);
    await vscode.commands.executeCommand("scalewright.runScoringTests");
  });

  it("are traced in a document that follows the instrument", async () => {
    const document = await show(name);
    await vscode.commands.executeCommand("scalewright.showTrace", document.uri, "slip in the key");
    const trace = await until("the trace", () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "scalewright-trace"));
    assert.match(trace.getText(), /^ease = 4\n.*calm {3}answer 3\n.*reversed 1 \+ 3 - 3 = 1/s);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, "answers: {calm: 3, tired: 3}"), "answers: {calm: 3, tired: 2}");
    await vscode.workspace.applyEdit(edit);
    await until("the trace of the edited test", () => (trace.getText().startsWith("ease = 5\n") ? true : undefined));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });
});

describe("two versions of an instrument", () => {
  it("are compared by what they mean", async () => {
    const document = await show("clean.instrument.yaml");
    const text = document.getText().replace("ose1:", "ose_one:");
    const old = vscode.Uri.joinPath(document.uri, "..", "earlier.instrument.yaml");
    await vscode.workspace.fs.writeFile(old, new TextEncoder().encode(text));
    try {
      await vscode.commands.executeCommand("scalewright.compareWith", document.uri, old);
      const page = await until("the page", () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "scalewright-compare"));
      assert.match(page.getText(), /### `clean\.instrument\.yaml`.*ose/s);
    } finally {
      await vscode.workspace.fs.delete(old);
    }
  });
});

describe("a document to file", () => {
  it("is exported to where it is wished", async () => {
    const document = await show("clean.instrument.yaml");
    const target = vscode.Uri.joinPath(document.uri, "..", "codebook.md");
    try {
      await vscode.commands.executeCommand("scalewright.export", document.uri, "codebook", target);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      assert.match(text, /^# Codebook: A day at work\n.*ose1.*SHA-256 of its text [0-9a-f]{64}\n$/s);
    } finally {
      await vscode.workspace.fs.delete(target);
    }
  });
});

describe("a new study", () => {
  it("names the instrument that is asked, and is checked without a finding", async () => {
    const target = file("year.study.yaml");
    try {
      await vscode.commands.executeCommand("scalewright.newStudy", file("clean.instrument.yaml"), target);
      const document = await vscode.workspace.openTextDocument(target);
      assert.match(document.getText(), /^study: year\n.*survey: clean\.instrument\.yaml\n/s);
      // A mistake of our own says when the text has been checked, and must be the only one.
      const edit = new vscode.WorkspaceEdit();
      edit.insert(target, new vscode.Position(document.lineCount, 0), "no_such_key: 1\n");
      await vscode.workspace.applyEdit(edit);
      await diagnostic(target, "unknown-key");
      const serious = vscode.languages.getDiagnostics(target).filter((one) => one.severity <= vscode.DiagnosticSeverity.Warning);
      assert.deepEqual(serious.map(codeOf), ["unknown-key"]);
    } finally {
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await vscode.workspace.fs.delete(target);
    }
  });
});

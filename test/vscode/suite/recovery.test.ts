import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { codeOf, diagnostic, extension, rangeOf, same, show, until } from "./support.ts";

describe("a server that has died", () => {
  it("is started again and goes on checking", async () => {
    const document = await show("broken.instrument.yaml");
    await diagnostic(document.uri, "undefined-name");
    const unsaved = await show("clean.instrument.yaml");
    const change = new vscode.WorkspaceEdit();
    change.replace(unsaved.uri, rangeOf(unsaved, "response: agree5"), "response: agre5");
    await vscode.workspace.applyEdit(change);
    await diagnostic(unsaved.uri, "undefined-name");
    await vscode.window.showTextDocument(document);
    const client = (await extension()).exports.client as LanguageClient;
    const before = client.serverProcess?.pid;
    assert.ok(before);
    process.kill(before, "SIGKILL");
    await until("another server", () => (client.isRunning() && client.serverProcess?.pid !== before ? true : undefined));

    // A document that is not saved, and behind another, is whole: its finding stands where it was.
    await until(
      "both documents to be checked again",
      () => (client.diagnostics?.has(unsaved.uri) && client.diagnostics.has(document.uri)) || undefined,
    );
    same((await diagnostic(unsaved.uri, "undefined-name")).range, rangeOf(unsaved, "agre5"));
    await vscode.window.showTextDocument(unsaved);
    await vscode.commands.executeCommand("undo");
    await until("the edit of the unsaved document to be checked", () =>
      vscode.languages.getDiagnostics(unsaved.uri).some((one) => codeOf(one) === "undefined-name") ? undefined : true,
    );
    await vscode.window.showTextDocument(document);

    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, "agre5"), "agree5");
    await vscode.workspace.applyEdit(edit);
    await until("the mended text to be checked", () =>
      vscode.languages.getDiagnostics(document.uri).some((one) => codeOf(one) === "undefined-name") ? undefined : true,
    );
    await vscode.commands.executeCommand("undo");
    await diagnostic(document.uri, "undefined-name");
  });

  it("is started again by hand", async () => {
    const client = (await extension()).exports.client as LanguageClient;
    const before = client.serverProcess?.pid;
    await vscode.commands.executeCommand("scalewright.restartServer");
    assert.ok(client.isRunning());
    assert.notEqual(client.serverProcess?.pid, before);
  });
});

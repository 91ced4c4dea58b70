import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { codeOf, diagnostic, extension, rangeOf, show, until } from "./support.ts";

describe("a server that has died", () => {
  it("is started again and goes on checking", async () => {
    const document = await show("broken.instrument.yaml");
    await diagnostic(document.uri, "undefined-name");
    // A document that is on no disk, and behind another.
    const unsaved = await vscode.workspace.openTextDocument({ language: "scalewright", content: document.getText() });
    await vscode.window.showTextDocument(unsaved);
    const change = new vscode.WorkspaceEdit();
    change.insert(unsaved.uri, new vscode.Position(0, 0), "# A line more.\n");
    await vscode.workspace.applyEdit(change);
    await diagnostic(unsaved.uri, "undefined-name");
    await vscode.window.showTextDocument(document);
    const client = (await extension()).exports.client as LanguageClient;
    const before = client.serverProcess?.pid;
    assert.ok(before);
    process.kill(before, "SIGKILL");
    // What is typed before anyone knows that the server is gone reaches nobody, one message after the other.
    for (let line = 0; line < 6; line++) {
      const more = new vscode.WorkspaceEdit();
      more.insert(unsaved.uri, new vscode.Position(1, 0), `# And ${line}.\n`);
      await vscode.workspace.applyEdit(more);
    }
    await until("another server", () => (client.isRunning() && client.serverProcess?.pid !== before ? true : undefined));

    await until("both documents to be checked again", () => {
      const { diagnostics } = client;
      return (diagnostics?.has(unsaved.uri) && diagnostics.has(document.uri)) || undefined;
    });
    await until(
      "all that was typed to be there",
      () =>
        vscode.languages
          .getDiagnostics(unsaved.uri)
          .some((one) => codeOf(one) === "undefined-name" && one.range.isEqual(rangeOf(unsaved, "agre5"))) || undefined,
    );
    assert.match(unsaved.getText(), /^# A line more\.\n# And 5\.\n/);

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

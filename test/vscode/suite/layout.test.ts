import assert from "node:assert/strict";
import * as vscode from "vscode";
import { extension } from "./support.ts";

describe("layout", () => {
  it("of an untidy document is put right", async () => {
    await extension();
    const document = await vscode.workspace.openTextDocument({
      language: "scalewright",
      content: "instrument: a  \nresponses:\n    o: {options: {0: No,1: Yes}}\n",
    });
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>("vscode.executeFormatDocumentProvider", document.uri, {
      tabSize: 4,
      insertSpaces: true,
    });
    assert.equal(edits.length, 3);
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText(), "instrument: a\nresponses:\n  o: {options: {0: No, 1: Yes}}\n");
  });
});

import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("a new line", () => {
  const cases: readonly [string, string, string][] = [
    ["goes deeper after a key that opens a map", "sections:", "  "],
    ["goes deeper after a key with a comment", "scores: # all of them", "  "],
    ["stays where it is after a value", "  title: A day at work", "  "],
    ["stands under the first key of an entry of a list", "    - when: a >= 2", "      "],
    ["goes deeper under an entry of a list that opens a map", "    - items:", "        "],
    ["stays where it is after a text with a colon in it", "  ose1: How is it: good or bad?", "  "],
    ["goes on with an indented text", "  description: >-", "    "],
  ];

  for (const [title, before, indentation] of cases) {
    it(title, async () => {
      const document = await vscode.workspace.openTextDocument({ language: "scalewright", content: before });
      const editor = await vscode.window.showTextDocument(document);
      const end = document.lineAt(0).range.end;
      editor.selection = new vscode.Selection(end, end);
      await vscode.commands.executeCommand("type", { text: "\n" });
      assert.equal(document.lineAt(1).text, indentation);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    });
  }
});

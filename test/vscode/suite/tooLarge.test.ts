import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnostic, extension, file, rangeOf, show, until } from "./support.ts";

describe("a document of more than 5 million characters", () => {
  it("is told to be unchecked, and others are checked beside it", async () => {
    await extension();
    const name = file("large.instrument.yaml");
    const lines = "# Nothing of interest stands on this line of a document that is far too long.\n".repeat(66_000);
    await vscode.workspace.fs.writeFile(name, new TextEncoder().encode(`instrument: large\nno_such_key: 1\n${lines}`));
    try {
      const document = await show("large.instrument.yaml");
      assert.ok(document.getText().length > 5_000_000);
      await show("broken.instrument.yaml");
      const found = await diagnostic(file("broken.instrument.yaml"), "undefined-name");
      assert.equal(found.range.isEqual(rangeOf(await show("broken.instrument.yaml"), "agre5")), true);
      const [said, ...more] = await until("the warning", () => {
        const diagnostics = vscode.languages.getDiagnostics(name);
        return diagnostics.length > 0 ? diagnostics : undefined;
      });
      assert.deepEqual(more, []);
      assert.match(said?.message ?? "", /^this document has 5\.\d million characters and is not checked/);
      assert.equal(said?.range.isEqual(rangeOf(document, "instrument: large")), true);
    } finally {
      await show("large.instrument.yaml");
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
      await vscode.workspace.fs.delete(name);
    }
  });
});

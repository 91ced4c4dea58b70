import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnostic, show } from "./support.ts";

describe("the page of a finding", () => {
  it("opens from the code of the finding", async () => {
    const document = await show("broken.instrument.yaml");
    const { code } = await diagnostic(document.uri, "undefined-name");
    assert.ok(typeof code === "object");
    assert.equal(code.target.toString(), "scalewright:/undefined-name.md");
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.equal(page.languageId, "markdown");
    assert.match(page.getText(), /undefined-name/);
    assert.doesNotMatch(page.getText(), /There is no page/);
  });
});

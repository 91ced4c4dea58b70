import assert from "node:assert/strict";
import * as vscode from "vscode";
import { show, until } from "./support.ts";

describe("the preview", () => {
  it("opens to the side of its document, once", async () => {
    await show("clean.instrument.yaml");
    await vscode.commands.executeCommand("scalewright.openPreview");
    const tab = await until("the tab of the preview", () => previews().find(({ label }) => label === "Preview clean.instrument.yaml"));
    assert.equal(tab.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.One);
    await vscode.commands.executeCommand("scalewright.openPreview");
    assert.equal(previews().length, 1);
  });

  it("opens for several documents", async () => {
    await vscode.window.showTextDocument((await show("broken.instrument.yaml")).uri, { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand("scalewright.openPreview");
    await until("two previews", () => (previews().length === 2 ? true : undefined));
    await vscode.window.tabGroups.close(previews());
  });
});

function previews(): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter((tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith("scalewright.preview"));
}

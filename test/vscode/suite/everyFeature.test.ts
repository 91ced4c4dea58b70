import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnostic, file, rangeOf, show, until } from "./support.ts";

// Each feature of the language once, as the editor asks for it. What exactly it answers is held by the pages of the features.
describe("the editor's own commands", () => {
  let document: vscode.TextDocument;
  const ask = <T>(command: string, ...given: unknown[]) =>
    until(command, async () => {
      const found = await vscode.commands.executeCommand<T | undefined>(command, ...given);
      return found === undefined || found === null || (Array.isArray(found) && found.length === 0) ? undefined : found;
    });

  before(async () => {
    document = await show("uses-library.instrument.yaml");
  });

  it("find references", async () => {
    const found = await ask<vscode.Location[]>("vscode.executeReferenceProvider", document.uri, rangeOf(document, "calm").start);
    // Its definition, the score, and the two tests.
    assert.equal(found.length, 4);
  });

  it("highlight what the cursor is on", async () => {
    const found = await ask<vscode.DocumentHighlight[]>("vscode.executeDocumentHighlights", document.uri, rangeOf(document, "calm").start);
    assert.equal(found.length, 4);
  });

  it("rename across files", async () => {
    const place = rangeOf(document, "agree3").start;
    const edit = await ask<vscode.WorkspaceEdit>("vscode.executeDocumentRenameProvider", document.uri, place, "agree_three");
    assert.deepEqual(
      edit
        .entries()
        .map(([uri]) => uri.path.slice(uri.path.lastIndexOf("/") + 1))
        .sort(),
      ["common.library.yaml", "uses-library.instrument.yaml"],
    );
  });

  it("find symbols of the workspace", async () => {
    const found = await ask<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "agree3");
    assert.ok(found.some(({ location }) => location.uri.toString() === file("common.library.yaml").toString()));
  });

  it("fold", async () => {
    const found = await ask<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", document.uri);
    assert.ok(found.some(({ start }) => start === rangeOf(document, "scores:").start.line));
  });

  it("widen a selection", async () => {
    const place = rangeOf(document, "[calm, tired]").start.translate(0, 1);
    const [found] = await ask<vscode.SelectionRange[]>("vscode.executeSelectionRangeProvider", document.uri, [place]);
    const texts: string[] = [];
    for (let range: vscode.SelectionRange | undefined = found; range !== undefined; range = range.parent)
      texts.push(document.getText(range.range));
    assert.ok(texts.includes("[calm, tired]"), texts.join("\n"));
  });

  it("colour by meaning", async () => {
    const found = await ask<vscode.SemanticTokens>("vscode.provideDocumentSemanticTokens", document.uri);
    assert.ok(found.data.length > 0);
  });

  it("show the proved range of a score beside it", async () => {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const found = await ask<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
    const labels = found.map(({ label }) => (typeof label === "string" ? label : label.map(({ value }) => value).join("")));
    assert.ok(
      labels.some((label) => label.includes("2 to 6")),
      labels.join(),
    );
  });

  it("offer lines above definitions, with their commands", async () => {
    const found = await ask<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 50);
    const commands = found.map(({ command }) => command?.command);
    for (const command of ["scalewright.openPreview", "scalewright.runScoringTests"])
      assert.ok(commands.includes(command), commands.join());
  });

  it("lead to where a thing is used from the line above it", async () => {
    const library = await show("common.library.yaml");
    const found = await ask<vscode.CodeLens[]>("vscode.executeCodeLensProvider", library.uri, 50);
    const lens = found.find(({ command }) => command?.command === "scalewright.showReferences");
    assert.match(lens?.command?.title ?? "", /used once/);
    await vscode.commands.executeCommand("scalewright.showReferences", ...(lens?.command?.arguments ?? []));
    await vscode.commands.executeCommand("closeReferenceSearch");
    document = await show("uses-library.instrument.yaml");
  });

  it("link to files and addresses", async () => {
    const found = await ask<vscode.DocumentLink[]>("vscode.executeLinkProvider", document.uri);
    assert.match(found[0]?.target?.path ?? "", /common\.library\.yaml$/);
  });

  it("tell what a score is made from", async () => {
    const place = rangeOf(document, "ease").start;
    const [score] = await ask<vscode.CallHierarchyItem[]>("vscode.prepareCallHierarchy", document.uri, place);
    const calls = await ask<vscode.CallHierarchyOutgoingCall[]>("vscode.provideOutgoingCalls", score);
    assert.deepEqual(calls.map(({ to }) => to.name).sort(), ["calm", "tired"]);
  });

  it("explain a function while its arguments are written", async () => {
    const before = document.getText().replace(/\nscores:[\s\S]*$/, "\nscores:\n  half: {value: count(calm >= ");
    const scratch = await vscode.workspace.openTextDocument({ language: "scalewright", content: before });
    const end = scratch.positionAt(scratch.getText().length);
    const help = await ask<vscode.SignatureHelp>("vscode.executeSignatureHelpProvider", scratch.uri, end);
    assert.match(help.signatures[0]?.label ?? "", /^count\(/);
  });

  it("offer changes of form", async () => {
    const place = rangeOf(document, "calm: I was calm at work last week.");
    const found = await ask<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      place,
      vscode.CodeActionKind.Refactor.value,
    );
    assert.ok(found.length > 0);
  });

  it("mend all that is safe to mend when a document is saved", async () => {
    const name = file("to-mend.instrument.yaml");
    const clean = new TextDecoder().decode(await vscode.workspace.fs.readFile(file("clean.instrument.yaml")));
    const text = clean.replace("5: Strongly agree", "5: Strongly agree\n  plain: {options: {yes: Yes, no: No}}");
    await vscode.workspace.fs.writeFile(name, new TextEncoder().encode(text));
    const editor = vscode.workspace.getConfiguration("editor", { languageId: "scalewright" });
    await editor.update("codeActionsOnSave", { "source.fixAll.scalewright": "explicit" }, vscode.ConfigurationTarget.Global, true);
    try {
      const opened = await vscode.workspace.openTextDocument(name);
      await vscode.window.showTextDocument(opened);
      await diagnostic(name, "yaml-1-1-boolean");
      const edit = new vscode.WorkspaceEdit();
      edit.insert(name, new vscode.Position(0, 0), "# Seen.\n");
      await vscode.workspace.applyEdit(edit);
      await vscode.commands.executeCommand("workbench.action.files.save");
      await until("the saved text to be mended", () => (/\{"yes": Yes, "no": No\}/.test(opened.getText()) ? true : undefined));
    } finally {
      await editor.update("codeActionsOnSave", undefined, vscode.ConfigurationTarget.Global, true);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await vscode.workspace.fs.delete(name);
    }
  });
});

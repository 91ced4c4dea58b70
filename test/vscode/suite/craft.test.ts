import assert from "node:assert/strict";
import * as vscode from "vscode";
import { codeOf, diagnostic, extension, rangeOf, show, until } from "./support.ts";

/** A document that has never been saved, by what it holds. */
const unsaved = (start: string) =>
  until(`a new document with ${start}`, () =>
    vscode.workspace.textDocuments.find((one) => one.isUntitled && !one.isClosed && one.getText().startsWith(start)),
  );

describe("what stands around the language", () => {
  // The command is over before its document is gone, and would close the next one if that came in between.
  afterEach(async () => {
    const document = vscode.window.activeTextEditor?.document;
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    if (document?.isUntitled) await until("a document to close", () => document.isClosed || undefined);
  });

  for (const [command, start] of [
    ["scalewright.newDelphi", "delphi: "],
    ["scalewright.newGuide", "guide: "],
    ["scalewright.openSample", "# Illustrative: "],
  ] as const) {
    it(`${command} opens a document of ours that is checked without a finding`, async () => {
      await extension();
      await vscode.commands.executeCommand(command);
      const document = await unsaved(start);
      await vscode.window.showTextDocument(document);
      assert.equal(document.languageId, "scalewright");
      assert.doesNotMatch(document.getText(), /yaml-language-server/);
      // A mistake of our own says when the text has been checked, and must be the only one.
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(document.lineCount, 0), "\nno_such_key: 1\n");
      await vscode.workspace.applyEdit(edit);
      await diagnostic(document.uri, "unknown-key");
      const serious = vscode.languages.getDiagnostics(document.uri).filter((one) => one.severity <= vscode.DiagnosticSeverity.Warning);
      assert.deepEqual(serious.map(codeOf), ["unknown-key"]);
    });
  }

  it("the walkthrough opens, with a picture in each of its steps", async () => {
    const ours = await extension();
    const [walkthrough] = ours.packageJSON.contributes.walkthroughs as [
      { id: string; steps: { id: string; media: { markdown: string } }[] },
    ];
    await vscode.commands.executeCommand("workbench.action.openWalkthrough", `${ours.id}#${walkthrough.id}`, false);
    const tab = await until("the page of walkthroughs", () => vscode.window.tabGroups.activeTabGroup.activeTab);
    assert.match(tab.label, /Walkthrough|Welcome/);
    assert.equal(walkthrough.steps.length, 6);
    for (const { media } of walkthrough.steps) {
      const page = vscode.Uri.joinPath(ours.extensionUri, media.markdown);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
      const [, said = "", picture = ""] = /^!\[([^\]]+)\]\(([^)]+)\)/.exec(text) ?? [];
      assert.ok(said.length > 40, `${media.markdown} says too little about its picture`);
      const { byteLength } = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(page, "..", picture));
      assert.ok(byteLength > 5000 && byteLength < 60_000, `${picture} has ${byteLength} bytes`);
    }
  });

  it("snippets are offered in an empty document", async () => {
    await extension();
    const document = await vscode.workspace.openTextDocument({ language: "scalewright", content: "" });
    await vscode.window.showTextDocument(document);
    const labels = await until("the snippets", async () => {
      const found = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        new vscode.Position(0, 0),
      );
      const snippets = found.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet);
      return snippets.length > 0 ? snippets.map(({ label }) => (typeof label === "string" ? label : label.label)) : undefined;
    });
    for (const prefix of ["item", "section matrix", "score reversed", "bands", "test", "consensus", "question"])
      assert.ok(labels.includes(prefix), `${prefix} is not among ${labels.join(", ")}`);
  });

  it("hints and lines above definitions are gone where they are switched off", async () => {
    const document = await show("uses-library.instrument.yaml");
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
      return found.map(({ label }) => (typeof label === "string" ? label : label.map(({ value }) => value).join(""))).join("\n");
    };
    const lenses = async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 50);
      return found.map(({ command }) => command?.command);
    };
    const settings = vscode.workspace.getConfiguration("scalewright");
    await until("the range of the score", async () => ((await hints()).includes("2 to 6") ? true : undefined));
    await until("the line that runs tests", async () => ((await lenses()).includes("scalewright.runScoringTests") ? true : undefined));
    await settings.update("inlayHints.range", false, vscode.ConfigurationTarget.Global);
    await settings.update("codeLens.tests", false, vscode.ConfigurationTarget.Global);
    try {
      await until("no range beside the score", async () => ((await hints()).includes("2 to 6") ? undefined : true));
      await until("no line above tests", async () => ((await lenses()).includes("scalewright.runScoringTests") ? undefined : true));
      assert.ok((await lenses()).includes("scalewright.openPreview"));
    } finally {
      await settings.update("inlayHints.range", undefined, vscode.ConfigurationTarget.Global);
      await settings.update("codeLens.tests", undefined, vscode.ConfigurationTarget.Global);
    }
    await until("the range again", async () => ((await hints()).includes("2 to 6") ? true : undefined));
  });

  it("a line that names a schema for other editors disturbs nothing", async () => {
    await extension();
    const line = "# yaml-language-server: $schema=https://scalewright.github.io/scalewright/schemas/instrument.schema.json\n";
    const broken = new TextDecoder().decode(await vscode.workspace.fs.readFile((await show("broken.instrument.yaml")).uri));
    const document = await vscode.workspace.openTextDocument({ language: "scalewright", content: line + broken });
    await vscode.window.showTextDocument(document);
    const found = await diagnostic(document.uri, "undefined-name");
    assert.equal(found.range.isEqual(rangeOf(document, "agre5")), true);
  });
});

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { codeOf, diagnostic, file, rangeOf, same, show, until } from "./support.ts";

describe("an instrument with one mistake", () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await show("broken.instrument.yaml");
  });

  it("shows it at exactly the characters to change", async () => {
    const found = await diagnostic(document.uri, "undefined-name");
    same(found.range, rangeOf(document, "agre5"));
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(found.source, "scalewright");
    assert.match(found.message, /"agre5".*"agree5"/s);
  });

  it("shows no other error or warning", () => {
    const serious = vscode.languages.getDiagnostics(document.uri).filter((one) => one.severity <= vscode.DiagnosticSeverity.Warning);
    assert.deepEqual(serious.map(codeOf), ["undefined-name"]);
  });

  it("is mended by the quick fix", async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      rangeOf(document, "agre5"),
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const fix = actions.find((action) => action.title.includes("agree5") && action.edit !== undefined);
    assert.ok(fix?.edit, actions.map((action) => action.title).join());
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    same(rangeOf(document, "response: agree5"), rangeOf(document, "response: agree5"));
    await until("the diagnostic to go", () =>
      vscode.languages.getDiagnostics(document.uri).some((one) => codeOf(one) === "undefined-name") ? undefined : true,
    );
    await vscode.commands.executeCommand("undo");
    await diagnostic(document.uri, "undefined-name");
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });
});

describe("an instrument without a mistake", () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await show("clean.instrument.yaml");
  });

  it("is silent", async () => {
    await diagnostic(file("broken.instrument.yaml"), "undefined-name");
    const serious = vscode.languages.getDiagnostics(document.uri).filter((one) => one.severity <= vscode.DiagnosticSeverity.Warning);
    assert.deepEqual(serious.map(codeOf), []);
  });

  it("completes the responses where one is named", async () => {
    const place = rangeOf(document, "response: agree5").end;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, place);
    const labels = list.items.map((item) => (typeof item.label === "string" ? item.label : item.label.label));
    assert.ok(labels.includes("agree5"), labels.join());
  });

  it("tells at a response what it is", async () => {
    const place = rangeOf(document, "agree5", 2).start;
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, place);
    const text = hovers.flatMap((hover) => hover.contents.map((part) => (typeof part === "string" ? part : part.value))).join("\n");
    assert.match(text, /agree5/);
  });

  it("goes from the use of a response to where it is written", async () => {
    const place = rangeOf(document, "agree5", 2).start;
    type Target = vscode.Location | vscode.LocationLink;
    const targets = await vscode.commands.executeCommand<Target[]>("vscode.executeDefinitionProvider", document.uri, place);
    const range =
      targets[0] && ("targetUri" in targets[0] ? (targets[0].targetSelectionRange ?? targets[0].targetRange) : targets[0].range);
    same(range, rangeOf(document, "agree5", 1));
  });

  it("has its sections, items and scores in the outline", async () => {
    const symbols = await until("the outline", () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>("vscode.executeDocumentSymbolProvider", document.uri),
    );
    const names = (list: readonly vscode.DocumentSymbol[]): string[] => list.flatMap((symbol) => [symbol.name, ...names(symbol.children)]);
    const all = names(symbols).join("\n");
    for (const name of ["agree5", "confidence", "ose1", "confidence_total"]) assert.match(all, new RegExp(`\\b${name}\\b`));
  });
});

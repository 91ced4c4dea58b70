import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Api } from "../../../client/start.ts";

/** A file of the workspace that the tests run in: the same on the desktop, the server and the web. */
export function file(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "no folder is open");
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function show(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Asks again and again: the events of VS Code come late, and some things have none. */
export async function until<T>(what: string, get: () => T | undefined | Thenable<T | undefined>, seconds = 60): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await get();
    if (found !== undefined) return found;
    assert.ok(Date.now() < end, `waited ${seconds} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function diagnostic(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return until(`the diagnostic ${code}`, () => vscode.languages.getDiagnostics(uri).find((one) => codeOf(one) === code));
}

export function codeOf(diagnostic: vscode.Diagnostic): string {
  return String(typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code);
}

/** The range of a piece of text, at its nth place in the document. */
export function rangeOf(document: vscode.TextDocument, text: string, nth = 1): vscode.Range {
  let start = -1;
  for (let found = 0; found < nth; found++) {
    start = document.getText().indexOf(text, start + 1);
    assert.notEqual(start, -1, `"${text}" is not in the document ${nth} times`);
  }
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

export function same(actual: vscode.Range | undefined, expected: vscode.Range): void {
  const show = (range: vscode.Range | undefined) =>
    range && `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}`;
  assert.equal(show(actual), show(expected));
}

/** Our extension, started, and what it hands to others. */
export async function extension(): Promise<vscode.Extension<Api> & { exports: Api }> {
  const ours = vscode.extensions.getExtension<Api>("scalewright.scalewright");
  assert.ok(ours, "the extension is not there");
  await ours.activate();
  return ours;
}

import * as vscode from "vscode";
import { globs, LANGUAGE } from "./names.ts";

/**
 * The documents that go to the server: ours by language, and those with our names that a setting such as
 * `"files.associations": {"*.yaml": "yaml"}` has made plain YAML. The left side of a comparison with an earlier version is not among them.
 */
export function documentFilters(): { scheme: string; language: string; pattern?: string }[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = new Set(["file", "untitled", ...folders.map((folder) => folder.uri.scheme)]);
  return [...schemes].flatMap((scheme) => [
    { scheme, language: LANGUAGE },
    { scheme, language: "yaml", pattern: globs.documents },
    { scheme, language: "yaml", pattern: globs.configuration },
  ]);
}

export function isOurs(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentFilters(), document) > 0;
}

/** What a command is about: as a menu or a code lens says it, else the document in the active editor. */
export function uriOf(where?: string | vscode.Uri): vscode.Uri | undefined {
  if (typeof where === "string") return vscode.Uri.parse(where);
  return where instanceof vscode.Uri ? where : vscode.window.activeTextEditor?.document.uri;
}

import * as vscode from "vscode";

/** Writes a new study about an instrument of the workspace, at a place that is chosen, and opens it. */
export async function newStudy(about?: vscode.Uri, target?: vscode.Uri): Promise<void> {
  const instrument = about ?? (await pickInstrument());
  if (instrument === undefined) return;
  const folder = vscode.Uri.joinPath(instrument, "..");
  const place =
    target ??
    (await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(folder, "my-study.study.yaml"),
      title: vscode.l10n.t("New Study"),
      filters: { Scalewright: ["study.yaml"] },
    }));
  if (place === undefined) return;
  const name = place.path.slice(place.path.lastIndexOf("/") + 1).replace(/(\.study)?\.ya?ml$/, "");
  await vscode.workspace.fs.writeFile(
    place,
    new TextEncoder().encode(textOf(name, pathFrom(vscode.Uri.joinPath(place, ".."), instrument))),
  );
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(place));
}

async function pickInstrument(): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles("**/*.instrument.{yaml,yml}");
  if (found.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("A study names the questionnaire that is asked. There is none in this workspace yet."),
    );
    return undefined;
  }
  const choices = found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  const title = vscode.l10n.t("New Study");
  return (await vscode.window.showQuickPick(choices, { title, placeHolder: vscode.l10n.t("Which questionnaire is asked?") }))?.uri;
}

/** The path of a file from a folder, as documents write it. */
function pathFrom(folder: vscode.Uri, file: vscode.Uri): string {
  const [from, to] = [folder, file].map(({ path }) => path.split("/").filter((part) => part !== ""));
  if (from === undefined || to === undefined) return file.path;
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/");
}

function textOf(name: string, instrument: string): string {
  return `study: ${name.toLowerCase().replace(/[^a-z0-9_-]+/g, "-")}
title: My study
version: 0.1.0
language: en
licence: {name: CC BY 4.0, spdx: CC-BY-4.0, permission: free}
planned: {n: 100}
design: cross_sectional
documents:
  survey: ${/^[\w./-]+$/.test(instrument) ? instrument : JSON.stringify(instrument)}
phases:
  survey: {document: survey}
`;
}

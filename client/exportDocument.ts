import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type ExportParams, type ExportResult, requests } from "../server/lsp/requests.ts";
import { uriOf } from "./documents.ts";

/** Writes a document to print or to file; which one, and where to, is asked. */
export function exportDocument(client: BaseLanguageClient): (where?: string | vscode.Uri, kind?: unknown, to?: unknown) => Promise<void> {
  return async (where, kind, to) => {
    const uri = uriOf(where);
    // A menu of the explorer gives other things than words.
    const wanted = uri && (typeof kind === "string" ? kind : await pickKind(uri));
    if (uri === undefined || wanted === undefined) return;
    const place = to instanceof vscode.Uri ? to : await pickPlace(uri, wanted);
    if (place === undefined) return;
    const asked: ExportParams = {
      uri: client.code2ProtocolConverter.asUri(uri),
      kind: wanted,
      format: place.path.endsWith(".md") ? "md" : "html",
    };
    const made = await client.sendRequest<ExportResult>(requests.export, asked);
    if (made === null) {
      void vscode.window.showWarningMessage(vscode.l10n.t("There is no such document of this file."));
      return;
    }
    await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(made.text));
    if (made.faulty.length > 0) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t("These scores have errors and are not told in full: {0}", made.faulty.join(", ")),
      );
    }
    for (const remark of made.remarks) void vscode.window.showInformationMessage(remark);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(place), { viewColumn: vscode.ViewColumn.Beside });
  };
}

/** What there is of a Delphi study, a topic guide and a study; of an instrument there is everything. */
const KINDS: Readonly<Record<string, readonly string[] | undefined>> = {
  delphi: ["questionnaire", "codebook", "methods"],
  guide: ["questionnaire", "methods"],
  study: ["methods"],
};

async function pickKind(uri: vscode.Uri): Promise<string | undefined> {
  const known = KINDS[/\.([a-z]+)\.ya?ml$/.exec(uri.path)?.[1] ?? ""];
  const choices = [
    { document: "questionnaire", label: vscode.l10n.t("Questionnaire"), detail: vscode.l10n.t("on paper, as participants fill it in") },
    { document: "codebook", label: vscode.l10n.t("Codebook"), detail: vscode.l10n.t("what each column of the data means") },
    { document: "scoring-appendix", label: vscode.l10n.t("Scoring"), detail: vscode.l10n.t("how each score is made, with an example") },
    { document: "methods", label: vscode.l10n.t("Methods"), detail: vscode.l10n.t("a paragraph for the methods of a paper") },
  ];
  const offered = choices.filter(({ document }) => known === undefined || known.includes(document));
  return (await vscode.window.showQuickPick(offered, { title: vscode.l10n.t("Export"), matchOnDetail: true }))?.document;
}

function pickPlace(uri: vscode.Uri, kind: string): Thenable<vscode.Uri | undefined> {
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1).replace(/\.(?:instrument|delphi|guide|study)\.ya?ml$/, "");
  return vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(uri, "..", `${name}-${kind}.html`),
    title: vscode.l10n.t("Export"),
    filters: { [vscode.l10n.t("Web page")]: ["html"], Markdown: ["md"] },
  });
}

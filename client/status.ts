import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { documentFilters } from "./documents.ts";

/** Shows beside the language's name whether the server runs, with the way to start it again. */
export function showStatus(client: BaseLanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("scalewright.server", documentFilters());
  item.name = "Scalewright";
  const show = (state: State) => {
    item.busy = state === State.Starting;
    if (state === State.Stopped || state === State.StartFailed) {
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.text = vscode.l10n.t("Scalewright has stopped");
      item.detail = vscode.l10n.t("documents are not checked");
      item.command = { command: "scalewright.restartServer", title: vscode.l10n.t("Restart") };
    } else {
      item.severity = vscode.LanguageStatusSeverity.Information;
      item.text = "Scalewright";
      item.detail = state === State.Running ? vscode.l10n.t("checks, scores and shows this document") : vscode.l10n.t("is starting");
      item.command = { command: "scalewright.showOutput", title: vscode.l10n.t("Show output") };
    }
  };
  show(client.state);
  return vscode.Disposable.from(
    item,
    client.onDidChangeState((change) => show(change.newState)),
  );
}

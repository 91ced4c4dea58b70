import * as vscode from "vscode";
import { globs, LANGUAGE } from "./names.ts";

const ANSWERED = "scalewright.modeOffered";
const OURS = /\.(instrument|delphi|guide|study|library|translation)\.ya?ml$|(^|\/)scalewright\.config\.ya?ml$/;

/**
 * Where a setting such as `"files.associations": {"*.yaml": "yaml"}` has made our documents plain YAML, two extensions answer for them. The
 * setting that gives them to us is offered once, and written only where the offer is taken.
 */
export function offerMode(context: vscode.ExtensionContext): vscode.Disposable {
  let asking = false;
  const look = async (document: vscode.TextDocument) => {
    if (asking || document.languageId !== "yaml" || !OURS.test(document.uri.path) || context.globalState.get(ANSWERED) === true) return;
    if (!isForced()) return;
    asking = true;
    const use = vscode.l10n.t("Use the Scalewright mode");
    const name = document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1);
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        "Your settings open {0} as plain YAML. It is checked all the same, but other YAML extensions answer for it too. Shall a line in your user settings open such files in the Scalewright mode?",
        name,
      ),
      use,
      vscode.l10n.t("Leave it"),
    );
    // Asked again in another window where the message was only put aside.
    if (answer === undefined) return;
    await context.globalState.update(ANSWERED, true);
    if (answer === use) await associate();
  };
  for (const document of vscode.workspace.textDocuments) void look(document);
  return vscode.workspace.onDidOpenTextDocument((document) => void look(document));
}

/** Whether it is a setting that has made them YAML, and not somebody's choice for this one file. */
function isForced(): boolean {
  const associations = vscode.workspace.getConfiguration("files").get<Record<string, string>>("associations", {});
  return Object.entries(associations).some(([pattern, language]) => language === "yaml" && /\.ya?ml|\*$/.test(pattern));
}

/** Longer patterns win over `*.yaml`. */
async function associate(): Promise<void> {
  const files = vscode.workspace.getConfiguration("files");
  const known = files.inspect<Record<string, string>>("associations")?.globalValue ?? {};
  const ours = Object.fromEntries([globs.documents, globs.configuration].map((glob) => [glob, LANGUAGE]));
  await files.update("associations", { ...known, ...ours }, vscode.ConfigurationTarget.Global);
}

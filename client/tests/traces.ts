import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { requests, type TestsResult, type TraceParams, type TraceResult } from "../../server/lsp/requests.ts";
import { uriOf } from "../documents.ts";

const SCHEME = "scalewright-trace";

/** How the scores of tests come about, as a read-only document that follows the instrument. */
export function provideTraces(client: BaseLanguageClient): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const shown = () => vscode.workspace.textDocuments.map(({ uri }) => uri).filter(({ scheme }) => scheme === SCHEME);
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri, token) => traceText(client, uri, token),
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      for (const uri of shown()) if (subjectOf(uri).uri === document.uri.toString()) changed.fire(uri);
    }),
    vscode.commands.registerCommand("scalewright.showTrace", async (where?: string | vscode.Uri, id?: string) => {
      const uri = uriOf(where);
      const test = id ?? (uri && (await pickTest(client, uri)));
      if (uri !== undefined && test !== undefined) await openTrace(uri, [test]);
    }),
  );
}

/** Opens the traces of tests beside their instrument. */
export async function openTrace(uri: vscode.Uri, tests: readonly string[]): Promise<void> {
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1).replace(/\.instrument\.ya?ml$/, "");
  const title = tests.length === 1 ? `${name}, ${tests[0]?.replaceAll("/", " ")}` : name;
  const subject: Subject = { uri: uri.toString(), tests };
  const trace = vscode.Uri.from({ scheme: SCHEME, path: `/${title}.txt`, query: JSON.stringify(subject) });
  const document = await vscode.workspace.openTextDocument(trace);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
}

interface Subject {
  readonly uri: string;
  readonly tests: readonly string[];
}

function subjectOf({ query }: vscode.Uri): Subject {
  return JSON.parse(query) as Subject;
}

async function traceText(client: BaseLanguageClient, uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
  const { uri: instrument, tests } = subjectOf(uri);
  const of = client.code2ProtocolConverter.asUri(vscode.Uri.parse(instrument));
  const texts: string[] = [];
  for (const id of tests) {
    const result = await client.sendRequest<TraceResult>(requests.trace, { uri: of, id } satisfies TraceParams, token);
    const text = result?.text ?? vscode.l10n.t("There is no scoring test of this name any more.");
    texts.push(tests.length === 1 ? text : `${id}\n${"-".repeat(id.length)}\n${text}`);
  }
  return `${texts.join("\n\n")}\n`;
}

/** The test that the cursor is in, else the one that is chosen from a list. */
async function pickTest(client: BaseLanguageClient, uri: vscode.Uri): Promise<string | undefined> {
  const tests = (await client.sendRequest<TestsResult>(requests.tests, { uri: client.code2ProtocolConverter.asUri(uri) })) ?? [];
  if (tests.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("This document has no scoring test. Write one under the key tests."));
    return undefined;
  }
  const editor = vscode.window.activeTextEditor;
  const line = editor?.document.uri.toString() === uri.toString() ? editor.selection.active.line : -1;
  // The last name at or above the cursor, where the cursor is below the first at all.
  const here = tests.filter(({ range }) => range.start.line <= line).at(-1)?.id;
  const labels = [...new Set([...(here === undefined ? [] : [here]), ...tests.map(({ id }) => id)])];
  return vscode.window.showQuickPick(labels, { title: vscode.l10n.t("Show Scoring Trace"), placeHolder: vscode.l10n.t("Which test?") });
}

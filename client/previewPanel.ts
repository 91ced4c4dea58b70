import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type PreviewParams, type PreviewResult, requests } from "../server/lsp/requests.ts";
import { keepAnswers } from "./keepAnswers.ts";
import { type PageSender, pageSender } from "./pageSender.ts";
import type { Cursor, FromPage, PreviewState, ToPage } from "./previewMessages.ts";
import { previewPage } from "./previewPage.ts";

/** One preview beside its document. */
export interface PreviewPanel {
  readonly uri: vscode.Uri;
  readonly panel: vscode.WebviewPanel;
  /** Asks the server again, because the document has changed. */
  refresh(): void;
  /** Shows the part of the preview that the text at this offset makes. */
  follow(selection: vscode.Selection, document: vscode.TextDocument): void;
}

export function fillPanel(
  panel: vscode.WebviewPanel,
  extension: vscode.Uri,
  client: BaseLanguageClient,
  first: PreviewState,
): PreviewPanel {
  const uri = vscode.Uri.parse(first.uri, true);
  let state = first;
  let ready = false;
  // A selection that a click in the preview has made must not make the preview jump.
  let ownSelection: vscode.Range | undefined;

  const sender = pageSender();
  let again = false;
  /** The version of the text that the page shows, and a cursor in a newer one, which waits for the page of that. */
  let version: number | undefined;
  let waiting: Cursor | undefined;
  const post = (message: ToPage) => void panel.webview.postMessage(message);
  const refresh = oneAtATime(async () => {
    // A page that is hidden has been thrown away; it asks again when it is shown.
    if (!ready || !panel.visible) return;
    const message = await ask(client, uri, state, sender, again);
    // The page that it was for is gone, and the new one has asked.
    if (message === undefined) return;
    if (message.kind === "show") {
      version = message.shown.preview.version;
      post({ ...message, cursor: waiting });
      waiting = undefined;
    } else post(message);
    again = message.kind === "show" && !message.shown.preview.whole;
    if (again) refresh();
  });

  panel.webview.onDidReceiveMessage(async (message: FromPage) => {
    if (message.kind === "chosen") {
      const document = await vscode.workspace.openTextDocument(uri);
      // Offsets of an older version say nothing; the newer page is on its way.
      if (document.version !== message.version) return;
      ownSelection = new vscode.Range(document.positionAt(message.start), document.positionAt(message.end));
      await select(document, ownSelection, message.focus, panel.viewColumn);
      return;
    }
    state = { ...message.state, uri: first.uri };
    if (message.kind === "keep") {
      await keepAnswers(client, uri, state.filled);
      return;
    }
    if (message.kind === "ready") sender.forget();
    ready = true;
    refresh();
  });
  panel.title = vscode.l10n.t("Preview {0}", uri.path.slice(uri.path.lastIndexOf("/") + 1));
  const icon = (theme: string) => vscode.Uri.joinPath(extension, "client", "icons", `instrument-${theme}.svg`);
  panel.iconPath = { light: icon("light"), dark: icon("dark") };
  panel.webview.html = previewPage(panel.webview, extension, state);

  return {
    uri,
    panel,
    refresh,
    follow(selection, document) {
      if (!panel.visible || ownSelection?.isEqual(selection)) return;
      ownSelection = undefined;
      const cursor = { offset: document.offsetAt(selection.active), version: document.version };
      const isOfPage = cursor.version === version;
      if (isOfPage) post({ kind: "reveal", ...cursor });
      waiting = isOfPage ? undefined : cursor;
    },
  };
}

async function ask(
  client: BaseLanguageClient,
  uri: vscode.Uri,
  state: PreviewState,
  sender: PageSender,
  again: boolean,
): Promise<ToPage | undefined> {
  const params = {
    uri: client.code2ProtocolConverter.asUri(uri),
    mode: state.mode,
    language: state.language,
    filled: state.filled,
    again,
    page: sender.shown(),
  } satisfies PreviewParams;
  try {
    // A document that no editor shows is closed after a while; the server knows only open ones.
    await vscode.workspace.openTextDocument(uri);
    const preview = await client.sendRequest<PreviewResult>(requests.preview, params);
    return preview === null
      ? { kind: "unavailable", message: vscode.l10n.t("This document has nothing to show yet.") }
      : sender.show(preview, state, params.page);
  } catch (error) {
    client.outputChannel.warn(`no preview of ${uri.toString()}: ${String(error)}`);
    return {
      kind: "unavailable",
      message: vscode.l10n.t("The preview is out of date: the document or the Scalewright server cannot be reached."),
    };
  }
}

async function select(
  document: vscode.TextDocument,
  range: vscode.Range,
  focus: boolean,
  besides: vscode.ViewColumn | undefined,
): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const otherColumn = besides === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? otherColumn,
    preserveFocus: !focus,
    selection: range,
  });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Runs the work once more after it has ended where it was asked for in between, and gives a run that is longer than a moment as long a rest. */
function oneAtATime(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    do {
      again = false;
      const started = Date.now();
      await work();
      const longer = Date.now() - started - MOMENT;
      if (again && longer > 0) await pause(Math.min(longer, 500));
    } while (again);
    running = false;
  };
  return () => {
    again = true;
    if (!running) void run();
  };
}

/** Milliseconds. Someone who types quickly sends a key in twice this time. */
const MOMENT = 50;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

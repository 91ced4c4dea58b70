import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { requests, type TestsParams, type TestsResult } from "../../server/lsp/requests.ts";
import { uriOf } from "../documents.ts";
import { coverageDetails } from "./coverage.ts";
import { runFile, type Wanted } from "./run.ts";
import { openTrace } from "./traces.ts";

const INSTRUMENTS = "**/*.instrument.{yaml,yml}";
const IS_INSTRUMENT = /\.instrument\.ya?ml$/;
/** Milliseconds after the last edit at which the tree, and a continuous run, follow. */
const REST = 300;

/** The Test Explorer: a file for each instrument of the workspace, and below it its scoring tests. */
export function registerTestExplorer(client: BaseLanguageClient): vscode.Disposable {
  const controller = vscode.tests.createTestController("scalewright.scoringTests", vscode.l10n.t("Scoring tests"));

  const fileItem = (uri: vscode.Uri): vscode.TestItem => {
    const known = controller.items.get(uri.toString());
    if (known !== undefined) return known;
    const item = controller.createTestItem(uri.toString(), vscode.workspace.asRelativePath(uri), uri);
    item.canResolveChildren = true;
    controller.items.add(item);
    return item;
  };
  const fill = async (item: vscode.TestItem): Promise<void> => {
    if (item.uri === undefined || item.parent !== undefined) return;
    const params: TestsParams = { uri: client.code2ProtocolConverter.asUri(item.uri) };
    const tests = await client.sendRequest<TestsResult>(requests.tests, params);
    item.children.replace(
      (tests ?? []).map(({ id, range }) => {
        const test = controller.createTestItem(id, id, item.uri);
        test.range = client.protocol2CodeConverter.asRange(range);
        return test;
      }),
    );
  };
  const discover = async () => {
    const found = await vscode.workspace.findFiles(INSTRUMENTS);
    const names = new Set(found.map(String));
    for (const [id] of controller.items) if (!names.has(id)) controller.items.delete(id);
    for (const uri of found) fileItem(uri);
  };
  controller.resolveHandler = (item) => (item === undefined ? discover() : fill(item));
  controller.refreshHandler = async () => {
    await discover();
    for (const [, item] of controller.items) if (item.children.size > 0) await fill(item);
  };

  const run = async (request: vscode.TestRunRequest, token?: vscode.CancellationToken): Promise<readonly Wanted[]> => {
    if (request.include === undefined) await discover();
    const wanted = await wantedOf(request, controller, fill);
    const testRun = controller.createTestRun(request);
    const stop = token === undefined ? testRun.token : either(token, testRun.token);
    try {
      for (const file of wanted) await runFile(client, testRun, file, stop, request.profile?.kind === vscode.TestRunProfileKind.Coverage);
    } finally {
      testRun.end();
    }
    return wanted;
  };
  const runOrFollow = async (request: vscode.TestRunRequest, token: vscode.CancellationToken) => {
    await run(request, token);
    if (!request.continuous || token.isCancellationRequested) return;
    // The editor takes a request as done when it has been answered once.
    const { include, exclude, profile } = request;
    const again = afterRest(() => run(new vscode.TestRunRequest(include, exclude, profile, true, true), token));
    const watcher = vscode.workspace.createFileSystemWatcher("**/*.{yaml,yml,csv}");
    const listeners = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (/\.(instrument|library)\.ya?ml$/.test(document.uri.path)) again();
      }),
      watcher,
      watcher.onDidChange(again),
    ];
    token.onCancellationRequested(() => vscode.Disposable.from(...listeners).dispose());
  };

  const { Run, Debug, Coverage } = vscode.TestRunProfileKind;
  const runProfile = controller.createRunProfile(vscode.l10n.t("Run"), Run, runOrFollow, true, undefined, true);
  const coverage = controller.createRunProfile(vscode.l10n.t("Run with coverage"), Coverage, runOrFollow, true, undefined, true);
  coverage.loadDetailedCoverage = async (_, file) => coverageDetails(file);
  controller.createRunProfile(
    vscode.l10n.t("Trace"),
    Debug,
    async (request, token) => {
      for (const { file, tests } of await run(request, token)) {
        if (file.uri !== undefined && tests.length > 0)
          await openTrace(
            file.uri,
            tests.map(({ id }) => id),
          );
      }
    },
    true,
  );

  const known = (document: vscode.TextDocument) => IS_INSTRUMENT.test(document.uri.path) && controller.items.get(document.uri.toString());
  const follow = afterRest(async (uri: vscode.Uri) => {
    const item = controller.items.get(uri.toString());
    if (item !== undefined) await fill(item);
  });
  const opened = (document: vscode.TextDocument) => {
    if (!IS_INSTRUMENT.test(document.uri.path) || document.uri.scheme === "git") return;
    if (vscode.workspace.getWorkspaceFolder(document.uri) === undefined && document.uri.scheme !== "file") return;
    fileItem(document.uri);
    follow(document.uri);
  };
  for (const document of vscode.workspace.textDocuments) opened(document);
  const watcher = vscode.workspace.createFileSystemWatcher(INSTRUMENTS);

  return vscode.Disposable.from(
    controller,
    watcher,
    watcher.onDidCreate(fileItem),
    watcher.onDidDelete((uri) => controller.items.delete(uri.toString())),
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (known(document)) follow(document.uri);
    }),
    vscode.commands.registerCommand("scalewright.runScoringTests", async (where?: string | vscode.Uri, id?: string) => {
      const uri = uriOf(where);
      if (uri === undefined) return;
      const item = fileItem(uri);
      await fill(item);
      const test = id === undefined ? item : item.children.get(id);
      if (test !== undefined) await run(new vscode.TestRunRequest([test], undefined, runProfile));
    }),
  );
}

/** The tests of a request by their files, with the files' lists as they are now. */
async function wantedOf(
  { include, exclude }: vscode.TestRunRequest,
  controller: vscode.TestController,
  fill: (item: vscode.TestItem) => Promise<void>,
): Promise<readonly Wanted[]> {
  const asked = include ?? [...controller.items].map(([, item]) => item);
  const files = new Map(asked.map((item) => [(item.parent ?? item).id, item.parent ?? item]));
  const wanted: Wanted[] = [];
  for (const file of files.values()) {
    await fill(file);
    const whole = asked.includes(file);
    const ids = new Set(asked.filter(({ parent }) => parent === file).map(({ id }) => id));
    const left = new Set(exclude?.map(({ id }) => id));
    const tests = [...file.children].map(([, test]) => test).filter(({ id }) => (whole || ids.has(id)) && !left.has(id));
    if (!left.has(file.id)) wanted.push({ file, tests });
  }
  return wanted;
}

function either(...tokens: vscode.CancellationToken[]): vscode.CancellationToken {
  const source = new vscode.CancellationTokenSource();
  for (const token of tokens) {
    if (token.isCancellationRequested) source.cancel();
    token.onCancellationRequested(() => source.cancel());
  }
  return source.token;
}

/** Does the work once things have been quiet for a moment, never twice at once. */
function afterRest<T extends unknown[]>(work: (...args: T) => Promise<unknown>): (...args: T) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // A server that is being started again has no answer; the next edit asks again.
      last = last.then(() => work(...args)).catch(() => undefined);
    }, REST);
  };
}

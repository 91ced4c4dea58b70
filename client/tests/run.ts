import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type RunTestsParams, type RunTestsResult, requests, type TestResult } from "../../server/lsp/requests.ts";
import { fileCoverage } from "./coverage.ts";

/** Tests of one instrument that are to be run. */
export interface Wanted {
  readonly file: vscode.TestItem;
  readonly tests: readonly vscode.TestItem[];
}

/** Runs tests of one instrument, and tells the Test Explorer what came of each. */
export async function runFile(
  client: BaseLanguageClient,
  run: vscode.TestRun,
  { file, tests }: Wanted,
  token: vscode.CancellationToken,
  withCoverage: boolean,
): Promise<void> {
  const { uri } = file;
  if (uri === undefined || (tests.length === 0 && !withCoverage)) return;
  for (const test of tests) {
    if (token.isCancellationRequested) run.skipped(test);
    else run.started(test);
  }
  if (token.isCancellationRequested) return;
  const params: RunTestsParams = { uri: client.code2ProtocolConverter.asUri(uri), ids: tests.map(({ id }) => id) };
  let result: RunTestsResult;
  try {
    result = await client.sendRequest<RunTestsResult>(requests.runTests, params, token);
  } catch (error) {
    for (const test of tests) {
      if (token.isCancellationRequested) run.skipped(test);
      else run.errored(test, new vscode.TestMessage(String(error)));
    }
    return;
  }
  if (result === null) {
    for (const test of tests) run.errored(test, new vscode.TestMessage(vscode.l10n.t("This instrument cannot be read.")));
    return;
  }
  const results = new Map(result.tests.map((one) => [one.id, one]));
  for (const test of tests) {
    const one = results.get(test.id);
    if (one === undefined) run.skipped(test);
    else report(client, run, test, uri, one);
  }
  // An instrument without scores has nothing to cover, and would be shown as wholly covered.
  if (withCoverage && result.coverage.length > 0) run.addCoverage(fileCoverage(client, uri, result.coverage));
}

function report(client: BaseLanguageClient, run: vscode.TestRun, test: vscode.TestItem, uri: vscode.Uri, result: TestResult): void {
  const { asRange } = client.protocol2CodeConverter;
  if (result.passed) {
    run.passed(test);
    return;
  }
  const problems = result.problems.map((problem) => {
    const message = new vscode.TestMessage(problem);
    message.location = new vscode.Location(uri, asRange(result.range));
    return message;
  });
  const differences = result.differences.map(({ name, expected, actual, trace, range }) => {
    const text = new vscode.MarkdownString(vscode.l10n.t("{0} is {1}, expected {2}", name, actual, expected));
    text.appendCodeblock(trace, "text");
    const message = vscode.TestMessage.diff(text, expected, actual);
    message.location = new vscode.Location(uri, asRange(range));
    return message;
  });
  for (const { name, expected, actual, trace } of result.differences) {
    const lines = [`${test.id}: ${name} is ${actual}, expected ${expected}`, trace, ""];
    run.appendOutput(lines.join("\n").replace(/\r?\n/g, "\r\n"), undefined, test);
  }
  // A test that could not be run says nothing about the scores.
  if (differences.length === 0) run.errored(test, problems);
  else run.failed(test, [...differences, ...problems]);
}

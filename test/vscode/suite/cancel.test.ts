import assert from "node:assert/strict";
import * as vscode from "vscode";
import { runFile } from "../../../client/tests/run.ts";
import { type RunTestsResult, requests, type TestsResult } from "../../../server/lsp/requests.ts";
import { extension, show } from "./support.ts";

describe("a run of scoring tests that is stopped", () => {
  const told: string[] = [];
  const controller = () => vscode.tests.createTestController("stopped", "Stopped");

  /** What the Test Explorer is told, written down. */
  function heard(run: vscode.TestRun): vscode.TestRun {
    return new Proxy(run, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          if (/^(?:started|passed|failed|errored|skipped)$/.test(String(name))) told.push(String(name));
          return Reflect.apply(value, target, given);
        };
      },
    });
  }

  async function play(stop: "before" | "meanwhile" | "never"): Promise<readonly string[]> {
    told.length = 0;
    const document = await show("uses-library.instrument.yaml");
    const { client } = (await extension()).exports;
    const tests = controller();
    const source = new vscode.CancellationTokenSource();
    try {
      const listed = await client.sendRequest<TestsResult>(requests.tests, { uri: document.uri.toString() });
      const file = tests.createTestItem(document.uri.toString(), "file", document.uri);
      const items = (listed ?? []).map(({ id }) => tests.createTestItem(id, id, document.uri));
      tests.items.replace([file]);
      file.children.replace(items);
      const run = tests.createTestRun(new vscode.TestRunRequest([file]));
      if (stop === "before") source.cancel();
      const running = runFile(stop === "meanwhile" ? slow(client) : client, heard(run), { file, tests: items }, source.token, false);
      if (stop === "meanwhile") source.cancel();
      await running;
      run.end();
      return [...told];
    } finally {
      source.dispose();
      tests.dispose();
    }
  }

  /** A server that answers only when it is told to stop, as one does that has a great many tests to run. */
  function slow<T extends object>(client: T): T {
    return new Proxy(client, {
      get(target, name) {
        if (name !== "sendRequest") return Reflect.get(target, name);
        return (_method: string, _given: unknown, token: vscode.CancellationToken) =>
          new Promise<RunTestsResult>((_, reject) => {
            if (token.isCancellationRequested) reject(new vscode.CancellationError());
            token.onCancellationRequested(() => reject(new vscode.CancellationError()));
          });
      },
    });
  }

  it("before it began starts nothing", async () => {
    assert.deepEqual(await play("before"), ["skipped", "skipped"]);
  });

  it("meanwhile leaves no test running, and calls none of them passed or wrong", async () => {
    assert.deepEqual(await play("meanwhile"), ["started", "started", "skipped", "skipped"]);
  });

  it("does not keep the next one from running", async () => {
    assert.deepEqual(await play("never"), ["started", "started", "passed", "failed"]);
  });

  it("can be stopped by the editor's own command", async () => {
    await show("uses-library.instrument.yaml");
    const running = vscode.commands.executeCommand("testing.runAll");
    await vscode.commands.executeCommand("testing.cancelRun");
    await running;
  });
});

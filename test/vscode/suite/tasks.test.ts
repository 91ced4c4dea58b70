import assert from "node:assert/strict";
import * as vscode from "vscode";
import { extension } from "./support.ts";

describe("tasks", () => {
  it("offer to run the command line over the folder, and read what it finds", async () => {
    await extension();
    const tasks = await vscode.tasks.fetchTasks({ type: "scalewright" });
    assert.deepEqual(tasks.map(({ name }) => name).sort(), ["check", "fmt", "test"]);
    const check = tasks.find(({ name }) => name === "check");
    assert.deepEqual(check?.problemMatchers, ["$scalewright"]);
    assert.equal(check?.group?.id, vscode.TaskGroup.Build.id);
    assert.ok(check?.execution instanceof vscode.ShellExecution);
    assert.deepEqual(check.execution.args, ["--no", "--", "scalewright", "check", "--format", "concise"]);
  });
});

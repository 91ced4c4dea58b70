import * as vscode from "vscode";
import { LANGUAGE } from "./names.ts";

/** A task as it stands in tasks.json. */
interface Definition extends vscode.TaskDefinition {
  /** The words behind `scalewright`. */
  readonly command: string;
  readonly args?: readonly string[];
}

/** What can be run over all documents of a folder. The findings of `check` go to the list of problems. */
const COMMANDS: readonly { readonly command: string; readonly args: readonly string[]; readonly group?: vscode.TaskGroup }[] = [
  { command: "check", args: ["--format", "concise"], group: vscode.TaskGroup.Build },
  { command: "test", args: [".", "--allow-no-files"], group: vscode.TaskGroup.Test },
  { command: "fmt", args: [] },
];

/** Offers to run the command line over a folder, as the folder's own package or the computer has it: nothing is fetched for it. */
export function provideTasks(): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(LANGUAGE, {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
        COMMANDS.map(({ command, args, group }) => makeTask({ type: LANGUAGE, command, args }, folder, group)),
      ),
    resolveTask: (task) => {
      const { definition, scope } = task;
      if (!isDefinition(definition)) return undefined;
      return makeTask(definition, typeof scope === "object" ? scope : vscode.TaskScope.Workspace);
    },
  });
}

function makeTask(
  definition: Definition,
  scope: vscode.WorkspaceFolder | vscode.TaskScope.Workspace,
  group?: vscode.TaskGroup,
): vscode.Task {
  const { command, args = [] } = definition;
  const run = new vscode.ShellExecution("npx", ["--no", "--", "scalewright", command, ...args]);
  const task = new vscode.Task(definition, scope, command, LANGUAGE, run, command === "check" ? ["$scalewright"] : []);
  if (group) task.group = group;
  return task;
}

function isDefinition(definition: vscode.TaskDefinition): definition is Definition {
  const { command, args }: { readonly command?: unknown; readonly args?: unknown } = definition as Partial<Definition>;
  return typeof command === "string" && (args === undefined || (Array.isArray(args) && args.every((word) => typeof word === "string")));
}

import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { folders } from "./folders.ts";
import { type Person, personAt } from "./person.ts";
import { openWindow, type Window } from "./window.ts";

/** A window of a real VS Code for the tests of one `describe`, and the folder that it shows; both are there from `before` to `after`. */
export interface InWindow {
  readonly window: Window;
  readonly person: Person;
  readonly workspace: string;
  /** What the page was kept from by the policy of a preview. */
  brokenPolicies(): readonly string[];
  /** A picture among the results of the run, to be looked at. */
  picture(name: string): Promise<void>;
}

export interface Setting {
  /** What lies in the folder; the workspace of the tests where nothing is said. */
  readonly files?: (workspace: string) => void;
  /** A file of the folder that is open at the start. */
  readonly open?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether nobody has said yet that the folder is to be trusted. */
  readonly untrusted?: boolean;
  /** What is done before the first test. */
  readonly begin?: (there: InWindow) => Promise<void>;
}

/** Opens the window that the tests of this `describe` share. To be called inside it; what it gives may be used in tests alone. */
export function inWindow(name: string, { files, open, size, settings, untrusted, begin }: Setting): InWindow {
  let there: { readonly window: Window; readonly person: Person } | undefined;
  let workspace = "";

  const opened = () => {
    if (there === undefined) throw new Error("the window is not open yet");
    return there;
  };
  const results = path.join(folders.run, "results");
  const setting: InWindow = {
    get window() {
      return opened().window;
    },
    get person() {
      return opened().person;
    },
    get workspace() {
      return workspace;
    },
    brokenPolicies: () => opened().window.problems.filter((problem) => problem.includes("Content Security Policy")),
    async picture(picture) {
      mkdirSync(results, { recursive: true });
      await opened().window.page.screenshot({ path: path.join(results, `${picture}.png`) });
    },
  };

  before(async () => {
    workspace = mkdtempSync(path.join(os.tmpdir(), "scalewright-workspace-"));
    if (files === undefined) cpSync(folders.workspace, workspace, { recursive: true });
    else files(workspace);
    const extensionsDir = process.env.TEST_EXTENSIONS_DIR;
    const window = await openWindow({
      host: process.env.VSCODE_HOST === "oldest" ? "oldest" : "newest",
      folder: workspace,
      openFile: open && path.join(workspace, open),
      size,
      settings,
      untrusted,
      ...(extensionsDir ? { extensionsDir } : { extensionDevelopmentPath: [folders.project] }),
    });
    there = { window, person: personAt(window.page) };
    await begin?.(setting);
  });

  afterEach(async function () {
    if (this.currentTest?.state !== "failed") return;
    await setting.picture(`failed-${name}`);
    console.log(setting.window.problems.join("\n"));
  });

  after(async () => {
    await there?.window.close();
    rmSync(workspace, { recursive: true, force: true });
  });

  return setting;
}

/** Samples of the project, copied: what is typed in a test stays in it. */
export function samples(...names: readonly string[]): (workspace: string) => void {
  return (workspace) => {
    for (const name of names) cpSync(path.join(folders.project, "samples", name), path.join(workspace, name), { recursive: true });
  };
}

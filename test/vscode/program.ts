import path from "node:path";
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } from "@vscode/test-electron";
import { folders } from "./folders.ts";
import type { HostName } from "./host.ts";

/** A VS Code as `runTests` wants it: what opens its window, and what manages its extensions. */
export interface Program {
  readonly executable: string;
  readonly manager: string;
}

/** The server build from npm, or the desktop, which is downloaded and needs a screen. */
export async function programOf(host: HostName, desktop: boolean): Promise<Program> {
  if (!desktop) {
    const code = path.join(folders.harness, "code.mjs");
    return { executable: code, manager: code };
  }
  const version = host === "oldest" ? "1.100.3" : "stable";
  const executable = await downloadAndUnzipVSCode({ version, cachePath: path.join(folders.run, "desktop") });
  return { executable, manager: resolveCliPathFromVSCodeExecutablePath(executable) };
}

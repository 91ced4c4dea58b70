import path from "node:path";
import { chromium, type Page } from "playwright-core";
import { findChromium } from "./chromium.ts";
import { type Host, type HostOptions, startHost } from "./host.ts";

export interface WindowOptions extends Omit<HostOptions, "development"> {
  readonly folder: string;
  readonly openFile?: string;
  readonly extensionDevelopmentPath?: readonly string[];
  readonly extensionTestsPath?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly onLog?: (line: string) => void;
}

export interface Window {
  readonly page: Page;
  /** The exit code that VS Code gives at the end of a run of extension tests. */
  readonly exited: Promise<number>;
  /** What went wrong in the page. Some of it always does; it is printed where a test fails. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** Opens a folder in a real VS Code, in a headless Chromium that reaches nothing but this machine. */
export async function openWindow(options: WindowOptions): Promise<Window> {
  const browserProgram = await findChromium();
  const host = await startHost({ ...options, development: true });
  const browser = await chromium.launch({
    executablePath: browserProgram.executablePath,
    env: { ...environment(), ...browserProgram.env },
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  const problems = watch(page, options.verbose ?? false);

  // VS Code calls these two when it runs extension tests: the console of the extension host, and the end of the run.
  const exited = new Promise<number>((resolve) => {
    void page.exposeFunction("codeAutomationExit", (code: number) => resolve(code));
  });
  await page.exposeFunction("codeAutomationLog", (_kind: string, parts: readonly unknown[]) => options.onLog?.(parts.join(" ")));
  await page.goto(addressOf(host, options));
  return {
    page,
    exited,
    problems,
    async close() {
      await browser.close();
      await host.close();
    },
  };
}

function addressOf(host: Host, options: WindowOptions): string {
  const remote = (file: string) => `vscode-remote://${host.authority}${path.resolve(file)}`;
  const payload = [["skipWelcome", "true"]];
  if (options.openFile !== undefined) payload.push(["openFile", remote(options.openFile)]);
  for (const folder of options.extensionDevelopmentPath ?? []) payload.push(["extensionDevelopmentPath", remote(folder)]);
  if (options.extensionTestsPath !== undefined) payload.push(["extensionTestsPath", remote(options.extensionTestsPath)]);
  const query = new URLSearchParams({ folder: path.resolve(options.folder), payload: JSON.stringify(payload) });
  return `http://${host.authority}/?${query.toString()}`;
}

function watch(page: Page, verbose: boolean): string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`page error: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`HTTP ${response.status()} ${response.url()}`);
  });
  page.on("requestfailed", (request) => problems.push(`failed ${request.url()} ${request.failure()?.errorText ?? ""}`));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text().slice(0, 400)}`);
    if (verbose) console.error(`[page ${message.type()}] ${message.text().slice(0, 400)}`);
  });
  return problems;
}

function environment(): Record<string, string> {
  const all = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(all);
}

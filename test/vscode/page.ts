import type { Page } from "playwright-core";
import { launchChromium } from "./launch.ts";

export interface PageOptions {
  readonly size?: { readonly width: number; readonly height: number };
  readonly verbose?: boolean;
  readonly onLog?: (line: string) => void;
}

export interface OpenedPage {
  readonly page: Page;
  /** The exit code that VS Code gives at the end of a run of extension tests. */
  readonly exited: Promise<number>;
  /** What went wrong in the page. Some of it always does; it is printed where a test fails. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** Opens an address in a headless Chromium that reaches nothing but this machine. */
export async function openPage(address: string, options: PageOptions): Promise<OpenedPage> {
  const browser = await launchChromium([
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Webviews have an origin of their own each, below localhost.
    "--host-resolver-rules=MAP *.localhost 127.0.0.1, MAP localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ]);
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
  await page.goto(address);
  return { page, exited, problems, close: () => browser.close() };
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

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { pageSender } from "../../client/pageSender.ts";
import type { FromPage, PreviewState, ToPage } from "../../client/previewMessages.ts";
import { type PreviewResult, requests } from "../../server/lsp/requests.ts";
import { memoryClient, type TestClient } from "../server/client.ts";
import type { Theme } from "./editorPage.ts";

/** A preview as the editor shows it: its own page and script in a browser, and the server in memory behind it. */
export interface Panel {
  readonly page: Page;
  readonly client: TestClient;
  /** What the page has sent besides changes of its state. */
  readonly sent: FromPage[];
  /** Replaces the text of the document, as typing in the editor does. */
  edit(text: string): Promise<void>;
  /** Waits until everything that the page has sent is answered and shown: a page that is asked for may come late. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Everything of the extension's side that runs in the page, built once. */
export async function panelBuilder(): Promise<{
  open(
    browser: Browser,
    text: string,
    options?: {
      readonly width?: number;
      readonly height?: number;
      readonly theme?: Theme;
      readonly uri?: string;
      readonly read?: (uri: string) => string | undefined;
    },
  ): Promise<Panel>;
  end(): void;
}> {
  const folder = mkdtempSync(join(tmpdir(), "scalewright-panel-"));
  const common = { bundle: true, write: false, logLevel: "silent" } as const;
  const [script, style] = await Promise.all(
    ["client/media/preview.ts", "client/media/preview.css"].map(async (entry) => {
      const made = await build({ ...common, entryPoints: [entry], format: "iife" });
      return made.outputFiles[0]?.text ?? "";
    }),
  );
  // The page is made by the extension; of the editor it needs nothing but the words of a translation.
  const stub = `export const l10n = { t: (text) => text }; export const env = { language: "en" }; export const Uri = { joinPath: (...parts) => parts.join("/") };`;
  const made = await build({
    ...common,
    entryPoints: ["client/previewPage.ts"],
    format: "esm",
    platform: "node",
    outfile: join(folder, "page.mjs"),
    write: true,
    plugins: [
      {
        name: "editor",
        setup(bundling) {
          bundling.onResolve({ filter: /^vscode$/ }, () => ({ path: "vscode", namespace: "stub" }));
          bundling.onLoad({ filter: /.*/, namespace: "stub" }, () => ({ contents: stub }));
        },
      },
    ],
  });
  if (made.errors.length > 0) throw new Error("the page cannot be built");
  const { previewPage } = (await import(pathToFileURL(join(folder, "page.mjs")).href)) as {
    previewPage(webview: object, extension: string, state: PreviewState): string;
  };
  return {
    async open(browser, text, { width = 1000, height = 900, theme, uri = "file:///folder/document.instrument.yaml", read } = {}) {
      const client = await memoryClient(read);
      client.open(uri, text);
      let version = 1;
      let state: PreviewState = { uri, mode: uri.includes(".translation.") ? "translation" : "participant", filled: {} };
      const sent: FromPage[] = [];
      const sender = pageSender();
      const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true });
      const page = await context.newPage();
      const show = async (): Promise<void> => {
        const asked = sender.shown();
        const preview = await client.connection.sendRequest<PreviewResult>(requests.preview, { ...state, page: asked });
        const message: ToPage | undefined =
          preview === null ? { kind: "unavailable", message: "nothing to show" } : sender.show(preview, state, asked);
        // The page has taken it in when this is over, as it would not have with `postMessage`.
        if (message !== undefined)
          await page.evaluate(`window.dispatchEvent(new MessageEvent("message", { data: ${JSON.stringify(message)} }))`);
        if (message === undefined || preview?.whole === false) await show();
      };
      const underWay = new Set<Promise<void>>();
      await page.exposeFunction("toExtension", async (message: FromPage) => {
        if (message.kind === "ready" || message.kind === "changed") {
          state = message.state;
          const shown = show();
          underWay.add(shown);
          await shown.finally(() => underWay.delete(shown));
        } else sent.push(message);
      });
      const colours = Object.entries({
        ...(theme?.colours ?? { "editor-background": "#ffffff", "editor-foreground": "#3b3b3b", "textLink-foreground": "#005fb8" }),
        "font-family": "system-ui, sans-serif",
        "editor-font-family": "monospace",
      });
      const frame = previewPage({ asWebviewUri: (one: string) => one, cspSource: "'self'" }, "", state)
        .replace("<body ", `<body class="${theme?.className ?? "vscode-light"}" `)
        .replace(
          /<link[^>]*>/,
          `<style>:root { ${colours.map(([name, value]) => `--vscode-${name}: ${value};`).join(" ")} }</style><style>${style}</style>`,
        )
        .replace(
          /<script[^>]*><\/script>/,
          () =>
            `<script>window.acquireVsCodeApi = () => ({ postMessage: (m) => window.toExtension(m), getState: () => undefined, setState: () => undefined });</script><script>${script}</script>`,
        );
      await page.setContent(frame);
      await page.waitForFunction("document.querySelector('#preview').children.length > 0 || !document.querySelector('#notice').hidden");
      return {
        page,
        client,
        sent,
        async edit(newText) {
          version++;
          client.change(uri, version, [{ text: newText }]);
          await show();
        },
        async settled() {
          // What the page sent before it answers has come, and what came from it is laid out one frame later.
          const answer = () => page.evaluate("new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))");
          for (await answer(); underWay.size > 0; await answer()) await Promise.all(underWay);
        },
        async close() {
          await context.close();
          await client.close();
        },
      };
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

import path from "node:path";
import { type Host, type HostOptions, startHost } from "./host.ts";
import { type OpenedPage, openPage, type PageOptions } from "./page.ts";

export interface WindowOptions extends Omit<HostOptions, "development">, PageOptions {
  readonly folder: string;
  readonly openFile?: string;
  readonly extensionDevelopmentPath?: readonly string[];
  readonly extensionTestsPath?: string;
}

export type Window = OpenedPage;

/** Opens a folder in a real VS Code, in a headless Chromium. */
export async function openWindow(options: WindowOptions): Promise<Window> {
  const host = await startHost({ ...options, development: true });
  const opened = await openPage(addressOf(host, options), options);
  return {
    ...opened,
    async close() {
      await opened.close();
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

import type { FrameLocator, Locator, Page } from "playwright-core";

/** What a person does in a window of VS Code. */
export interface Person {
  /** A line of the editor that holds a text. */
  line(text: string): Locator;
  /** Puts the cursor into a line. */
  clickLine(text: string): Promise<void>;
  /** The page inside the preview. */
  preview(): FrameLocator;
  /** Runs a command from the command palette. */
  run(command: string): Promise<void>;
}

export function personAt(page: Page): Person {
  // The editor writes spaces that do not break.
  const line = (text: string): Locator => page.locator(".view-line", { hasText: text.replace(/ /g, "\u00a0") }).first();
  return {
    line,
    // Near its start: the middle of a long line lies out of sight, and the editor does not want to be scrolled by others.
    clickLine: (text) => line(text).click({ position: { x: 90, y: 8 } }),
    preview: () => page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame"),
    async run(command) {
      const row = page.locator(".quick-input-list .monaco-list-row", { hasText: command }).first();
      // The list is made when it is opened: it lacks the commands of an extension that is still being read.
      for (let tries = 0; tries < 20; tries++) {
        await page.keyboard.press("F1");
        await page.locator(".quick-input-widget input").first().fill(`>${command}`);
        try {
          await row.click({ timeout: 1500 });
          return;
        } catch (error) {
          if (!(error instanceof Error) || error.name !== "TimeoutError" || tries === 19) throw error;
          await page.keyboard.press("Escape");
        }
      }
    },
  };
}

import type { FrameLocator, Locator, Page } from "playwright-core";

/** What a person does in a window of VS Code. */
export interface Person {
  /** A line of the editor that holds a text. */
  line(text: string): Locator;
  /** Puts the cursor into a line. */
  clickLine(text: string): Promise<void>;
  /** Opens the preview of the document in the active editor, beside it. */
  openPreview(): Promise<void>;
  /** The page inside the preview. */
  preview(): FrameLocator;
  /** The button of a mode of the preview, or another one of its bar. */
  previewButton(name: string): Locator;
  /** Takes the cursor to a line, by its number. */
  goTo(line: number): Promise<void>;
  /** Waits until the editor has the focus and the cursor in a line, by its number. */
  isAt(line: number): Promise<void>;
  /** Runs a command from the command palette. */
  run(command: string): Promise<void>;
}

export function personAt(page: Page): Person {
  const preview = (): FrameLocator => page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame");
  // The editor writes spaces that do not break.
  const line = (text: string): Locator => page.locator(".view-line", { hasText: text.replace(/ /g, "\u00a0") }).first();
  const person: Person = {
    line,
    // Near its start: the middle of a long line lies out of sight, and the editor does not want to be scrolled by others.
    clickLine: (text) => line(text).click({ position: { x: 90, y: 8 } }),
    openPreview: () => person.run("Scalewright: Open Preview to the Side"),
    preview,
    previewButton: (name) => preview().getByRole("button", { name, exact: true }),
    async isAt(number) {
      await page.getByText(new RegExp(`^Ln ${number}, `)).waitFor();
      await page.locator(".editor-group-container.active .monaco-editor.focused").first().waitFor();
    },
    // Until it is understood what is typed, Enter does nothing.
    goTo: (number) => pick("Control+g", `:${number}`, `line ${number}`, () => page.keyboard.press("Enter")),
    run: (command) => pick("F1", `>${command}`, command, (row) => row.click({ timeout: 1500 })),
  };
  return person;

  /** The list is made when it is opened: it lacks the commands of an extension that is still being read. */
  async function pick(key: string, typed: string, offered: string, take: (row: Locator) => Promise<void>): Promise<void> {
    const row = page.locator(".quick-input-list .monaco-list-row", { hasText: offered }).first();
    for (let tries = 0; tries < 20; tries++) {
      await page.keyboard.press(key);
      try {
        // What is still loading may take the focus, and the box closes again.
        await page.locator(".quick-input-widget input").first().fill(typed, { timeout: 1500 });
        await row.waitFor({ timeout: 1500 });
        await take(row);
        return;
      } catch (error) {
        if (!(error instanceof Error) || error.name !== "TimeoutError" || tries === 19) throw error;
        await page.keyboard.press("Escape");
      }
    }
  }
}

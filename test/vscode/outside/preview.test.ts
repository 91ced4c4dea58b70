import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { FrameLocator, Locator } from "playwright-core";
import { folders } from "../folders.ts";
import { openWindow, type Window } from "../window.ts";

// What a person sees and does: the editor on the left, the preview of the same document on the right.
describe("the preview beside its document", function () {
  this.timeout(60_000);
  let workspace: string;
  let window: Window;

  before(async () => {
    workspace = mkdtempSync(path.join(os.tmpdir(), "scalewright-workspace-"));
    cpSync(folders.workspace, workspace, { recursive: true });
    const extensionsDir = process.env.TEST_EXTENSIONS_DIR;
    window = await openWindow({
      host: process.env.VSCODE_HOST === "oldest" ? "oldest" : "newest",
      folder: workspace,
      ...(extensionsDir ? { extensionsDir } : { extensionDevelopmentPath: [folders.project] }),
    });
    // A file that the address names would be opened again after a reload, in place of what was open.
    await window.page.locator(".explorer-folders-view", { hasText: "clean.instrument.yaml" }).waitFor();
    await window.page.locator(".explorer-folders-view .monaco-list-row", { hasText: "clean.instrument.yaml" }).dblclick();
    await line("instrument: day-at-work").waitFor();
    await run("Scalewright: Open Preview to the Side");
    await preview().locator("main").getByText("I can settle a hard day at work.").waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state !== "failed") return;
    await window.page.screenshot({ path: path.join(folders.run, "results", "failed-preview.png") });
    console.log(window.problems.join("\n"));
  });

  after(async () => {
    await window.close();
    rmSync(workspace, { recursive: true, force: true });
  });

  const line = (text: string): Locator => window.page.locator(".view-line", { hasText: text.replace(/ /g, "\u00a0") }).first();
  const preview = (): FrameLocator => window.page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame");
  const answer = (item: string, code: string): Locator => preview().locator(`input[name="${item}"][value="${code}"]`);

  async function run(command: string): Promise<void> {
    await window.page.keyboard.press("F1");
    await window.page.locator(".quick-input-widget input").first().fill(`>${command}`);
    await window.page.locator(".quick-input-list .monaco-list-row", { hasText: command }).first().click();
  }

  async function write(text: string, end: string): Promise<void> {
    await line(text).click();
    await window.page.keyboard.press("End");
    await window.page.keyboard.type(end);
  }

  it("shows the stems, and the options of their response", async () => {
    await preview().locator("main").getByText("I usually find another way when a plan fails.").waitFor();
    assert.equal(await preview().locator('input[name="ose1"]').count(), 5);
  });

  it("has a style from our own file and breaks no rule of its policy", async () => {
    assert.equal(
      await preview()
        .locator("#bar")
        .evaluate((bar) => bar.ownerDocument.styleSheets.length > 0),
      true,
    );
    assert.deepEqual(
      window.problems.filter((problem) => problem.includes("Content Security Policy") && problem.includes("preview")),
      [],
    );
  });

  it("keeps an answer while the text is edited", async () => {
    await answer("ose1", "4").check();
    await write("ose2: I usually find another way", " Really");
    await preview().locator("main").getByText("when a plan fails. Really").waitFor();
    assert.equal(await answer("ose1", "4").isChecked(), true);
  });

  it("shows where a stem comes from when it is clicked", async () => {
    await preview().locator("main").getByText("I can settle a hard day at work.").first().click();
    await window.page.getByText(/^Ln 18, /).waitFor();
  });

  it("marks the part that the cursor is at", async () => {
    await line("ose2: I usually find another way").click();
    await preview().locator("[data-at-cursor]", { hasText: "find another way" }).first().waitFor();
  });

  it("is there again after the window is reloaded, with its answers", async () => {
    await run("Developer: Reload Window");
    await window.page.waitForEvent("load");
    await preview().locator("main").getByText("I can settle a hard day at work.").waitFor();
    assert.equal(await answer("ose1", "4").isChecked(), true);
  });

  it("gives the answers up when asked", async () => {
    await preview().getByRole("button", { name: "Clear answers" }).click();
    await preview().locator("#clear").waitFor({ state: "hidden" });
    await preview().locator('input[name="ose1"]:checked').waitFor({ state: "detached" });
  });
});

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Locator } from "playwright-core";
import { folders } from "../folders.ts";
import { type Person, personAt } from "../person.ts";
import { openWindow, type Window } from "../window.ts";

// What a person sees and does: the editor on the left, the preview of the same document on the right.
describe("the preview beside its document", function () {
  this.timeout(60_000);
  let workspace: string;
  let window: Window;
  let person: Person;

  before(async () => {
    workspace = mkdtempSync(path.join(os.tmpdir(), "scalewright-workspace-"));
    cpSync(folders.workspace, workspace, { recursive: true });
    const extensionsDir = process.env.TEST_EXTENSIONS_DIR;
    window = await openWindow({
      host: process.env.VSCODE_HOST === "oldest" ? "oldest" : "newest",
      folder: workspace,
      ...(extensionsDir ? { extensionsDir } : { extensionDevelopmentPath: [folders.project] }),
    });
    person = personAt(window.page);
    // A file that the address names would be opened again after a reload, in place of what was open.
    await window.page.locator(".explorer-folders-view", { hasText: "clean.instrument.yaml" }).waitFor();
    await window.page.locator(".explorer-folders-view .monaco-list-row", { hasText: "clean.instrument.yaml" }).dblclick();
    await person.line("instrument: day-at-work").waitFor();
    await person.run("Scalewright: Open Preview to the Side");
    await person.preview().locator("main").getByText("I can settle a hard day at work.").waitFor();
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

  const answer = (item: string, code: string): Locator => person.preview().locator(`input[name="${item}"][value="${code}"]`);

  /** Puts text at the end of a line, once the editor has really got the cursor there. */
  async function write(line: string, number: number, end: string): Promise<void> {
    await person.clickLine(line);
    await window.page.getByText(new RegExp(`^Ln ${number}, `)).waitFor();
    await window.page.locator(".editor-group-container.active .monaco-editor.focused").first().waitFor();
    await window.page.keyboard.press("End");
    await window.page.keyboard.type(end);
  }

  it("shows the stems, and the options of their response", async () => {
    await person.preview().locator("main").getByText("I usually find another way when a plan fails.").first().waitFor();
    assert.equal(await person.preview().locator('input[name="ose1"]').count(), 5);
  });

  it("keeps an answer while the text is edited", async () => {
    await answer("ose1", "4").check();
    await write("ose2: I usually find another way", 21, " Really");
    await person.preview().locator("main").getByText("when a plan fails. Really").first().waitFor();
    assert.equal(await answer("ose1", "4").isChecked(), true);
    await person.preview().locator("[data-at-cursor]", { hasText: "when a plan fails. Really" }).first().waitFor();
  });

  it("shows where a stem comes from when it is clicked", async () => {
    await person.preview().locator("main").getByText("I can settle a hard day at work.").first().click();
    await window.page.locator(".active-line-number", { hasText: "20" }).waitFor();
    await window.page.locator(".selected-text").first().waitFor();
  });

  it("marks the part that the cursor is at", async () => {
    await person.clickLine("ose2: I usually find another way");
    await person.preview().locator("[data-at-cursor]", { hasText: "find another way" }).first().waitFor();
  });

  it("is there again after the window is reloaded, with its answers", async () => {
    await person.run("Developer: Reload Window");
    await window.page.waitForEvent("load");
    await person.preview().locator("main").getByText("I can settle a hard day at work.").waitFor();
    assert.equal(await answer("ose1", "4").isChecked(), true);
  });

  it("gives the answers up when asked", async () => {
    await person.preview().getByRole("button", { name: "Clear answers" }).click();
    await person.preview().locator("#clear").waitFor({ state: "hidden" });
    await person.preview().locator('input[name="ose1"]:checked').waitFor({ state: "detached" });
  });

  it("shows what a reviewer judges, and what each score can be", async () => {
    const mode = (name: string) => person.preview().getByRole("button", { name });
    await mode("Reviewer").click();
    await person.preview().locator("main").getByText("confidence_total").first().waitFor();
    await mode("Scores").click();
    await person.preview().locator("main").getByText("more confidence").first().waitFor();
    assert.equal(await mode("Scores").getAttribute("aria-pressed"), "true");
    await mode("Participant").click();
    await answer("ose1", "4").waitFor();
  });

  it("has taken its style from our own file, and broken no rule of its policy", async () => {
    const position = await person
      .preview()
      .locator("#bar")
      .evaluate((bar) => bar.ownerDocument.defaultView?.getComputedStyle(bar).position);
    assert.equal(position, "sticky");
    assert.deepEqual(
      window.problems.filter((problem) => problem.includes("Content Security Policy")),
      [],
    );
  });
});

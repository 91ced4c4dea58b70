import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { inWindow } from "../inWindow.ts";

// What a person sees and does: the editor on the left, the preview of the same document on the right.
describe("the preview beside its document", function () {
  this.timeout(60_000);
  const there = inWindow("preview", {
    async begin({ window, person }) {
      // A file that the address names would be opened again after a reload, in place of what was open.
      const row = window.page.locator(".explorer-folders-view .monaco-list-row", { hasText: "clean.instrument.yaml" });
      await row.waitFor();
      await row.dblclick();
      await person.line("instrument: day-at-work").waitFor();
      await person.openPreview();
      await person.preview().locator("main").getByText("I can settle a hard day at work.").waitFor();
    },
  });

  const answer = (item: string, code: string): Locator => there.person.preview().locator(`input[name="${item}"][value="${code}"]`);

  /** Puts text at the end of a line, once the editor has really got the cursor there. */
  async function write(line: string, number: number, end: string): Promise<void> {
    await there.person.clickLine(line);
    await there.person.isAt(number);
    await there.window.page.keyboard.press("End");
    await there.window.page.keyboard.type(end);
  }

  it("shows the stems, and the options of their response", async () => {
    await there.person.preview().locator("main").getByText("I usually find another way when a plan fails.").first().waitFor();
    assert.equal(await there.person.preview().locator('input[name="ose1"]').count(), 5);
  });

  it("keeps an answer while the text is edited", async () => {
    await answer("ose1", "4").check();
    await write("ose2: I usually find another way", 21, " Really");
    await there.person.preview().locator("main").getByText("when a plan fails. Really").first().waitFor();
    assert.equal(await answer("ose1", "4").isChecked(), true);
    await there.person.preview().locator("[data-at-cursor]", { hasText: "when a plan fails. Really" }).first().waitFor();
  });

  it("shows where a stem comes from when it is clicked", async () => {
    await there.person.preview().locator("main").getByText("I can settle a hard day at work.").first().click();
    await there.window.page.locator(".active-line-number", { hasText: "20" }).waitFor();
    await there.window.page.locator(".selected-text").first().waitFor();
  });

  it("marks the part that the cursor is at", async () => {
    await there.person.clickLine("ose2: I usually find another way");
    await there.person.preview().locator("[data-at-cursor]", { hasText: "find another way" }).first().waitFor();
  });

  it("is there again after the window is reloaded, with its answers", async () => {
    await there.person.run("Developer: Reload Window");
    await there.window.page.waitForEvent("load");
    await there.person.preview().locator("main").getByText("I can settle a hard day at work.").waitFor();
    assert.equal(await answer("ose1", "4").isChecked(), true);
  });

  it("gives the answers up when asked", async () => {
    await there.person.previewButton("Clear answers").click();
    await there.person.preview().locator("#clear").waitFor({ state: "hidden" });
    await there.person.preview().locator('input[name="ose1"]:checked').waitFor({ state: "detached" });
  });

  it("shows what a reviewer judges, and what each score can be", async () => {
    const mode = there.person.previewButton;
    await mode("Reviewer").click();
    await there.person.preview().locator("main").getByText("confidence_total").first().waitFor();
    await mode("Scores").click();
    await there.person.preview().locator("main").getByText("more confidence").first().waitFor();
    assert.equal(await mode("Scores").getAttribute("aria-pressed"), "true");
    await mode("Participant").click();
    await answer("ose1", "4").waitFor();
  });

  it("stands beside a preview of another document, and each keeps its own answers", async () => {
    const { page } = there.window;
    await answer("ose1", "4").check();
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "uses-library.instrument.yaml" }).dblclick();
    await there.person.line("instrument: shared-response").waitFor();
    await there.person.openPreview();
    await there.person.preview().locator('input[name="calm"][value="2"]').check();
    // The first was hidden by the text of the other, and is made anew.
    await page.locator(".tab", { hasText: "Preview clean.instrument.yaml" }).click();
    const frames = page.frameLocator("iframe.webview.ready");
    const kept = (item: string, code: string) =>
      Promise.any(
        [0, 1].map((place) =>
          frames.nth(place).frameLocator("#active-frame").locator(`input[name="${item}"][value="${code}"]:checked`).waitFor(),
        ),
      );
    await Promise.all([kept("ose1", "4"), kept("calm", "2")]);
  });

  it("has taken its style from our own file, and broken no rule of its policy", async () => {
    const position = await there.person
      .preview()
      .locator("#bar")
      .evaluate((bar) => bar.ownerDocument.defaultView?.getComputedStyle(bar).position);
    assert.equal(position, "sticky");
    assert.deepEqual(there.brokenPolicies(), []);
  });
});

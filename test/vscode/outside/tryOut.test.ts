import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Locator } from "playwright-core";
import { inWindow, samples } from "../inWindow.ts";

const NAME = "link-worker-retention.instrument.yaml";

// A person answers a real instrument in the preview, sees what the answers do, and keeps them as a scoring test.
describe("trying an instrument out in the preview", function () {
  this.timeout(60_000);
  const there = inWindow("try-out", {
    files: samples(NAME),
    open: NAME,
    size: { width: 1400, height: 1000 },
    settings: { "editor.minimap.enabled": false },
    async begin({ person }) {
      await person.line("instrument: link-worker-retention").waitFor();
      await person.openPreview();
      await item("se1").waitFor();
    },
  });

  const item = (id: string): Locator => there.person.preview().locator(`#item-${id}`);
  const answer = (id: string, code: string): Locator => item(id).locator(`input[value="${code}"]`);
  const live = (score: string, value: string): Locator => there.person.preview().locator(`#live-${score} output`, { hasText: value });
  const input = (): Locator => there.window.page.locator(".quick-input-widget input.input");

  it("asks what the answers lead to", async () => {
    await answer("leave_past", "yes").check();
    await item("leave_why").locator("textarea").waitFor();
    await live("left_past", "true").waitFor({ state: "attached" });
    await answer("leave_past", "no").check();
    await there.person.preview().locator("#item-leave_why.hidden-item").waitFor({ state: "attached" });
    await live("left_past", "false").waitFor({ state: "attached" });
  });

  it("shows the scores as they come about", async () => {
    for (const id of ["se1", "se2", "se3", "se4", "se5"]) await answer(id, "6").check();
    assert.equal(await there.person.preview().locator("#live-self_efficacy output").count(), 0);
    await answer("se6", "6").check();
    await live("self_efficacy", "36").waitFor({ state: "attached" });
    await answer("se6", "1").check();
    await live("self_efficacy", "31").waitFor({ state: "attached" });
  });

  it("selects the line of an item that is clicked", async () => {
    await item("se3").getByText("I know whom to ask when a case is new to me.").click();
    await there.window.page.locator(".active-line-number", { hasText: /^125$/ }).waitFor();
    await there.window.page.locator(".selected-text").first().waitFor();
    await there.person.line("se3: I know whom to ask").waitFor();
  });

  it("shows what is typed, and the answers are still there", async () => {
    await there.person.clickLine("se3: I know whom to ask");
    await there.window.page.locator(".editor-group-container.active .monaco-editor.focused").first().waitFor();
    await there.window.page.keyboard.press("End");
    await there.window.page.keyboard.type(" today");
    await item("se3").getByText("new to me. today").waitFor();
    for (const id of ["se1", "se2", "se3", "se4", "se5"]) assert.equal(await answer(id, "6").isChecked(), true, id);
    await live("self_efficacy", "31").waitFor({ state: "attached" });
    await saved("new to me. today");
  });

  it("keeps the answers as a scoring test: its name, then what the person should score", async () => {
    await there.person.preview().locator("#keep").click();
    await there.window.page.getByText("What is this person?").waitFor();
    assert.equal(await input().inputValue(), "from the preview");
    await input().fill("sure of most things");
    await input().press("Enter");
    await there.window.page.getByText("What should this person score?").waitFor();
    assert.match(await input().inputValue(), /self_efficacy: 31/);
    await input().fill("self_eficacy: 31");
    await there.window.page.getByText('no score is named "self_eficacy"').waitFor();
    await input().fill("self_efficacy: 31, left_past: false");
    await there.window.page.getByText("no score is named").waitFor({ state: "detached" });
    await input().press("Enter");
    await input().waitFor({ state: "hidden" });
    // It is written into the open document, and on the disk once that is saved.
    await there.window.page.locator(".tab.dirty", { hasText: NAME }).waitFor();
    assert.match(
      await saved("sure of most things"),
      /\n {2}sure of most things:\n {4}answers: \{leave_past: "no", se1\.\.se5: 6, se6: 1\}\n {4}expect: \{self_efficacy: 31, left_past: false\}\n/,
    );
    assert.equal(await there.window.page.locator(".squiggly-error").count(), 0);
  });

  /** Saves the document; gives what is on the disk as soon as these words are in it. */
  async function saved(words: string): Promise<string> {
    await there.person.run("File: Save All");
    await there.window.page.locator(".tab.dirty").waitFor({ state: "detached" });
    const written = readFileSync(path.join(there.workspace, NAME), "utf8");
    assert.ok(written.includes(words), words);
    return written;
  }
});

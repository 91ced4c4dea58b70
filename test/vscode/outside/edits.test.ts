import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Frame } from "playwright-core";
import { instrument } from "../../bench/generate.mjs";
import { inWindow } from "../inWindow.ts";

const ITEMS = 340;
const EDITS = 60;
const NAME = "large.instrument.yaml";

// A long instrument is edited letter by letter beside its preview. How long a letter takes to get there is printed, and decides nothing.
describe(`a preview of ${ITEMS} items while the text is edited`, function () {
  this.timeout(120_000);
  const text = instrument(ITEMS, 7);
  /** The lines that hold a whole wording. */
  const stems = text.split("\n").flatMap((line, index) => (/^ {8}text: \w/.test(line) ? [index + 1] : []));
  const there = inWindow("edits", {
    files: (workspace) => writeFileSync(path.join(workspace, NAME), text),
    open: NAME,
    size: { width: 1400, height: 1000 },
    settings: { "editor.minimap.enabled": false, "editor.quickSuggestions": { other: "off", comments: "off", strings: "off" } },
    async begin({ person }) {
      await person.line("instrument: ").waitFor();
      await person.run("Scalewright: Open Preview to the Side");
      await person.preview().locator("main input[type=radio]").first().waitFor();
    },
  });

  it("keeps answers, scroll and focus, and follows each letter", async () => {
    const { page } = there.window;
    const frame = await previewFrame();
    const answer = there.person.preview().locator("main input[type=radio]").first();
    await answer.check();
    await there.person.preview().locator(".live").waitFor();
    await goToEndOf(stems[Math.floor(stems.length / 2)] ?? 1);
    await page.keyboard.type(" so");
    await until(frame, "document.querySelector('main').textContent.includes(' so')");
    await frame.evaluate(WATCH);
    await page.evaluate("addEventListener('keydown', () => (window.pressed = performance.timeOrigin + performance.now()), true)");
    const scroll = await frame.evaluate<number>("scrollY");
    const times: number[] = [];
    for (let edit = 0; edit < EDITS; edit++) {
      await frame.evaluate("window.patched = 0");
      await page.keyboard.press("abcdefghij"[edit % 10] ?? "a");
      await until(frame, "window.patched > 0");
      times.push((await frame.evaluate<number>("patched")) - (await page.evaluate<number>("pressed")));
      await page.waitForTimeout(100);
    }
    const [median, late] = [0.5, 0.95].map((part) => Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0));
    console.log(`      from the key to the preview: median ${median} ms, p95 ${late} ms (${EDITS} letters)`);
    assert.equal(await answer.isChecked(), true);
    assert.equal(await frame.evaluate("scrollY"), scroll);
    // Nobody who types is taken out of the text.
    assert.equal(await page.locator(".editor-group-container.active .monaco-editor.focused").count(), 1);
  });

  async function goToEndOf(line: number): Promise<void> {
    const { page } = there.window;
    await page.locator(".monaco-editor .view-lines").first().click();
    await page.keyboard.press("Control+g");
    await page.locator(".quick-input-widget input").first().fill(`:${line}`);
    await page.keyboard.press("Enter");
    await page.getByText(new RegExp(`^Ln ${line}, `)).waitFor();
    await page.locator(".editor-group-container.active .monaco-editor.focused").first().waitFor();
    await page.keyboard.press("End");
  }

  async function previewFrame(): Promise<Frame> {
    const element = await there.person.preview().locator("html").elementHandle();
    const frame = await element?.ownerFrame();
    assert.ok(frame);
    return frame;
  }
});

/** The policy of the page lets nothing be evaluated in it again and again, so it is asked from outside. */
async function until(frame: Frame, condition: string): Promise<void> {
  while (!(await frame.evaluate(condition))) await frame.page().waitForTimeout(20);
}

/** Notes when a text of the page first changes. */
const WATCH = `new MutationObserver((changes) => {
  if (window.patched === 0 && changes.some(({ type }) => type === "characterData")) window.patched = performance.timeOrigin + performance.now();
}).observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true })`;

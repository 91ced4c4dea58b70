import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Frame } from "playwright-core";
import { instrument } from "../../bench/generate.mjs";
import { quantile } from "../../bench/numbers.mjs";
import { inWindow } from "../inWindow.ts";

const ITEMS = 340;
const EDITS = 30;
const NAME = "large.instrument.yaml";
const text = instrument(ITEMS, 7);

/** In each mode the lines of a wording that it shows, of items or of scores, and ten keys that are typed there quickly. */
const MODES = [
  { mode: "Participant", wording: /^ {8}text: \w/, quickly: " and so on" },
  { mode: "Reviewer", wording: /^ {8}text: \w/, quickly: " or so far" },
  { mode: "Scores", wording: /^ {4}label: \w/, quickly: " by itself" },
];

// A long instrument is edited letter by letter beside its preview. How long a letter takes to get there is printed, for `npm run bench`, and decides nothing.
describe(`a preview of ${ITEMS} items while the text is edited`, function () {
  this.timeout(120_000);
  const there = inWindow("edits", {
    files: (workspace) => writeFileSync(path.join(workspace, NAME), text),
    open: NAME,
    size: { width: 1400, height: 1000 },
    settings: { "editor.minimap.enabled": false, "editor.quickSuggestions": { other: "off", comments: "off", strings: "off" } },
    async begin({ person, window }) {
      await person.line("instrument: ").waitFor();
      await person.openPreview();
      await answer().check();
      await person.preview().locator(".live").waitFor();
      await (await previewFrame()).evaluate(WATCH);
      await window.page.evaluate("addEventListener('keydown', () => (window.pressed = performance.timeOrigin + performance.now()), true)");
    },
  });

  for (const { mode, wording, quickly } of MODES) {
    it(`follows each letter, and keeps scroll and focus: ${mode}`, async () => {
      const { page } = there.window;
      const frame = await previewFrame();
      await there.person.previewButton(mode).click();
      await there.person.preview().locator(`main .${mode.toLowerCase()}`).waitFor();
      const lines = text.split("\n").flatMap((line, index) => (wording.test(line) ? [index + 1] : []));
      await goToEndOf(lines[Math.floor(lines.length / 2)] ?? 1);
      await page.keyboard.type(quickly, { delay: 100 });
      await until(frame, `document.querySelector("main").textContent.includes(${JSON.stringify(quickly)})`);
      const behind = (await frame.evaluate<number>("latest")) - (await page.evaluate<number>("pressed"));
      const scroll = await frame.evaluate<number>("scrollY");
      const times: number[] = [];
      for (let edit = 0; edit < EDITS; edit++) {
        await frame.evaluate("window.first = 0");
        await page.keyboard.press("abcdefghij"[edit % 10] ?? "a");
        await until(frame, "window.first > 0");
        times.push((await frame.evaluate<number>("first")) - (await page.evaluate<number>("pressed")));
        await page.waitForTimeout(100);
      }
      const [median, late] = [0.5, 0.95].map((part) => Math.round(quantile(times, part)));
      console.log(
        `      ${mode}, from the key to the preview: median ${median} ms, p95 ${late} ms; behind ${quickly.length} quick keys: ${Math.round(behind)} ms`,
      );
      assert.equal(await frame.evaluate("scrollY"), scroll);
      // Nobody who types is taken out of the text.
      assert.equal(await page.locator(".editor-group-container.active .monaco-editor.focused").count(), 1);
    });
  }

  it("keeps the answers through all that", async () => {
    await there.person.previewButton("Participant").click();
    await there.person.preview().locator(".live").waitFor();
    assert.equal(await answer().isChecked(), true);
  });

  const answer = () => there.person.preview().locator("main input[type=radio]").first();

  async function goToEndOf(line: number): Promise<void> {
    const { page } = there.window;
    // By the keyboard: to click into the text would be to scroll to its middle first, which the editor does not expect.
    await page.keyboard.press("Control+1");
    await page.locator(".editor-group-container.active .monaco-editor.focused").first().waitFor();
    await there.person.goTo(line);
    await there.person.isAt(line);
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
  while (!(await frame.evaluate(condition))) await frame.page().waitForTimeout(50);
}

/** Notes when a text of the page first changes, and when it last does. */
const WATCH = `new MutationObserver((changes) => {
  if (!changes.some(({ type }) => type === "characterData")) return;
  window.latest = performance.timeOrigin + performance.now();
  window.first ||= window.latest;
}).observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true })`;

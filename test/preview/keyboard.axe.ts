import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../vscode/launch.ts";
import { accessible, fits } from "./accessible.ts";
import { everyDocument } from "./otherDocuments.ts";
import { type Panel, panelBuilder } from "./panel.ts";
import { scrollByKeys, walk } from "./walk.ts";

// The preview without a mouse, in every mode; `npm test -- preview` runs it.

const SAMPLES = new URL("../../samples/", import.meta.url);
const read = (uri: string) => (existsSync(new URL(uri)) ? readFileSync(new URL(uri), "utf8") : undefined);

/** Samples, and documents in which every part of their kind is used. */
const DOCUMENTS: readonly { readonly name: string; readonly uri: string; readonly text: string }[] = [
  ...[
    "link-worker-retention.instrument.yaml",
    "jdr-core-set.delphi.yaml",
    "link-worker-interviews.guide.yaml",
    "new-starters.study.yaml",
    "new-starters.ar.translation.yaml",
  ].map((name) => ({ name, uri: new URL(name, SAMPLES).href, text: readFileSync(new URL(name, SAMPLES), "utf8") })),
  ...[...everyDocument()].map(([name, text]) => ({ name, uri: `file:///folder/${name}`, text })),
];

describe("the preview without a mouse", () => {
  let browser: Browser;
  let builder: Awaited<ReturnType<typeof panelBuilder>>;

  before(async () => {
    browser = await launchChromium();
    builder = await panelBuilder();
  });

  after(async () => {
    builder.end();
    await browser.close();
  });

  for (const { name, uri, text } of DOCUMENTS)
    for (const width of [360, 1000])
      it(`${name} is walked through in every mode, ${width} px`, async () => {
        const panel = await open(text, uri, width);
        const { page } = panel;
        try {
          for (const mode of await page.locator("#modes button:visible").all()) {
            await byKey(panel, mode);
            const stops = await walk(page);
            assert.ok(stops.length > 2, String(stops.length));
            assert.deepEqual(await scrollByKeys(page), []);
            await accessible(page);
            await fits(page, width);
          }
        } finally {
          await panel.close();
        }
      });

  for (const { name, uri, text } of DOCUMENTS)
    it(`${name} keeps the focus and what is scrolled while the text is edited, in every mode`, async () => {
      const panel = await open(text, uri, 360);
      const { page } = panel;
      try {
        for (const mode of await page.locator("#modes button:visible").all()) {
          await byKey(panel, mode);
          const stops = await page.evaluate<number>(`(window.stops = ${STOPS}).length`);
          for (let index = 0; index < stops; index += Math.ceil(stops / 12)) {
            await page.evaluate(`(window.one = stops[${index}], one.focus(), one.scrollLeft = 40, window.before = ${STATE})`);
            // Something new above all of it, a new place for everything, and back.
            for (const edited of [text.replace(/^title: /m, "title: Otherwise "), begunWith(text), text]) {
              await panel.edit(edited);
              await panel.settled();
              assert.deepEqual(await page.evaluate(STATE), await page.evaluate("before"), `${await mode.textContent()} ${index}`);
            }
          }
        }
      } finally {
        await panel.close();
      }
    });

  it("answers, opens folds, switches and follows links by keys, and the focus goes along", async () => {
    const [survey] = DOCUMENTS;
    assert.ok(survey !== undefined);
    const panel = await open(survey.text, survey.uri, 360);
    const { page } = panel;
    await page.locator("#item-se1-0").focus();
    await page.keyboard.press("Space");
    for (const _ of [1, 2]) await page.keyboard.press("ArrowRight");
    await page.locator("#live-self_efficacy").waitFor();
    assert.equal(await page.locator('#item-se1 input[value="3"]').isChecked(), true);
    const fold = page.locator(".live summary").first();
    await fold.focus();
    for (const isOpen of [true, false]) {
      await page.keyboard.press(isOpen ? "Enter" : "Space");
      assert.equal(await page.locator(".live details").first().getAttribute("open"), isOpen ? "" : null);
    }
    await page.locator("#clear").focus();
    await page.keyboard.press("Enter");
    await page.locator('#item-se1 input[value="3"]:not(:checked)').waitFor();
    assert.equal(await page.evaluate("document.activeElement.textContent"), "Participant");
    await page.locator("#modes button", { hasText: "Flow" }).focus();
    await page.keyboard.press("Space");
    await page.locator("#step-intention a").first().focus();
    await page.keyboard.press("Enter");
    await page.locator("#section-intention:focus").waitFor();
    assert.equal(await page.locator("#modes [aria-pressed=true]").textContent(), "Participant");
    // The heading stands below the bar, and the next stop is the first question of the section.
    const covered = await page.evaluate<number>("document.querySelector('#bar').getBoundingClientRect().bottom");
    assert.ok((await page.evaluate<number>("document.activeElement.getBoundingClientRect().top")) >= covered);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate("document.activeElement.closest('.item').id"), "item-leave_past");
    await panel.edit(survey.text.replace("title: Your job", "title: The job that you have"));
    await page.locator("#section-screening", { hasText: "The job that you have" }).waitFor();
    assert.equal(await page.evaluate("document.activeElement.closest('.item').id"), "item-leave_past");
    await panel.close();
  });

  async function open(text: string, uri: string, width: number): Promise<Panel> {
    const documents = everyDocument();
    const beside = (one: string) => documents.get(one.slice(FOLDER.length));
    return builder.open(browser, text, { width, height: 700, uri, read: (one) => (one.startsWith(FOLDER) ? beside(one) : read(one)) });
  }
});

const FOLDER = "file:///folder/";

const STOPS = `[...document.querySelectorAll("#preview :is(a[href], input, select, textarea, summary, [tabindex='0'])")].filter((one) => one.checkVisibility())`;
/** What has the focus, by its words, and how far it is scrolled. */
const STATE = `[document.activeElement === one, one.isConnected, one.id || one.getAttribute('aria-label') || (one.querySelector('th') ?? one).innerText?.slice(0, 60), Math.round(one.scrollLeft)]`;

/** The same document with one thing more at its beginning: an item, a statement, a topic or a document. */
function begunWith(text: string): string {
  return text
    .replace(
      /^sections:\n/m,
      "sections:\n  brand_new:\n    title: New\n    items: {brand_new_item: {text: Something new, response: {type: text}}}\n",
    )
    .replace(
      /^statements:\n/m,
      "statements:\n  brand_new:\n    title: New\n    response: {type: vas, from: 0, to: 10}\n    items: {brand_new_item: Something new}\n",
    )
    .replace(/^topics:\n/m, "topics:\n  brand_new: {title: New, minutes: 5, questions: {q0: Something new}}\n")
    .replace(/^consents:\n/m, "consents:\n  brand_new: {text: Something new}\n");
}

/** Chooses a mode with Enter, and it stays the one that has the focus. */
async function byKey({ page, settled }: Panel, mode: ReturnType<Page["locator"]>): Promise<void> {
  const name = await mode.textContent();
  await mode.focus();
  await page.keyboard.press("Enter");
  // The button says at once that it is chosen, and the page still is the one before: a walk would begin in what is about to go.
  await settled();
  assert.equal(await page.locator("#modes [aria-pressed=true]").textContent(), name);
  assert.equal(await page.evaluate("document.activeElement?.textContent"), name);
}

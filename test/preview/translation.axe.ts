import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { Engine } from "../../server/analysis/engine.ts";
import { translationState } from "../../server/analysis/translationProblems.ts";
import { translatedView, translationBody } from "../../server/features/translationPreview.ts";
import { renderBody } from "../../server/preview/body.ts";
import { launchChromium } from "../vscode/launch.ts";
import { accessible, fits, setTrap } from "./accessible.ts";
import { inEditor, THEMES } from "./editorPage.ts";
import { ATTACKS } from "./hostile.ts";
import { everyDocument } from "./otherDocuments.ts";
import { panelBuilder } from "./panel.ts";
import { asRead, provoke, wordsOf } from "./provoke.ts";

// What only a browser can say of a translation beside its document; `npm test -- preview` runs it.

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url), "utf8");
const SOURCE = "new-starters.instrument.yaml";

/** Something of everything: words of every status and of none, a text that is not translated, one that the document does not have. */
const TRANSLATION = sample("new-starters.ar.translation.yaml")
  .replace('"نعم", status: draft', '"نعم", status: reviewed')
  .replace('"لا", status: draft}', '"لا", status: approved}\n      maybe: {text: "ربما", status: draft}')
  .replace('"ولا في أي يوم", status: draft', '"ولا في أي يوم"')
  .replace("كنت أتطلع إلى العمل.", "");

describe("a translation side by side, in a browser", () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });

  after(() => browser.close());

  for (const theme of THEMES) {
    it(`is accessible in ${theme.name} at both widths, and nothing sticks out`, async () => {
      const markup = inEditor(bodyOf(TRANSLATION, new Map([[SOURCE, sample(SOURCE)]])), theme);
      for (const width of [360, 1000]) {
        const page = await open(width);
        await page.setContent(markup);
        for (const part of [".untold", ".pair-status", "h2"]) assert.ok((await page.locator(part).count()) > 0, part);
        await accessible(page);
        await fits(page, width);
        await page.context().close();
      }
    });
  }

  it("is walked through by keyboard: every text in its order, to its place in the file, and out again", async () => {
    const builder = await panelBuilder();
    const uri = "file:///folder/new-starters.ar.translation.yaml";
    const read = (one: string) => (one.endsWith(SOURCE) ? sample(SOURCE) : undefined);
    const panel = await builder.open(browser, TRANSLATION, { uri, read });
    try {
      const { page } = panel;
      await page.locator(".pairs").first().waitFor();
      await page.evaluate("document.body.focus()");
      const walked: string[] = [];
      for (let steps = 0; steps < 100; steps++) {
        await page.keyboard.press("Tab");
        const name = await page.evaluate<string | null>(FOCUSED);
        if (name === null) break;
        walked.push(name);
        // The ring is what tells where one is.
        assert.notEqual(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle"), "none", name);
      }
      const pairs = await page.evaluate<string[]>("[...document.querySelectorAll('.pair')].map(({ id }) => id)");
      assert.deepEqual(walked, ["Participant", "Side by side", ...pairs]);
      await page.locator('[id="text-sections.wellbeing.items.wb3.text"]').focus();
      await page.keyboard.press("F12");
      await panel.settled();
      const chosen = panel.sent.at(-1);
      assert.ok(chosen?.kind === "chosen" && chosen.focus);
      assert.ok(TRANSLATION.slice(chosen.start, chosen.end).includes("شعرت بالإرهاق."));
    } finally {
      await panel.close();
      builder.end();
    }
  });

  for (const attack of ATTACKS) {
    it(`shows ${JSON.stringify(attack)} as text, and nothing runs`, async () => {
      const page = await open(1000);
      const tripped: string[] = [];
      await setTrap(page, tripped);
      const documents = everyDocument(() => attack);
      for (const name of documents.keys()) {
        const translation = translationOf(name, documents, attack);
        const bodies = [bodyOf(translation, documents)];
        const view = translatedView(analysed(translation, documents));
        if (view !== undefined) bodies.push(renderBody(view, "participant"));
        for (const body of bodies) {
          await page.setContent(`<!DOCTYPE html><main>${body}</main>`);
          assert.deepEqual(await provoke(page), [], name);
          assert.deepEqual(tripped, [], name);
          assert.ok((await wordsOf(page)).includes(asRead(attack.replace("{leaving}", ""))), name);
        }
      }
      await page.context().close();
    });
  }

  async function open(width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
    return context.newPage();
  }
});

/** The part of the page that has the focus: a button by its words, a text by its id; null where nothing has it. */
const FOCUSED = `(() => {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body ? null : activeElement.id || activeElement.textContent;
})()`;

function analysed(translation: string, documents: ReadonlyMap<string, string>) {
  return new Engine(translation, { read: (path) => documents.get(path) }).analysis;
}

function bodyOf(translation: string, documents: ReadonlyMap<string, string>): string {
  const body = translationBody(analysed(translation, documents));
  assert.ok(body !== undefined);
  return body;
}

/** A translation that says these words for every text of a document, and for one that it does not have. */
function translationOf(name: string, documents: ReadonlyMap<string, string>, words: string): string {
  const head = { translation: "cy", of: name };
  const analysis = analysed(JSON.stringify(head), documents);
  const state = translationState(analysis.fields, { get: (anchor) => analysis.anchor(anchor) }, analysis.joined);
  assert.ok(state !== undefined);
  const tree: Tree = {};
  const paths = state.rows.map(({ source }) => source.path);
  for (const path of [...paths, ["sections", words, "title"]]) put(tree, path, words);
  return JSON.stringify({ ...head, ...tree });
}

interface Tree {
  [key: string]: Tree | string;
}

function put(tree: Tree, [first = "", ...rest]: readonly string[], words: string): void {
  if (rest.length === 0) {
    tree[first] = { text: words, status: "draft" };
    return;
  }
  const next = tree[first];
  const inner = typeof next === "object" ? next : {};
  tree[first] = inner;
  put(inner, rest, words);
}

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { type KeepTestResult, requests } from "../../server/lsp/requests.ts";
import { launchChromium } from "../vscode/launch.ts";
import { accessible, fits } from "./accessible.ts";
import { THEMES } from "./editorPage.ts";
import { panelBuilder } from "./panel.ts";

// The preview as the editor shows it, with its own page and script and the server behind it; `npm test -- preview` runs it.

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url), "utf8");

describe("the preview's panel in a browser", () => {
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

  it("answers the link-worker instrument: routing, live scores, and the text edited without losing the answers", async () => {
    const panel = await builder.open(browser, sample("link-worker-retention.instrument.yaml"));
    const { page } = panel;
    assert.equal(await page.locator("#keep").isVisible(), false);
    await page.locator("#item-leave_past").getByText("Yes", { exact: true }).click();
    await page.locator("#item-leave_why textarea").waitFor();
    for (let item = 1; item <= 6; item++) await page.locator(`#item-se${item} input[value="6"]`).check();
    await page.locator("#live-self_efficacy output", { hasText: "36" }).waitFor();
    assert.equal(await page.locator("#live-left_past output").textContent(), "true");
    await page.locator("#item-leave_past").getByText("No", { exact: true }).click();
    await page.locator("#item-leave_why.hidden-item").waitFor();
    await panel.edit(
      sample("link-worker-retention.instrument.yaml").replace("I can settle a hard day at work.", "I can settle a long day at work."),
    );
    await page.locator("#item-se1", { hasText: "a long day" }).waitFor();
    assert.equal(await page.locator('#item-se1 input[value="6"]').isChecked(), true);
    assert.equal(await page.locator("#live-self_efficacy output").textContent(), "36");
    await panel.close();
  });

  it("keeps the answers as a scoring test that passes", async () => {
    const text = sample("link-worker-retention.instrument.yaml");
    const panel = await builder.open(browser, text);
    const { page } = panel;
    for (let item = 1; item <= 6; item++) await page.locator(`#item-se${item} input[value="4"]`).check();
    await page.locator("#item-reasons").getByText("Pay", { exact: true }).click();
    await page.locator("#keep").click();
    await panel.settled();
    const [message] = panel.sent;
    assert.ok(message?.kind === "keep");
    const uri = message.state.uri;
    const ask = (more: object) =>
      panel.client.connection.sendRequest<KeepTestResult>(requests.keepTest, { uri, filled: message.state.filled, ...more });
    const proposed = await ask({});
    assert.ok(proposed.kind === "proposed");
    assert.match(proposed.expect, /self_efficacy: 24/);
    assert.deepEqual(await ask({ name: "x", expect: "self_eficacy: 24" }), { kind: "wrong", message: 'no score is named "self_eficacy"' });
    const kept = await ask({ name: "rather sure", expect: "self_efficacy: 24, reason_count: 1" });
    assert.ok(kept.kind === "edits" && kept.version === 1);
    const lines = text.split("\n");
    for (const { range, newText } of kept.edits) {
      const line = lines[range.start.line] ?? "";
      lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
    }
    const after = lines.join("\n");
    assert.match(
      after,
      /\n {2}rather sure:\n {4}answers: \{reasons: \[pay\], se1\.\.se6: 4\}\n {4}expect: \{self_efficacy: 24, reason_count: 1\}\n$/,
    );
    await panel.edit(after);
    const found = (await panel.client.diagnostics(uri, 2)).filter(({ code }) => String(code).includes("test"));
    assert.deepEqual(found, []);
    await panel.close();
  });

  it("switches languages and keeps the answers", async () => {
    const text = sample("new-starters.instrument.yaml").replace(
      "title: The first year in a new job",
      "title: {en: The first year, cy: Y flwyddyn gyntaf}\nlanguages: [cy]",
    );
    const panel = await builder.open(browser, text);
    const { page } = panel;
    await page.locator('#item-wb1 input[value="4"]').check();
    await page.locator("#languages").selectOption("cy");
    await page.getByRole("heading", { name: "Y flwyddyn gyntaf" }).waitFor();
    assert.equal(await page.locator('#item-wb1 input[value="4"]').isChecked(), true);
    await panel.close();
  });

  it("shows a translation side by side", async () => {
    const text = sample("new-starters.ar.translation.yaml");
    const panel = await builder.open(browser, text, { uri: "file:///folder/new-starters.ar.translation.yaml" });
    // Nothing lies on a disk here, so there is no document to stand beside.
    await panel.page.locator("#notice").waitFor();
    panel.client.open("file:///folder/new-starters.instrument.yaml", sample("new-starters.instrument.yaml"));
    await panel.edit(text.replace("كنت أتطلع إلى العمل.", ""));
    const { page } = panel;
    await page.getByRole("heading", { name: /English and Arabic/ }).waitFor();
    assert.match((await page.locator(".summary").textContent()) ?? "", /^39 of 40 texts translated: 39 draft$/);
    const row = page.locator('[id="text-sections.wellbeing.items.wb3.text"]');
    assert.equal(await row.locator("[dir=rtl]").textContent(), "شعرت بالإرهاق.");
    assert.equal(await page.locator(".untold").count(), 1);
    assert.deepEqual(await page.locator("#modes button:visible").allTextContents(), ["Participant", "Side by side"]);
    await picture(page, "translation");
    for (const width of [360, 1000]) {
      await page.setViewportSize({ width, height: 900 });
      await accessible(page);
      await fits(page, width);
    }
    await row.locator("[dir=rtl]").click();
    await panel.settled();
    const [chosen] = panel.sent;
    assert.ok(chosen?.kind === "chosen");
    assert.ok(text.replace("كنت أتطلع إلى العمل.", "").slice(chosen.start, chosen.end).includes("شعرت بالإرهاق."));
    await page.getByRole("button", { name: "Participant" }).click();
    await page.getByText("شعرت بالإرهاق.").first().waitFor();
    assert.equal(await page.evaluate("getComputedStyle(document.querySelector('#preview h1')).direction"), "rtl");
    await panel.close();
  });

  for (const width of [320, 360, 640, 700, 1000]) {
    it(`breaks no word in the heading of a matrix and covers little with the scores: ${width} px`, async () => {
      const text = sample("link-worker-retention.instrument.yaml");
      const panel = await builder.open(browser, text, { width, height: 420, theme: THEMES[0] });
      const { page } = panel;
      await page.locator('#item-se1 input[value="4"]').check();
      await page.locator(".live").waitFor();
      assert.deepEqual(await page.evaluate<string[]>(BROKEN_WORDS), []);
      await fits(page, width);
      // Whatever the panel's height, most of it stays for the questions.
      const covered = await page.evaluate<number>("document.querySelector('.live').getBoundingClientRect().height / window.innerHeight");
      assert.ok(covered <= 0.34, String(covered));
      await page.locator("#item-se3").scrollIntoViewIfNeeded();
      await accessible(page);
      if (width === 700) await picture(page, "matrix-narrow");
      if (width === 360) await picture(page, "live-small");
      await panel.close();
    });
  }

  it("gives out points with what is left of them, and keeps them in one cell", async () => {
    const text = `instrument: points
title: Points
version: 1.0.0
language: en
sections:
  now:
    items:
      share: {text: Where does your time go?, response: {type: allocate, total: 100, options: {care: Care, paper: Paperwork}}}
      m: {text: How many?, response: {type: integer, min: 0, max: 9}}
scores:
  many: {value: m}
`;
    const panel = await builder.open(browser, text);
    const { page } = panel;
    await page.getByLabel("Care").fill("60");
    await page.getByText("60 of 100 given out").first().waitFor();
    await page.getByLabel("Paperwork").fill("40");
    await page.locator("#item-share .message").waitFor({ state: "detached" });
    await page.getByLabel("How many?").fill("3");
    await page.locator("#live-many output").waitFor();
    await page.locator("#keep").click();
    await panel.settled();
    const [message] = panel.sent;
    assert.ok(message?.kind === "keep");
    const kept = await panel.client.connection.sendRequest<KeepTestResult>(requests.keepTest, {
      uri: message.state.uri,
      filled: message.state.filled,
      name: "busy",
      expect: "many: 3",
    });
    assert.ok(kept.kind === "edits");
    assert.match(kept.edits[0]?.newText ?? "", /answers: \{share: "care=60;paper=40", m: 3\}/);
    await panel.close();
  });
});

/** Words of headings that stand on more than one line without a hyphen that shows it. */
const BROKEN_WORDS = `(() => {
  const broken = [];
  for (const heading of document.querySelectorAll(".matrix thead th")) {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: word, index } of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(word);
      }
    }
    if (heading.scrollWidth > heading.clientWidth + 1) broken.push("sticks out: " + heading.textContent);
  }
  return broken;
})()`;

async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.UPDATE) return;
  const folder = fileURLToPath(new URL("pictures/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}${name}.png` });
}

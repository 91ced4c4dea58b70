import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { renderBody } from "../../server/preview/body.ts";
import { modesOf } from "../../server/preview/modes.ts";
import { renderPage } from "../../server/preview/page.ts";
import type { Mode, View } from "../../server/preview/view.ts";
import { launchChromium } from "../vscode/launch.ts";
import { accessible, fits, setTrap } from "./accessible.ts";
import { inEditor, THEMES } from "./editorPage.ts";
import { ATTACKS } from "./hostile.ts";
import { everyDocument, viewsOf } from "./otherDocuments.ts";
import { panelBuilder } from "./panel.ts";

// What only a browser can say of the previews of Delphi studies, guides, studies and flows; `npm test -- preview` runs it. UPDATE=1 takes pictures.

const SAMPLES = new URL("../../samples/", import.meta.url);
const uriOf = (name: string) => new URL(name, SAMPLES).href;
const sample = (name: string) => readFileSync(new URL(name, SAMPLES), "utf8");
const read = (uri: string) => (existsSync(new URL(uri)) ? readFileSync(new URL(uri), "utf8") : undefined);

describe("previews of Delphi studies, guides and studies in a browser", () => {
  let browser: Browser;
  let builder: Awaited<ReturnType<typeof panelBuilder>>;
  let views: ReadonlyMap<string, View>;

  before(async () => {
    browser = await launchChromium();
    builder = await panelBuilder();
    views = viewsOf(everyDocument());
  });

  after(async () => {
    builder.end();
    await browser.close();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    it(`are accessible as pages: ${colorScheme}`, async () => {
      await look((view, mode) => renderPage(view, [mode]), colorScheme);
    });
  }

  for (const theme of THEMES) {
    it(`are accessible in the editor: ${theme.name}`, async () => {
      await look((view, mode) => inEditor(renderBody(view, mode), theme));
    });
  }

  it("run nothing that a text brings along, even where no policy stands in the way", async () => {
    const page = await open("<title>tripwire</title>", 1000);
    const tripped: string[] = [];
    await setTrap(page, tripped);
    for (const attack of ATTACKS)
      for (const [name, view] of viewsOf(everyDocument(() => attack)))
        for (const mode of modesOf(view)) {
          await page.setContent(`<!DOCTYPE html><main>${renderBody(view, mode)}</main>`);
          await page.locator("main").hover();
          assert.deepEqual(tripped, [], `${attack} in ${name}, ${mode}`);
        }
    await page.context().close();
  });

  it("show a Delphi study in the panel: its modes, the ratings beside it, and another round and panellist", async () => {
    const panel = await builder.open(browser, sample("jdr-core-set.delphi.yaml"), { uri: uriOf("jdr-core-set.delphi.yaml"), read });
    const { page } = panel;
    await page.getByText("Round 3 of 3").waitFor();
    assert.deepEqual(await page.locator("#modes button:visible").allTextContents(), ["Panellist", "Consensus", "Flow"]);
    assert.equal(await page.locator("#modes [aria-pressed=true]").textContent(), "Panellist");
    assert.equal(await page.locator(".statement").count(), 6);
    const own = page.locator("#round-3-o02 .feedback p.own");
    assert.match((await own.textContent()) ?? "", /Your rating in round 2: 6/);
    await page.locator("#chosen-panellist").selectOption("M03");
    await page.locator("#round-3-o02 .feedback p.own", { hasText: "round 2" }).waitFor();
    await page.locator("#chosen-round").selectOption("2");
    await page.getByText("Round 2 of 3").waitFor();
    assert.equal(await page.locator(".statement").count(), 19);
    assert.equal(await page.locator("#chosen-panellist").inputValue(), "M03");
    assert.equal(await page.locator("#keep").isVisible(), false);
    await page.locator('#round-2-d02 input[value="7"]').check();
    await panel.edit(sample("jdr-core-set.delphi.yaml").replace("Emotional demands", "Demands on feelings"));
    await page.locator("#round-2-d02", { hasText: "Demands on feelings" }).waitFor();
    assert.equal(await page.locator('#round-2-d02 input[value="7"]').isChecked(), true);
    await panel.close();
  });

  it("lead from the drawing to its source and back, and patch it in place", async () => {
    const text = sample("link-worker-retention.instrument.yaml");
    const panel = await builder.open(browser, text);
    const { page } = panel;
    await page.getByRole("button", { name: "Flow" }).click();
    const node = page.locator("#flow-item-leave_why");
    await node.click();
    await panel.settled();
    const chosen = panel.sent.at(-1);
    assert.ok(chosen?.kind === "chosen");
    assert.match(text.slice(chosen.start, chosen.end), /^leave_why:/);
    const place = await page.evaluate("document.querySelector('#flow-item-leave_why').isConnected");
    assert.equal(place, true);
    const cursor = JSON.stringify({ kind: "reveal", offset: text.indexOf("leave_why:") + 2, version: 1 });
    await page.evaluate(`window.postMessage(${cursor}, "*")`);
    await page.locator("#flow-item-leave_why[data-at-cursor]").waitFor();
    await page.evaluate("window.kept = document.querySelector('#flow-item-leave_why')");
    await panel.edit(text.replace("title: Your job", "title: The job that you have"));
    await page.locator("#flow-section-screening", { hasText: "The job that you have" }).waitFor();
    assert.equal(await page.evaluate("window.kept === document.querySelector('#flow-item-leave_why')"), true);
    await page.keyboard.press("Tab");
    await page.locator("#step-intention a").first().focus();
    await page.keyboard.press("F12");
    await panel.settled();
    const byKey = panel.sent.at(-1);
    assert.ok(byKey?.kind === "chosen" && byKey.focus);
    await page.keyboard.press("Enter");
    await page.locator("#section-intention.page").waitFor();
    assert.equal(await page.locator("#modes [aria-pressed=true]").textContent(), "Participant");
    await panel.close();
  });

  it("show guides and studies in the panel, with the documents that lie beside them", async () => {
    for (const [name, modes, words] of [
      ["link-worker-interviews.guide.yaml", ["Guide", "Coverage"], "All 3 constructs are covered"],
      ["link-worker-retention.study.yaml", ["Study", "Coverage"], "Constructs by document"],
    ] as const) {
      const panel = await builder.open(browser, sample(name), { uri: uriOf(name), read });
      assert.deepEqual(await panel.page.locator("#modes button:visible").allTextContents(), modes);
      await panel.page.getByRole("button", { name: "Coverage" }).click();
      await panel.page.getByText(words).first().waitFor();
      await panel.close();
    }
  });

  if (process.env.UPDATE === "1") {
    it("are looked at: pictures of every mode", async () => {
      const folder = fileURLToPath(new URL("pictures/", import.meta.url));
      mkdirSync(folder, { recursive: true });
      for (const { picture, name, edit, mode, width = 1000, height = 900, theme = 0, at } of SCENES) {
        const text = edit === undefined ? sample(name) : edit(sample(name));
        assert.ok(edit === undefined || text !== sample(name), picture);
        const panel = await builder.open(browser, text, { width, height, theme: THEMES[theme], uri: uriOf(name), read });
        await panel.page.getByRole("button", { name: mode, exact: true }).click();
        await panel.page.locator("#modes [aria-pressed=true]", { hasText: mode }).waitFor();
        await panel.page.waitForTimeout(200);
        if (at !== undefined)
          await panel.page
            .locator(at)
            .first()
            .evaluate((part) => part.scrollIntoView());
        await panel.page.screenshot({ path: `${folder}${picture}.png` });
        await panel.close();
      }
    });
  }

  async function look(markupOf: (view: View, mode: Mode) => string, colorScheme?: "light" | "dark"): Promise<void> {
    for (const width of [360, 1000])
      for (const view of views.values())
        for (const mode of modesOf(view)) {
          // Each on a page of its own: a page that is written anew remembers how wide it was.
          const page = await open(markupOf(view, mode), width, colorScheme);
          await accessible(page);
          await fits(page, width);
          await page.context().close();
        }
  }

  async function open(markup: string, width: number, colorScheme: "light" | "dark" = "light"): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.setContent(markup);
    return page;
  }
});

interface Scene {
  readonly picture: string;
  readonly name: string;
  /** Puts something into the sample that is worth seeing: a path that nobody takes, a gap. */
  readonly edit?: (text: string) => string;
  readonly mode: string;
  readonly width?: number;
  readonly height?: number;
  readonly theme?: number;
  /** What the picture begins with. */
  readonly at?: string;
}

/** An item for scores above 36, which the score cannot reach. */
function withDeadPath(text: string): string {
  const asked =
    "      what_helps: {text: You feel very sure of yourself. What helps you most?, response: {type: text}, when: self_efficacy > 36}\n";
  return text.replace(/(\n {2}in_your_words:\n[\s\S]*?\n {4}items:\n)/, `$1${asked}`);
}

function withGap(text: string): string {
  return text.replace(/covers: \[reason_count\]/, "covers: [any_intention]");
}

const SCENES: readonly Scene[] = [
  { picture: "flow", name: "link-worker-retention.instrument.yaml", edit: withDeadPath, mode: "Flow", height: 1560 },
  {
    picture: "flow-narrow",
    name: "link-worker-retention.instrument.yaml",
    mode: "Flow",
    width: 360,
    height: 1400,
    theme: 1,
    at: "#step-in_your_words",
  },
  {
    picture: "reviewer-narrow",
    name: "link-worker-retention.instrument.yaml",
    mode: "Reviewer",
    width: 360,
    theme: 1,
    at: "#review-section-confidence",
  },
  { picture: "scores-narrow", name: "phq9.instrument.yaml", mode: "Scores", width: 360, theme: 3, at: "#score-phq9_total" },
  { picture: "panellist", name: "jdr-core-set.delphi.yaml", mode: "Panellist" },
  { picture: "panellist-narrow", name: "jdr-core-set.delphi.yaml", mode: "Panellist", width: 360, theme: 2 },
  { picture: "consensus", name: "jdr-core-set.delphi.yaml", mode: "Consensus", at: ".part", height: 640 },
  { picture: "consensus-narrow", name: "jdr-core-set.delphi.yaml", mode: "Consensus", width: 360, theme: 1, at: ".part" },
  { picture: "rounds", name: "jdr-core-set.delphi.yaml", mode: "Flow" },
  { picture: "rounds-contrast", name: "jdr-core-set.delphi.yaml", mode: "Flow", theme: 2 },
  { picture: "guide", name: "link-worker-interviews.guide.yaml", mode: "Guide", height: 1200 },
  { picture: "guide-narrow", name: "imaging-support.guide.yaml", mode: "Guide", width: 360, theme: 3 },
  { picture: "guide-coverage", name: "link-worker-interviews.guide.yaml", edit: withGap, mode: "Coverage", height: 780 },
  { picture: "study", name: "new-starters.study.yaml", mode: "Study", height: 1200 },
  { picture: "study-dark", name: "link-worker-retention.study.yaml", mode: "Study", theme: 1 },
  { picture: "study-coverage", name: "link-worker-retention.study.yaml", mode: "Coverage", height: 440 },
  { picture: "translation-narrow", name: "new-starters.ar.translation.yaml", mode: "Side by side", width: 360, theme: 2 },
];

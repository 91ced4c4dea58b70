import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { analyse } from "../../server/analysis/engine.ts";
import { viewOf } from "../../server/features/preview.ts";
import { renderBody } from "../../server/preview/body.ts";
import { liveOf } from "../../server/preview/live.ts";
import { renderPage } from "../../server/preview/page.ts";
import type { Mode, View } from "../../server/preview/view.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { launchChromium } from "../vscode/launch.ts";
import { accessible, fits, setTrap, violations } from "./accessible.ts";
import { inEditor, THEMES } from "./editorPage.ts";
import { ATTACKS, viewWith } from "./hostile.ts";
import { fullView } from "./views.ts";

// What only a browser can say of the preview; `npm test -- preview` runs it. UPDATE=1 takes the pictures in test/preview/pictures anew.

const MODES: readonly Mode[] = ["participant", "reviewer", "scores"];
const WIDTHS = [360, 1000];

function sample(name: string): View {
  return viewOf(analyse(readFileSync(new URL(`../../samples/${name}.instrument.yaml`, import.meta.url), "utf8")));
}

describe("preview in a browser", () => {
  let browser: Browser;
  /** What the browser complains about: markup that it cannot read, loads that the policy forbids. */
  let complaints: string[] = [];

  beforeEach(() => {
    complaints = [];
  });

  afterEach(() => assert.deepEqual(complaints, []));

  before(async () => {
    browser = await launchChromium();
  });

  after(() => browser.close());

  it("would say so if something were wrong", async () => {
    const page = await open(
      '<!DOCTYPE html><html lang="en"><title>t</title><main><h1 style="color: #ccc">Too pale to read</h1><input></main>',
      {},
    );
    const found = (await violations(page)).map((violation) => violation.split(":")[0]);
    assert.deepEqual(found, ["color-contrast", "label"]);
    await page.context().close();
    const tripped: string[] = [];
    const trap = await open("<title>tripwire</title>", {});
    await setTrap(trap, tripped);
    await trap.setContent("<main><img src=x onerror=alert(1)></main>");
    await trap.waitForFunction("document.images[0].complete");
    assert.ok(tripped.includes("1"), tripped.join());
    complaints = [];
    await trap.context().close();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of WIDTHS) {
      it(`is accessible as a page: ${colorScheme}, ${width} px`, async () => {
        for (const mode of MODES) {
          const page = await open(renderPage(fullView({ problems: PROBLEMS }), [mode]), { width, colorScheme });
          await accessible(page);
          await fits(page, width);
          await page.context().close();
        }
      });
    }
  }

  for (const name of ["link-worker-retention", "phq9", "hse-indicator-tool"]) {
    it(`shows ${name} accessibly`, async () => {
      for (const mode of MODES) {
        const page = await open(renderPage(sample(name)), { width: 360, fragment: mode });
        await accessible(page);
        await fits(page, 360);
        await page.context().close();
      }
    });
  }

  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      it(`is accessible in the editor: ${theme.name}, ${width} px`, async () => {
        for (const mode of MODES) {
          const page = await open(inEditor(renderBody(answered(), mode), theme), { width });
          await accessible(page);
          await fits(page, width);
          await page.context().close();
        }
      });
    }
  }

  it("shows languages that are written from right to left", async () => {
    const page = await open(renderPage(fullView()), { fragment: "ar-participant" });
    await accessible(page);
    assert.equal(await page.evaluate("getComputedStyle(document.querySelector('#ar-participant h1')).direction"), "rtl");
    assert.equal(await page.locator("#participant").isVisible(), false);
    await page.context().close();
  });

  it("breaks words that are longer than a narrow page is wide", async () => {
    for (const mode of MODES) {
      const page = await open(renderPage(viewWith("Donaudampfschifffahrtsgesellschaft".repeat(4)), [mode]), { width: 360 });
      await fits(page, 360);
      await page.context().close();
    }
  });

  it("keeps a matrix with an endless column label whole on every width", async () => {
    const word = "Donaudampfschifffahrt".repeat(9).slice(0, 180);
    const long = `instrument: long
language: de
responses: {r: {options: {1: ${word}, 2: ${"eher oft als selten ".repeat(9)}, 3: Oft, 4: Weder noch, 5: Immer}}}
sections: {s: {response: r, layout: matrix, items: {a: Ich bin ${word}., b: Ich schlafe gut.}}}
`;
    for (const width of WIDTHS) {
      const page = await open(renderPage(viewOf(analyse(long)), ["participant"]), { width });
      await fits(page, width);
      // What sticks out of a heading would lie over its neighbour.
      const sticking = await page.evaluate<number>(
        "[...document.querySelectorAll('.matrix thead th')].filter((cell) => cell.offsetWidth > 1 && cell.scrollWidth > cell.clientWidth + 1).length",
      );
      if (width >= 1000) assert.equal(sticking, 0);
      await page.context().close();
    }
  });

  it("leads from part to part without a script", async () => {
    const page = await open(renderPage(fullView()), { javaScriptEnabled: false });
    for (const [name, mode] of [
      ["Reviewer", "reviewer"],
      ["Scores", "scores"],
      ["Participant", "participant"],
    ] as const) {
      await page.getByRole("link", { name, exact: true }).click();
      for (const other of MODES) {
        assert.equal(await page.locator(`#${other}`).isVisible(), other === mode, `${name}: ${other}`);
      }
    }
    await page.context().close();
  });

  it("is walked through by keyboard: every question in its order, and out again", async () => {
    const page = await open(renderPage(sample("phq9")), {});
    const names: string[] = [];
    for (let steps = 0; steps < 200; steps++) {
      await page.keyboard.press("Tab");
      const name = await page.evaluate<string | null>(FOCUSED);
      if (name === null) break;
      if (name !== names.at(-1)) names.push(name);
    }
    const items = sample("phq9")
      .instrument.items.ids()
      .map((id) => `item-${id}`);
    assert.deepEqual(names, ["Participant", "Reviewer", "Scores", ...items]);
    await page.locator("#item-phq9_02 input").first().focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.locator("#item-phq9_02 input").nth(1).isChecked(), true);
    await page.context().close();
  });

  it("runs nothing that a text brings along, even where no policy stands in the way", async () => {
    for (const attack of ATTACKS) {
      const page = await open("<title>tripwire</title>", {});
      const tripped: string[] = [];
      await setTrap(page, tripped);
      for (const mode of MODES) {
        await page.setContent(`<!DOCTYPE html><main>${renderBody(viewWith(attack), mode)}</main>`);
        await page.locator("main").hover();
        await page.mouse.move(200, 200);
        assert.deepEqual(tripped, [], `${attack} in ${mode}`);
      }
      await page.context().close();
    }
  });

  if (process.env.UPDATE === "1") {
    it("is looked at: pictures of every mode", async () => {
      mkdirSync(PICTURES, { recursive: true });
      for (const { name, width, colorScheme, mode, view } of SCENES) {
        const page = await open(renderPage(view()), { width, colorScheme, fragment: mode });
        await page.screenshot({ path: new URL(`${name}.png`, PICTURES).pathname });
        await page.context().close();
      }
    });
  }

  async function open(markup: string, { width = 1000, colorScheme = "light", fragment, javaScriptEnabled = true }: Opening): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled, reducedMotion: "reduce" });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.route("http://preview.test/", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: markup }));
    await page.goto(`http://preview.test/${fragment === undefined ? "" : `#${fragment}`}`);
    return page;
  }
});

interface Opening {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
  readonly fragment?: string;
  readonly javaScriptEnabled?: boolean;
}

const PICTURES = new URL("pictures/", import.meta.url);
const SCENES = [
  { name: "participant", width: 1000, colorScheme: "light", mode: "participant", view: () => sample("phq9") },
  { name: "participant-narrow", width: 360, colorScheme: "light", mode: "participant", view: () => sample("phq9") },
  { name: "reviewer", width: 1000, colorScheme: "light", mode: "reviewer", view: () => sample("hse-indicator-tool") },
  { name: "scores", width: 1000, colorScheme: "light", mode: "scores", view: () => sample("phq9") },
  { name: "scores-dark", width: 1000, colorScheme: "dark", mode: "scores", view: () => sample("phq9") },
] as const;

const PROBLEMS = (["error", "warning", "info"] as const).map((severity) => ({
  code: "a-code",
  severity,
  message: "something",
  range: { start: 0, end: 1 },
  related: [],
  fixes: [],
}));

/** Everything, half answered: something does not fit, something is not asked, scores are there and are not. */
function answered(): View {
  const view = fullView({ problems: PROBLEMS });
  const filled = new Map(Object.entries({ w1: ["5"], w2: ["2"], w3: ["4"], weekly_hours: ["70"], leaving: ["no"], today: ["40"] }));
  return { ...view, filled, live: liveOf(compileInstrument(view.instrument), filled) };
}

/** The question that has the focus, or the text of the link; null where nothing has. */
const FOCUSED = `(() => {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body ? null : (activeElement.closest("tr, .item")?.id ?? activeElement.textContent);
})()`;

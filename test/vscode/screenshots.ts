import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import UPNG from "upng-js";
import { folders } from "./folders.ts";
import { type Person, personAt } from "./person.ts";
import { openWindow } from "./window.ts";

// Makes the pictures of the README and of the walkthrough in a real VS Code, from the samples: node --import tsx test/vscode/screenshots.ts [NAME …]

interface Scene {
  readonly name: string;
  readonly theme: string;
  readonly file: string;
  readonly size: { readonly width: number; readonly height: number };
  /** Pictures of the walkthrough ship with the extension, so they are small: few colours, a window of that size. */
  readonly walkthrough?: boolean;
  play(page: Page, person: Person): Promise<void>;
}

const scenes: readonly Scene[] = [
  {
    name: "hero",
    size: { width: 1440, height: 860 },
    theme: "Default Light Modern",
    file: "link-worker-retention.instrument.yaml",
    async play(_, person) {
      await person.goTo(132);
      await person.openPreview();
      const preview = person.preview();
      await preview.locator("#section-confidence").waitFor();
      const answers = {
        take_part: "yes",
        employed: "yes",
        leave_past: "yes",
        leave_next: "no",
        se1: 5,
        se2: 4,
        se3: 6,
        se4: 5,
        se5: 2,
        se6: 5,
      };
      const pairs = Array.from({ length: 10 }, (_, index) => [
        [`expected_${index + 1}`, 7],
        [`actual_${index + 1}`, index % 3 === 0 ? 4 : 6],
      ]).flat();
      for (const [item, code] of [...Object.entries(answers), ...pairs]) {
        await preview.locator(`input[name="${item}"][value="${code}"]`).check();
      }
      await person.clickLine("se3: I know whom to ask");
      await preview.locator("#section-confidence").evaluate((section) => section.scrollIntoView());
    },
  },
  {
    name: "finding",
    size: { width: 960, height: 480 },
    theme: "Default Light Modern",
    file: "link-worker-retention.instrument.yaml",
    async play(page, person) {
      await person.goTo(184);
      await person.clickLine("range: [6, 36]");
      await page.keyboard.press("End");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("Backspace");
      await page.keyboard.type("0");
      await page.locator(".squiggly-error").first().waitFor();
      await page.keyboard.press("ArrowLeft");
      await explain(page);
    },
  },
  {
    name: "scores",
    size: { width: 1440, height: 860 },
    theme: "Default Dark Modern",
    file: "phq9.instrument.yaml",
    async play(_, person) {
      await person.goTo(84);
      await person.openPreview();
      const preview = person.preview();
      await preview.locator("main h1").waitFor();
      for (const [index, code] of [2, 2, 1, 3, 1, 0, 1, 1, 0].entries()) {
        await preview.locator(`input[name="phq9_0${index + 1}"][value="${code}"]`).check();
      }
      await person.previewButton("Scores").click();
      await preview.locator(".score").first().waitFor();
    },
  },
  {
    name: "sample",
    walkthrough: true,
    size: { width: 720, height: 430 },
    theme: "Default Light Modern",
    file: "new-starters.instrument.yaml",
    async play(_, person) {
      await person.goTo(88);
      await person.line("0 to 20, 5 items").waitFor();
    },
  },
  {
    name: "write",
    walkthrough: true,
    size: { width: 720, height: 430 },
    theme: "Default Light Modern",
    file: "new-starters.instrument.yaml",
    async play(_, person) {
      await person.run("Scalewright: New Instrument…");
      await person.line("title: My questionnaire").waitFor();
    },
  },
  {
    name: "check",
    walkthrough: true,
    size: { width: 720, height: 430 },
    theme: "Default Light Modern",
    file: "new-starters.instrument.yaml",
    async play(page, person) {
      await person.goTo(87);
      await person.clickLine("range: [0, 20]");
      await page.keyboard.press("End");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("Backspace");
      await page.keyboard.type("4");
      await page.locator(".squiggly-error").first().waitFor();
      await page.keyboard.press("ArrowLeft");
      await explain(page);
    },
  },
  {
    name: "preview",
    walkthrough: true,
    size: { width: 640, height: 400 },
    theme: "Default Light Modern",
    file: "phq9.instrument.yaml",
    async play(_, person) {
      await person.goTo(40);
      await person.openPreview();
      const preview = person.preview();
      await preview.locator("main h1").waitFor();
      for (const [index, code] of [2, 2, 1, 3].entries()) {
        await preview.locator(`input[name="phq9_0${index + 1}"][value="${code}"]`).check();
      }
      await preview.locator(`input[name="phq9_02"][value="0"]`).evaluate((option) => option.scrollIntoView({ block: "center" }));
    },
  },
  {
    name: "score",
    walkthrough: true,
    size: { width: 720, height: 430 },
    theme: "Default Light Modern",
    file: "new-starters.instrument.yaml",
    async play(page, person) {
      await person.goTo(84);
      await person.line("0 to 20, 5 items").waitFor();
      await person.clickLine("wellbeing_total:");
      await explain(page);
    },
  },
  {
    name: "test",
    walkthrough: true,
    size: { width: 760, height: 480 },
    theme: "Default Light Modern",
    file: "new-starters.instrument.yaml",
    async play(page, person) {
      await person.goTo(107);
      await person.clickLine("expect: {wellbeing_total: 15, settling_mean: 4}");
      await page.keyboard.press("End");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("Backspace");
      await page.keyboard.type("5");
      await person.run("Scalewright: Run Scoring Tests");
      await page.locator(".testing-run-glyph.codicon-testing-failed-icon").first().waitFor();
    },
  },
];

const wanted = process.argv.slice(2);
mkdirSync(folders.screenshots, { recursive: true });
for (const scene of scenes) {
  if (wanted.length === 0 || wanted.includes(scene.name)) await take(scene);
}

async function take(scene: Scene): Promise<void> {
  // Scenes type into the documents: they get copies.
  const workspace = path.join(mkdtempSync(path.join(os.tmpdir(), "scalewright-")), "samples");
  cpSync(path.join(folders.project, "samples"), workspace, { recursive: true });
  const window = await openWindow({
    host: "newest",
    folder: workspace,
    openFile: path.join(workspace, scene.file),
    extensionDevelopmentPath: [folders.project],
    size: scene.size,
    settings: {
      "workbench.colorTheme": scene.theme,
      "workbench.activityBar.location": "hidden",
      "workbench.layoutControl.enabled": false,
      "window.commandCenter": false,
      "window.title": "Scalewright",
      "workbench.statusBar.visible": false,
      "editor.minimap.enabled": false,
      "editor.fontSize": 13,
      "editor.hover.above": false,
      "editor.occurrencesHighlight": "off",
      "editor.stickyScroll.enabled": false,
      "breadcrumbs.enabled": false,
    },
  });
  try {
    const { page } = window;
    await page.locator(".view-line").first().waitFor();
    await page.keyboard.press("Control+b");
    await scene.play(page, personAt(page));
    // Colours and the last movements come a little later.
    await page.waitForTimeout(1500);
    const folder = scene.walkthrough ? path.join(folders.project, "client", "walkthrough") : folders.screenshots;
    const picture = await page.screenshot();
    writeFileSync(path.join(folder, `${scene.name}.png`), scene.walkthrough ? inFewColours(picture) : picture);
  } finally {
    await window.close();
    rmSync(path.dirname(workspace), { recursive: true, force: true });
  }
}

function inFewColours(png: Uint8Array): Uint8Array {
  const picture = UPNG.decode(new Uint8Array(png).buffer);
  return new Uint8Array(UPNG.encode(UPNG.toRGBA8(picture), picture.width, picture.height, 128));
}

/** What stands at the cursor, in words, without a mouse that something could come between. What is found later closes it, so that it is asked for again. */
async function explain(page: Page): Promise<void> {
  const words = page.locator(".monaco-hover:not(.hidden) .hover-contents").first();
  for (let tries = 0; tries < 10; tries++) {
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Control+i");
    await page.waitForTimeout(3000);
    if (await words.isVisible()) return;
  }
  throw new Error("what stands at the cursor is not told");
}

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import axe, { type AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { printPdf } from "../../server/cli/document/print-pdf.ts";
import { KINDS, sheetOf } from "../../server/document/sheet.ts";
import type { View } from "../../server/preview/view.ts";
import { fakeWorld } from "../cli/fake-world.ts";
import { fullView } from "../preview/views.ts";
import { findChromium } from "../vscode/chromium.ts";
import { launchChromium } from "../vscode/launch.ts";
import { codes, htmlOf, making, rangeEnds, running, sampleView, wordings } from "./making.ts";
import { readPdf } from "./readPdf.ts";

// What only a browser can say of documents; `npm test -- preview` runs it. UPDATE=1 takes the pictures in test/document/pictures anew.

describe("documents in a browser", () => {
  let browser: Browser;
  let executablePath: string;

  before(async () => {
    executablePath = (await findChromium()).executablePath;
    browser = await launchChromium();
  });

  after(() => browser.close());

  const views: readonly (readonly [string, View])[] = [
    ["everything", fullView()],
    ["everything in Arabic", fullView({ language: "ar" })],
    ["link-worker-retention", sampleView("link-worker-retention")],
  ];
  for (const [name, view] of views) {
    it(`${name}: accessible at both widths, and nothing sticks out`, async () => {
      for (const kind of KINDS) {
        const markup = htmlOf(sheetOf(kind, making(view, { codes: true })));
        for (const width of [360, 1000]) {
          const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
          const page = await context.newPage();
          const complaints: string[] = [];
          page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
          await page.setContent(markup);
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate<AxeResults>("axe.run(document)");
          assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
            [],
            `${kind} at ${width}`,
          );
          assert.ok((await page.evaluate<number>("document.documentElement.scrollWidth")) <= width, `${kind} at ${width}`);
          assert.deepEqual(complaints, []);
          await context.close();
        }
      }
    });
  }

  it("is styled under its own policy", async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    await page.setContent(htmlOf(sheetOf("questionnaire", making(fullView()))));
    assert.equal(await page.evaluate("getComputedStyle(document.querySelector('.boxes')).listStyleType"), "none");
    assert.deepEqual(complaints, []);
    await page.close();
  });

  for (const name of ["link-worker-retention", "phq9"]) {
    it(`${name} as tagged PDF, read back: every item, code and range`, async () => {
      const view = sampleView(name);
      const world = fakeWorld(".", { env: { CHROME_PATH: executablePath, ...process.env } });
      for (const kind of ["questionnaire", "codebook", "scoring-appendix"] as const) {
        const made = await printPdf(htmlOf(sheetOf(kind, making(view))), world);
        assert.ok("bytes" in made, JSON.stringify(made));
        const { text, tags, title, language } = await readPdf(made.bytes);
        const wanted = [
          ...(kind === "scoring-appendix" ? [] : wordings(view)),
          ...(kind === "codebook" ? [...codes(view), ...view.instrument.items.ids()] : []),
          ...(kind === "questionnaire" ? [] : rangeEnds(view)),
        ];
        for (const read of [text, pdftotext(made.bytes)].flatMap((one) => one ?? [])) {
          for (const words of wanted) assert.ok(squeezed(read).includes(squeezed(words)), `${kind}: ${words}\n${read}`);
        }
        for (const tag of ["H1", "H2", ...(kind === "questionnaire" ? ["L", "LI", "Table", "TH"] : ["Table", "TH"])])
          assert.ok(tags.has(tag), `${kind} has no ${tag}: ${[...tags].join()}`);
        assert.equal(title, sheetOf(kind, making(view)).title);
        assert.equal(language, "en");
      }
    });
  }

  it("begins each section of a questionnaire on a page of its own, with the version at the foot of each", async () => {
    const world = fakeWorld(".", { env: { CHROME_PATH: executablePath, ...process.env } });
    const made = await printPdf(htmlOf(sheetOf("questionnaire", making(sampleView("link-worker-retention")))), world);
    assert.ok("bytes" in made);
    const { pages } = await readPdf(made.bytes);
    assert.ok(pages.length >= 8, String(pages.length));
    for (const page of pages) assert.match(running(page), /link-worker-retention, version 1\.0\.0, SHA-256 0123456789abcdef/);
    const starts = ["Taking part", "Your job", "Staying and leaving", "About you", "Confidence in your role", "What you expected"];
    const places = starts.map((start) => pages.findIndex((page) => page.includes(start)));
    for (const [index, place] of places.entries()) assert.ok(place > (places[index - 1] ?? -1), `${starts[index]}: ${places.join()}`);
  });

  if (process.env.UPDATE) {
    it("takes its pictures", async () => {
      const folder = fileURLToPath(new URL("pictures/", import.meta.url));
      mkdirSync(folder, { recursive: true });
      for (const [file, view, kind] of [
        ["questionnaire", sampleView("link-worker-retention"), "questionnaire"],
        ["questionnaire-arabic", fullView({ language: "ar" }), "questionnaire"],
        ["codebook", sampleView("phq9"), "codebook"],
        ["scoring-appendix", sampleView("phq9"), "scoring-appendix"],
      ] as const) {
        const page = await browser.newPage({ viewport: { width: 800, height: 1100 } });
        await page.setContent(htmlOf(sheetOf(kind, making(view))));
        await page.screenshot({ path: join(folder, `${file}.png`) });
        await page.close();
      }
    });
  }
});

/** Where lines break in print, blanks come and go. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, "");
}

/** What poppler reads, where it is installed. */
function pdftotext(bytes: Uint8Array): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "scalewright-test-"));
  try {
    writeFileSync(join(folder, "a.pdf"), bytes);
    const { status, stdout } = spawnSync("pdftotext", ["-enc", "UTF-8", join(folder, "a.pdf"), "-"], { encoding: "utf8" });
    return status === 0 ? stdout : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

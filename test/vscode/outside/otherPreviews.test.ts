import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { inWindow, samples } from "../inWindow.ts";

/** A document, the mode that is looked at, what is clicked there and what its words are changed to. */
interface Case {
  readonly file: string;
  readonly first: string;
  readonly modes: readonly { readonly name: string; readonly shows: string }[];
  readonly clicked: string;
  readonly typed: string;
}

const CASES: readonly Case[] = [
  {
    file: "jdr-core-set.delphi.yaml",
    first: "Round 3 of 3",
    modes: [
      { name: "Consensus", shows: "A statement is included where" },
      { name: "Flow", shows: "First list" },
      { name: "Panellist", shows: "Your rating in round 2" },
    ],
    clicked: "Work engagement",
    typed: " today",
  },
  {
    file: "link-worker-interviews.guide.yaml",
    first: "Agreed to before it begins",
    modes: [
      { name: "Coverage", shows: "All 3 constructs are covered" },
      { name: "Guide", shows: "Photographs" },
    ],
    clicked: "Please tell me about your photographs.",
    typed: " Take your time.",
  },
  {
    file: "link-worker-retention.study.yaml",
    first: "Documents of the study",
    modes: [
      { name: "Coverage", shows: "Constructs by document" },
      { name: "Study", shows: "Documents of the study" },
    ],
    clicked: "Staying in the role of link worker, survey and interviews",
    typed: " with photographs",
  },
];

for (const { file, first, modes, clicked, typed } of CASES)
  describe(`the preview of ${file}`, function () {
    this.timeout(60_000);
    const there = inWindow(`preview-${file}`, {
      files: samples(
        "jdr-core-set.delphi.yaml",
        "data",
        "link-worker-interviews.guide.yaml",
        "link-worker-retention.instrument.yaml",
        "link-worker-retention.study.yaml",
      ),
      open: file,
      size: { width: 1400, height: 900 },
      settings: { "editor.minimap.enabled": false, "editor.wordWrap": "off" },
      async begin({ person }) {
        await person.line(file.includes(".delphi.") ? "delphi:" : file.includes(".guide.") ? "guide:" : "study:").waitFor();
        await person.openPreview();
        await part(first).waitFor();
      },
    });
    const part = (words: string): Locator => there.person.preview().locator("main").getByText(words).first();

    it("shows each of its modes", async () => {
      for (const { name, shows } of modes) {
        await there.person.previewButton(name).click();
        await part(shows).waitFor();
        await there.picture(`${file}-${name}`);
      }
    });

    it("leads from what is clicked to its line, and shows what is typed there", async () => {
      await part(clicked).click();
      const line = there.person.line(clicked);
      await line.waitFor();
      await there.window.page.locator(".selected-text").first().waitFor();
      const number = (await there.window.page.locator(".active-line-number").first().textContent()) ?? "";
      await there.person.clickLine(clicked);
      await there.person.isAt(Number(number));
      // Behind the last letter of the words, wherever the line goes on.
      const text = ((await line.textContent()) ?? "").replace(/\u00a0/g, " ");
      await there.window.page.keyboard.press("Home");
      const indent = text.length - text.trimStart().length;
      for (let step = indent; step < text.indexOf(clicked) + clicked.length; step++) await there.window.page.keyboard.press("ArrowRight");
      await there.window.page.keyboard.type(typed);
      await part(`${clicked}${typed}`).waitFor();
      await there.picture(`${file}-typed`);
      assert.deepEqual(there.brokenPolicies(), []);
    });
  });

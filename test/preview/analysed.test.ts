import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import { viewOf } from "../../server/features/preview.ts";
import { renderBody } from "../../server/preview/body.ts";
import { renderPage } from "../../server/preview/page.ts";
import type { Mode } from "../../server/preview/view.ts";
import { attribute, find, one, readBody, readPage, textOf } from "./reading.ts";

const TEXT = `instrument: tea
title: Tea at work
language: en
languages: [cy]
responses:
  often3: {options: {1: Never, 2: Sometimes, 3: Often}}
sections:
  breaks:
    title: {en: Breaks, cy: Seibiannau}
    response: often3
    layout: matrix
    items:
      t1: I drink tea.
      t2:
        text: I go without tea.
        reverse: true
        when: t1 >= 2
        check: [{that: t2 != t1, say: {en: Both at once?, cy: Y ddau?}}]
scores:
  tea: {items: [t1, t2], method: sum, range: [2, 9]}
`;

const shown = (mode: Mode, wish: Parameters<typeof viewOf>[1] = {}, text = TEXT) =>
  readBody(renderBody(viewOf(analyse(text), wish), mode)).root;

/** The text of the document that an element says it comes from. */
function source(element: ReturnType<typeof one> | undefined): string {
  return element === undefined ? "" : TEXT.slice(Number(attribute(element, "data-start")), Number(attribute(element, "data-end")));
}

describe("preview: of a text", () => {
  it("leads from each part of the page to what it was read from", () => {
    const participant = shown("participant");
    assert.equal(source(one(participant, { tag: "h1" })), "Tea at work");
    assert.equal(source(one(participant, { tag: "tr", id: "item-t1" })), "t1: I drink tea.");
    assert.match(source(one(participant, { tag: "tr", id: "item-t2" })), /^t2:\n\s+text: I go without tea\.\n[\s\S]*check:/);
    const [stem] = find(one(participant, { id: "t2" }), { tag: "span" });
    assert.equal(source(stem), "I go without tea.");
    assert.equal(source(find(participant, { class: "routing" })[0]), "t1 >= 2");
    assert.match(source(find(participant, { tag: "th", scope: "col" })[1]), /2: Sometimes/);
    const scores = shown("scores");
    assert.match(source(one(scores, { id: "score-tea" })), /^tea: \{items/);
    const declared = find(scores, { tag: "dt" }).find((term) => textOf(term) === "Declared range")?.parentNode;
    assert.equal(declared && "tagName" in declared && source(declared), "[2, 9]");
  });

  it("shows findings where they are, and ranges that are proved", () => {
    const finding = one(one(shown("scores"), { id: "score-tea" }), { tag: "li", class: "error" });
    assert.match(textOf(finding), /declared-range-wrong$/);
    // Whoever is asked the second has answered the first with 2 or more.
    assert.match(textOf(one(shown("scores"), { id: "score-tea" })), /3 to 6 in steps of 1: 4 values/);
  });

  it("puts each finding where it was found on a page of its own too, without a place in the text", () => {
    const { root } = readPage(renderPage(viewOf(analyse(TEXT)), ["reviewer", "scores"]));
    const card = one(root, { id: "score-tea" });
    assert.match(textOf(one(card, { tag: "li", class: "error" })), /declared-range-wrong$/);
    const atTheTop = find(root, { tag: "header" }).flatMap((header) => find(header, { tag: "li", class: "error" }));
    assert.deepEqual(atTheTop.map(textOf), []);
    const reviewer = one(readPage(renderPage(viewOf(analyse(TEXT)), ["reviewer"])).root, { tag: "header" });
    assert.match(textOf(one(reviewer, { tag: "li", class: "error" })), /declared-range-wrong$/);
    assert.equal(find(root, { "data-start": true }).length, 0);
  });

  it("shows the ends of scores where it is time, and the values between them afterwards", () => {
    const analysis = analyse(TEXT);
    const score = (wish: Parameters<typeof viewOf>[1]) =>
      textOf(one(readBody(renderBody(viewOf(analysis, wish), "scores")).root, { id: "score-tea" }));
    const first = score({ mode: "scores", isTime: () => true });
    assert.match(first, /3 to 6(?! in)/);
    assert.match(first, /Lowest 3/);
    assert.match(first, /declared-range-wrong/);
    assert.match(score({ mode: "scores", isTime: () => false }), /3 to 6 in steps of 1: 4 values/);
  });

  it("works out nothing that only other modes show, and each mode is the same for it", () => {
    for (const mode of ["participant", "reviewer", "scores", "flow"] as const)
      assert.equal(renderBody(viewOf(analyse(TEXT), { mode }), mode), renderBody(viewOf(analyse(TEXT)), mode));
    const { problems, ranges } = viewOf(analyse(TEXT), { mode: "participant" });
    assert.deepEqual([problems, ranges], [undefined, undefined]);
  });

  it("routes and scores from the first answer on", () => {
    const hidden = (filled: Readonly<Record<string, string[]>>) =>
      find(shown("participant", { filled: new Map(Object.entries(filled)) }), { tag: "tr", class: "hidden-item" }).map((row) =>
        attribute(row, "id"),
      );
    assert.deepEqual(hidden({}), []);
    assert.deepEqual(hidden({ t1: ["1"] }), ["item-t2"]);
    assert.deepEqual(hidden({ t1: ["2"] }), []);
    const root = shown("participant", { language: "cy", filled: new Map(Object.entries({ t1: ["3"], t2: ["3"] })) });
    assert.equal(textOf(one(root, { id: "live-tea" })).startsWith("tea 4"), true);
    assert.equal(textOf(one(root, { id: "item-t2-message" })), "Y ddau?");
  });

  it("shows whatever stands of a text that is still being written", () => {
    for (let end = 0; end <= TEXT.length; end += 7) {
      for (const mode of ["participant", "reviewer", "scores"] as const) {
        assert.ok(textOf(shown(mode, {}, TEXT.slice(0, end))).length >= 0);
      }
    }
  });
});

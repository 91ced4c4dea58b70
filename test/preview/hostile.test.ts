import assert from "node:assert/strict";
import type { ResponseType } from "../../server/model/instrument.ts";
import { renderBody } from "../../server/preview/body.ts";
import { renderPage } from "../../server/preview/page.ts";
import type { Mode, View } from "../../server/preview/view.ts";
import { ATTACKS, viewWith } from "./hostile.ts";
import { instrument, options, response, score, text } from "./instruments.ts";
import { attribute, elements, readBody, readPage, textOf } from "./reading.ts";

const MODES: readonly Mode[] = ["participant", "reviewer", "scores"];

/** What the same view has where its texts are harmless: an attack may add nothing to it. */
let harmless: ReadonlyMap<Mode, readonly string[]>;
let harmlessPage: readonly string[];

describe("preview: hostile texts", () => {
  before(() => {
    harmless = new Map(MODES.map((mode) => [mode, shapeOf(renderBody(viewWith("harmless"), mode))]));
    harmlessPage = shapeOf(renderPage(viewWith("harmless")), true);
  });

  for (const attack of ATTACKS) {
    it(`shows ${JSON.stringify(attack)} as text, wherever it stands`, () => {
      for (const mode of MODES) {
        const markup = renderBody(viewWith(attack), mode);
        assert.deepEqual(shapeOf(markup), harmless.get(mode), mode);
        assert.ok(textOf(readBody(markup).root).includes(shownAs(attack)), mode);
      }
      assert.deepEqual(shapeOf(renderPage(viewWith(attack)), true), harmlessPage);
    });
  }
});

describe("preview: hostile ids and codes", () => {
  for (const attack of ATTACKS) {
    it(`keeps ${JSON.stringify(attack)} inside its attribute`, () => {
      for (const mode of MODES) {
        assert.deepEqual(shapeOf(renderBody(namedBy(attack), mode)), shapeOf(renderBody(namedBy("harmless"), mode)), mode);
      }
      assert.deepEqual(shapeOf(renderPage(namedBy(attack)), true), shapeOf(renderPage(namedBy("harmless")), true));
    });
  }
});

/** An instrument whose ids and codes are these words. The checker reports such ids, and the preview shows the document all the same. */
function namedBy(words: string): View {
  const parts = (type: ResponseType) =>
    response({
      id: `${words} ${type}`,
      type,
      options: options([
        [words, "Label", { other: true }],
        [`${words} 2`, "Other"],
      ]),
    });
  const types: readonly ResponseType[] = ["choice", "multiple", "rank", "allocate", "integer", "text"];
  const made = instrument({
    id: words,
    metadata: { language: "en", languages: ["en", words], version: words },
    responses: types.map(parts),
    sections: [
      {
        id: words,
        layout: "matrix",
        items: types.map((type) => ({ id: `${words} ${type}`, response: `${words} ${type}`, stem: text("Stem") })),
      },
    ],
    scores: [score({ id: words, entries: [{ first: `${words} choice`, minus: false }], source: words })],
  });
  return { instrument: made, filled: new Map([[`${words} choice`, [words]]]) };
}

/** The page's elements with the names of their attributes, in order. Piped answers are left out: an attack may name an item. */
function shapeOf(markup: string, whole = false): readonly string[] {
  const { root } = whole ? readPage(markup) : readBody(markup);
  const shown = elements(root).filter((element) => !(attribute(element, "class") ?? "").startsWith("pipe"));
  return shown.map((element) => `${element.tagName} ${element.attrs.map(({ name }) => name).join(" ")}`.trim());
}

/** A pipe shows the item's id, and HTML has no NUL. */
function shownAs(attack: string): string {
  return attack.replace("{leaving}", "").replaceAll("\u0000", "").replace(/\s+/g, " ").trim();
}

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { analyse } from "../../server/analysis/engine.ts";
import { sheetOf } from "../../server/document/sheet.ts";
import { viewOf } from "../../server/features/preview.ts";
import { translationWords } from "../../server/features/translationWords.ts";
import { isCode, responseOf } from "../../server/model/resolve.ts";
import { languageTags } from "../../server/preview/languages.ts";
import { renderPage } from "../../server/preview/page.ts";
import { htmlOf, making } from "../document/making.ts";

const read = (name: string) => readFileSync(`samples/${name}`, "utf8");

describe("an instrument with its translations", () => {
  const source = analyse(read("new-starters.instrument.yaml"));
  const words = ["cy", "ar"].map((tag) => {
    const found = translationWords(
      source,
      analyse(read(`new-starters.${tag}.translation.yaml`), { read: (path) => (path.startsWith("new-starters") ? read(path) : undefined) }),
    );
    assert.ok(found);
    return found;
  });

  it("has the words of each, and is otherwise the same", () => {
    const { instrument } = viewOf(source, { translations: words });
    assert.deepEqual(languageTags(instrument), ["en", "cy", "ar"]);
    assert.deepEqual(
      [...(instrument.metadata.title?.languages ?? [])],
      [
        ["en", "The first year in a new job"],
        ["cy", "Y flwyddyn gyntaf mewn swydd newydd"],
        ["ar", "السنة الأولى في وظيفة جديدة"],
      ],
    );
    const item = instrument.items.get("wb3");
    assert.equal(item?.stem?.languages.get("ar"), "شعرت بالإرهاق.");
    assert.equal(item?.reverse, true);
    assert.ok(item);
    const response = responseOf(instrument, item);
    assert.equal(response, instrument.responses.get("days5"));
    assert.equal(response?.options.find((option) => isCode("4", option))?.label?.languages.get("cy"), "Ar bob diwrnod");
    assert.equal(instrument.scores.get("settling_mean")?.label?.languages.get("cy"), "Ymgartrefu");
    assert.equal(instrument.items.get("age")?.id, "age");
    // What has no text is not copied.
    assert.equal(instrument.tests, source.instrument.tests);
  });

  it("is shown in each, with places and live answers", () => {
    const page = renderPage(viewOf(source, { language: "ar", translations: words, filled: new Map([["wb1", ["4"]]]) }), ["participant"]);
    for (const text of ["شعرت بالإرهاق.", "Roeddwn yn cysgu&#39;n dda.", "I slept well.", "dir=rtl"]) assert.ok(page.includes(text), text);
    const view = viewOf(source, { language: "cy", translations: words });
    const item = view.instrument.items.get("wb1");
    assert.ok(item);
    assert.deepEqual(view.locate?.(item), viewOf(source).locate?.(source.instrument.items.get("wb1") ?? {}));
  });

  it("is written as a document in each", () => {
    const markup = htmlOf(sheetOf("questionnaire", making(viewOf(source, { language: "ar", translations: words }))));
    assert.match(markup, /<html lang="ar" dir="rtl">/);
    assert.ok(markup.includes("<strong>شعرت بالإرهاق.</strong>"));
    assert.ok(!markup.includes("I slept well."));
  });
});

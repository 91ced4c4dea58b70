import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { SaxesParser } from "saxes";
import { analyse } from "../../server/analysis/engine.ts";
import { askedIn } from "../../server/delphi/nextRound.ts";
import { readRatings } from "../../server/delphi/readRatings.ts";
import { renderDocx } from "../../server/document/render/docx.ts";
import { renderMarkdown } from "../../server/document/render/markdown.ts";
import { KINDS, sheetOf } from "../../server/document/sheet.ts";
import { viewOf } from "../../server/features/preview.ts";
import { ratedOf } from "../../server/preview/delphi/rated.ts";
import type { View } from "../../server/preview/view.ts";
import { ATTACKS, viewWith } from "../preview/hostile.ts";
import { attribute, elements, find, readPage, textOf } from "../preview/reading.ts";
import { fullView } from "../preview/views.ts";
import { codes, htmlOf, making, rangeEnds, running, SAMPLES, sampleView, wordings } from "./making.ts";

const EXPECTED = new URL("expected/", import.meta.url);

/** What another reader of Word files reads: all text, tables row by row. */
async function wordText(file: Uint8Array): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(file) })).value;
}

function htmlText(markup: string): string {
  const { root, errors } = readPage(markup);
  assert.deepEqual(errors, []);
  return find(root, { tag: "body" }).map(textOf).join(" ");
}

const VIEWS: readonly (readonly [string, View])[] = [
  ["everything", fullView()],
  ...SAMPLES.map((name) => [name, sampleView(name)] as const),
];

describe("documents", () => {
  for (const name of ["link-worker-retention", "phq9"]) {
    for (const kind of KINDS) {
      it("says the labels along a slider in a codebook, and that a form on paper knows no score", () => {
        const view = viewOf(
          analyse(`instrument: tea
responses: {r: {type: vas, from: 0, to: 100, anchors: {0: None, 100: Very much}}}
sections: {s: {response: r, items: {a: How much tea?, b: {text: How much coffee?, when: thirst > 50, scored: false}}}}
scores: {thirst: {label: Thirst, items: [a], method: sum}}
`),
        );
        const said = (kind: (typeof KINDS)[number]) => running(htmlText(htmlOf(sheetOf(kind, making(view)))));
        assert.match(said("codebook"), /slider, 0 to 100; labels: 0 None; 100 Very much/i);
        assert.match(said("questionnaire"), /Please answer question 2 only if “Thirst” is above 50\./);
        assert.match(
          sheetOf("questionnaire", making(view)).remarks.join(),
          /^1 condition is on a score: whoever answers on paper cannot know it/,
        );
      });

      it("breaks words in a table that would push its other columns off the paper, and in no other table", () => {
        const form = (label: string) =>
          htmlOf(
            sheetOf(
              "questionnaire",
              making(
                viewOf(
                  analyse(`instrument: tea
responses: {r: {options: {1: ${label}, 2: Often}}}
sections: {s: {response: r, layout: matrix, items: {a: I drink tea., b: I drink coffee.}}}
`),
                ),
              ),
            ),
          );
        assert.match(form("Donau".repeat(12)), /<table class="long">/);
        assert.doesNotMatch(form("Neither agree nor disagree, or prefer not to say"), /class="long"/);
      });

      it(`${kind} of ${name} as expected`, () => {
        const written = renderMarkdown(sheetOf(kind, making(sampleView(name))));
        const file = new URL(`${name}.${kind}.md`, EXPECTED);
        if (process.env.UPDATE || !existsSync(file)) {
          mkdirSync(EXPECTED, { recursive: true });
          writeFileSync(file, written);
        }
        assert.equal(written, readFileSync(file, "utf8"));
      });
    }
  }

  for (const [name, view] of VIEWS) {
    describe(name, () => {
      it("the questionnaire holds every item, and every code where codes are asked for, in every format", async () => {
        const sheet = sheetOf("questionnaire", making(view, { codes: true }));
        for (const text of [htmlText(htmlOf(sheet)), await wordText(await renderDocx(sheet))].map(running)) {
          for (const wording of wordings(view)) assert.ok(text.includes(withoutPipes(wording)), `${wording}\n${text}`);
          const written = new Set(text.split(" "));
          for (const code of codes(view)) assert.ok(written.has(code.split(" ")[0] ?? ""), code);
        }
      });

      it("the codebook holds every item, code and range, in every format", async () => {
        const sheet = sheetOf("codebook", making(view));
        for (const text of [htmlText(htmlOf(sheet)), await wordText(await renderDocx(sheet))].map(running)) {
          const wanted = [...wordings(view), ...codes(view), ...rangeEnds(view), ...view.instrument.items.ids()];
          for (const words of wanted) assert.ok(text.includes(words), `${words}\n${text}`);
        }
      });

      it("the scoring appendix holds every score with its range", async () => {
        const sheet = sheetOf("scoring-appendix", making(view));
        for (const text of [htmlText(htmlOf(sheet)), await wordText(await renderDocx(sheet))].map(running)) {
          for (const words of [...rangeEnds(view), ...view.instrument.scores.ids()]) assert.ok(text.includes(words), words);
        }
      });

      it("says on each document which version and content it was made from", async () => {
        for (const kind of KINDS) {
          const sheet = sheetOf(kind, making(view));
          const markdown = renderMarkdown(sheet);
          const texts = [htmlText(htmlOf(sheet)), await wordText(await renderDocx(sheet)), markdown];
          for (const text of texts) assert.ok(running(text).includes("0123456789abcdef".repeat(4)), `${kind} of ${name}`);
        }
      });
    });
  }

  it("leaves codes out of a questionnaire where they are not asked for", () => {
    const view = fullView();
    const text = (shown: boolean) => running(htmlText(htmlOf(sheetOf("questionnaire", making(view, { codes: shown })))));
    assert.ok(text(true).includes("pay Pay"));
    assert.ok(!text(false).includes("pay Pay"));
    assert.ok(!text(false).includes("99"));
  });

  it("begins each section on a new page", () => {
    const { root } = readPage(htmlOf(sheetOf("questionnaire", making(sampleView("link-worker-retention")))));
    const begun = elements(root).filter((element) => (attribute(element, "class") ?? "").split(" ").includes("page"));
    assert.deepEqual(begun.map(textOf), [
      "Your job",
      "Staying and leaving",
      "About you",
      "Confidence in your role",
      "What you expected",
      "What you have found",
      "In your own words",
    ]);
  });

  describe("as Word files", () => {
    it("are the same bytes each time", async () => {
      for (const kind of KINDS) {
        const sheet = sheetOf(kind, making(fullView()));
        const first = await renderDocx(sheet);
        await new Promise((resolve) => setTimeout(resolve, 5));
        assert.deepEqual(await renderDocx(sheet), first);
      }
    });

    it("are well-formed, with tables, lists and headings of Word's own", async () => {
      const parts = unzipSync(await renderDocx(sheetOf("codebook", making(sampleView("phq9")))));
      for (const [name, content] of Object.entries(parts)) if (/\.(xml|rels)$/.test(name)) wellFormed(strFromU8(content), name);
      const document = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
      for (const part of ["<w:tbl>", "<w:tblHeader/>", 'w:val="Heading1"']) assert.ok(document.includes(part), part);
      const { value } = await mammoth.convertToHtml({
        buffer: Buffer.from(await renderDocx(sheetOf("codebook", making(sampleView("phq9"))))),
      });
      assert.match(value, /<h1>.*Codebook.*<\/h1>/);
    });

    it("give each column of a table the room of its words, and draw every line to write on", async () => {
      const parts = unzipSync(await renderDocx(sheetOf("codebook", making(sampleView("phq9")))));
      const document = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
      const [grid = ""] = /<w:tblGrid>.*?<\/w:tblGrid>/s.exec(document) ?? [];
      const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width));
      assert.ok(widths.length === 3 && (widths[1] ?? 0) > 1.5 * (widths[0] ?? 0), widths.join());
      assert.ok(Math.abs(widths.reduce((sum, width) => sum + width, 0) - 9866) <= widths.length);
      const form = unzipSync(await renderDocx(sheetOf("questionnaire", making(fullView()))));
      // Word draws one line around neighbours with the same border unless there is one between them.
      assert.match(strFromU8(form["word/document.xml"] ?? new Uint8Array()), /<w:bottom [^>]*\/>\s*<w:between /);
    });

    it("run from right to left where the language does", async () => {
      const view = fullView({ language: "ar" });
      const parts = unzipSync(await renderDocx(sheetOf("questionnaire", making(view))));
      const document = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
      assert.match(document, /<w:bidi\/>(?:(?!<\/w:p>).)*<w:rtl\/>(?:(?!<\/w:p>).)*العمل والراحة/s);
      assert.ok(document.includes("<w:bidiVisual/>"));
      // The instructions of the form run the same way; words in English keep to their own direction.
      const paragraph = (words: string) => {
        const found = new RegExp(`<w:p>(?:(?!</w:p>).)*${words}(?:(?!</w:p>).)*</w:p>`, "s").exec(document)?.[0] ?? "";
        return found.slice(found.lastIndexOf("<w:p>"));
      };
      assert.match(paragraph("يُرجى وضع علامة على كل ما ينطبق"), /<w:bidi\/>.*<w:rtl\/>/s);
      assert.doesNotMatch(paragraph("يُرجى وضع علامة على كل ما ينطبق"), /<w:i\/>/);
      const english = renderDocx(sheetOf("codebook", making(view)));
      const codebook = strFromU8(unzipSync(await english)["word/document.xml"] ?? new Uint8Array());
      assert.doesNotMatch(codebook.slice(0, codebook.indexOf("Codebook: ")), /<w:bidi\/>/);
    });
  });

  describe("as pages", () => {
    it("are in the language of the participant, and right to left where it is", () => {
      const { root } = readPage(htmlOf(sheetOf("questionnaire", making(fullView({ language: "ar" })))));
      const page = find(root, { tag: "html" })[0];
      assert.ok(page);
      assert.deepEqual([attribute(page, "lang"), attribute(page, "dir")], ["ar", "rtl"]);
      assert.ok(find(root, { tag: "h1" }).some((heading) => textOf(heading) === "العمل والراحة"));
      const note = find(root, { tag: "p" }).find((one) => textOf(one) === "يُرجى وضع علامة على كل ما ينطبق.");
      assert.ok(note);
      assert.deepEqual([attribute(note, "lang"), attribute(note, "dir")], [undefined, undefined]);
    });

    it("keep every text of an author a text", () => {
      const plain = fingerprint(htmlOf(sheetOf("codebook", making(viewWith("plain")))));
      for (const attack of ATTACKS) {
        const view = viewWith(attack);
        for (const kind of KINDS) {
          const markup = htmlOf(sheetOf(kind, making(view)));
          const { root } = readPage(markup);
          for (const element of elements(root)) {
            assert.ok(!["script", "img", "svg", "iframe"].includes(element.tagName), `${kind}: ${attack}`);
            for (const { name } of element.attrs) assert.doesNotMatch(name, /^on/, `${kind}: ${attack}`);
          }
          if (kind === "codebook" && !attack.includes("{")) assert.equal(fingerprint(markup), plain, attack);
        }
      }
    });
  });

  it("keeps every text of an author a text in Markdown", () => {
    const written = renderMarkdown(sheetOf("codebook", making(viewWith("<b>x</b> [link](javascript:alert(1)) | *y*"))));
    assert.doesNotMatch(written.replace(/`[^`\n]*`/g, ""), /(?<!\\)<b>|(?<!\\)\[link(?<!\\)\]\(/);
  });
});

/** The elements of a page without its texts. */
function fingerprint(markup: string): string {
  return elements(readPage(markup).root)
    .map(({ tagName }) => tagName)
    .filter((name) => name !== "br" && name !== "bdi")
    .join();
}

/** On paper an answer that is piped into a text is named by its question. */
function withoutPipes(wording: string): string {
  return wording.replace(/\{.*$/, "");
}

function wellFormed(xml: string, name: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => assert.fail(`${name}: ${error.message}`));
  parser.write(xml).close();
}

describe("documents of other kinds", () => {
  const viewOfSample = (name: string) => viewOf(analyse(readFileSync(new URL(`../../samples/${name}`, import.meta.url), "utf8")));

  const ratingsOf = (name: string, { delphi }: View, panellist?: string): View["rated"] => {
    const csv = readFileSync(new URL(`../../samples/data/${name}-ratings.csv`, import.meta.url), "utf8").trim();
    const [header = [], ...rows] = csv.split("\n").map((line) => line.split(","));
    const read = delphi && readRatings(delphi, { header, rows });
    assert.ok(delphi && read && "ratings" in read);
    return ratedOf(delphi, read.ratings, panellist);
  };

  for (const [name, kind, more] of [
    ["jdr-core-set.delphi", "codebook", {}],
    ["jdr-core-set.delphi", "methods", {}],
    ["appropriateness.delphi", "methods", {}],
    ["link-worker-interviews.guide", "questionnaire", {}],
    ["link-worker-interviews.guide", "methods", {}],
    ["imaging-support.guide", "methods", {}],
    ["new-starters.study", "methods", {}],
    ["link-worker-retention.study", "methods", {}],
    ["appropriateness.delphi", "questionnaire", { round: 2 }],
  ] as const) {
    it(`${kind} of ${name} as expected`, () => {
      const file = new URL(`../../samples/${name}.yaml`, import.meta.url);
      const host = { read: (path: string) => (existsSync(new URL(path, file)) ? readFileSync(new URL(path, file), "utf8") : undefined) };
      const view = viewOf(analyse(readFileSync(file, "utf8"), host));
      const rated = view.delphi && ratingsOf(name.replace(".delphi", ""), view);
      const written = renderMarkdown(sheetOf(kind, making({ ...view, rated }, more)));
      const expected = new URL(`${name}.${kind}.md`, EXPECTED);
      if (process.env.UPDATE || !existsSync(expected)) writeFileSync(expected, written);
      assert.equal(written, readFileSync(expected, "utf8"));
    });
  }

  it("a form shows the own rating of the panellist who is named, and of nobody else's form", () => {
    const view = viewOfSample("jdr-core-set.delphi.yaml");
    const textFor = (panellist: string | undefined) =>
      renderMarkdown(sheetOf("questionnaire", making({ ...view, rated: ratingsOf("jdr-core-set", view, panellist) }, { round: 2 })));
    const { rated } = { rated: ratingsOf("jdr-core-set", view) };
    const somebody = rated?.ratings.panellists[0]?.id ?? "";
    assert.match(textFor(somebody), /Your rating in round 1: \*{0,2}\w+/);
    assert.doesNotMatch(textFor(undefined), /Your rating in round 1: \*{0,2}[0-9U]/);
    assert.match(textFor(undefined), /Your rating in round 1: {1,2}\\_/);
  });

  it("shows no ratings of a group of fewer than five", () => {
    const view = viewOfSample("jdr-core-set.delphi.yaml");
    assert.ok(view.delphi);
    const rows = ["a", "b", "c", "d"].map((id) => ["1", id, "managers", "d01", "9"]);
    const read = readRatings(view.delphi, { header: ["round", "panellist", "group", "statement", "rating"], rows });
    assert.ok("ratings" in read);
    const text = renderMarkdown(sheetOf("questionnaire", making({ ...view, rated: ratedOf(view.delphi, read.ratings) }, { round: 2 })));
    assert.match(text, /\| Manages staff \| too few ratings to be shown \|/);
    assert.doesNotMatch(text, /\| Manages staff \| 4/);
  });

  it("a round of a Delphi study as a form holds the statements that it asks, and their ratings", async () => {
    const view = viewOfSample("jdr-core-set.delphi.yaml");
    const { delphi } = view;
    assert.ok(delphi);
    for (const round of delphi.rounds) {
      const sheet = sheetOf("questionnaire", making(view, { round: round.number }));
      for (const text of [htmlText(htmlOf(sheet)), await wordText(await renderDocx(sheet))].map(running)) {
        const asked = askedIn(delphi, round.number);
        for (const statement of asked) assert.ok(text.includes(running(statement.text?.own ?? statement.id)), statement.id);
        assert.ok(text.includes(`Round ${round.number} of ${delphi.rounds.length}`));
        assert.ok(text.includes("Unable to rate"));
        assert.equal(text.includes("What is missing?"), round.suggest !== undefined);
      }
    }
  });

  for (const name of ["link-worker-interviews", "imaging-support"]) {
    it(`a topic guide as a sheet holds every question, probe, photo task and time: ${name}`, async () => {
      const view = viewOfSample(`${name}.guide.yaml`);
      const { guide } = view;
      assert.ok(guide);
      const sheet = sheetOf("questionnaire", making(view));
      for (const text of [htmlText(htmlOf(sheet)), await wordText(await renderDocx(sheet))].map(running)) {
        const wanted = [
          ...guide.questions.values().flatMap(({ text: question, probes }) => [question, ...probes]),
          ...(guide.photos?.prompts.values().map(({ text: prompt }) => prompt) ?? []),
        ];
        for (const words of wanted) assert.ok(words !== undefined && text.includes(running(words.own)), words?.own);
        for (const { minutes } of guide.topics.values()) assert.ok(minutes === undefined || text.includes(`${minutes} minutes`));
      }
    });
  }
});

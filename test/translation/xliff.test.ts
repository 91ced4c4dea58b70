import assert from "node:assert/strict";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import xliff from "xliff";
import { analyse } from "../../server/analysis/engine.ts";
import { textsOf } from "../../server/analysis/translationProblems.ts";
import { completenessOf } from "../../server/translation/completeness.ts";
import type { Status, TranslatedText } from "../../server/translation/readTranslation.ts";
import type { SourceText } from "../../server/translation/sourceTexts.ts";
import { readXliff } from "../../server/translation/xliff/readXliff.ts";
import { writeXliff } from "../../server/translation/xliff/writeXliff.ts";

const MOOD = `instrument: mood
title: Mood & "rest" <today>
language: en
responses:
  agree3: {options: {1: Disagree, "<=2": At most, 3: Agree}}
sections:
  now:
    response: agree3
    items:
      job: What is your job?
      late: "As {job}, do you work late, {job}?"
`;
const SOURCES = textsOf(analyse(MOOD));
const ABOUT = { id: "mood", file: "mood.instrument.yaml", from: "en", to: "cy" };

/** An exchange file of some words in the other language. */
function written(
  words: ReadonlyMap<string, { readonly words: string; readonly status?: Status }>,
  sources: readonly SourceText[] = SOURCES,
): string {
  const texts = sources.flatMap((source): readonly TranslatedText[] => {
    const given = words.get(source.key);
    if (given === undefined) return [];
    const { at } = source;
    return [
      {
        ...given,
        path: source.path,
        key: source.key,
        at,
        keyAt: at,
        field: { segment: at.segment, name: "", key: source.node, value: source.node, bare: false },
      },
    ];
  });
  return writeXliff(ABOUT, completenessOf(sources, { language: "cy", texts }).rows);
}

describe("translations as XLIFF 2", () => {
  it("come back as they went, whatever the words", () => {
    const status = fc.constantFrom<(Status | undefined)[]>("draft", "reviewed", "approved", undefined);
    const word = fc.string({ unit: "binary-ascii" }).map((text) => `${text.replaceAll("\r", "")}ü`);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, status), { minLength: SOURCES.length, maxLength: SOURCES.length }), (drawn) => {
        const words = new Map(
          SOURCES.map((source, index) => {
            const [text = "", how] = drawn[index] ?? [];
            // Inserted answers must be there as often as in the source.
            const pipes = source.words.match(/\{[a-z][a-z0-9_]*\}/g) ?? [];
            return [source.key, { words: `${text.replace(/[{}]/g, "")}${pipes.join(" ")}`, status: how }] as const;
          }),
        );
        const { given, refused } = readXliff(written(words), SOURCES, "cy");
        assert.deepEqual(refused, []);
        assert.deepEqual(new Map([...given].sort()), new Map([...words].sort()));
      }),
      { numRuns: 200 },
    );
  });

  it("are read by another program as we mean them", async () => {
    const words = new Map([["title", { words: "Hwyliau & <gorffwys>", status: "reviewed" as const }]]);
    const read = await xliff.xliff2js(written(words));
    assert.deepEqual([read.sourceLanguage, read.targetLanguage], ["en", "cy"]);
    const file = read.resources.mood ?? {};
    assert.deepEqual(
      Object.keys(file),
      SOURCES.map(({ key }) => key),
    );
    assert.equal(file.title?.source, 'Mood & "rest" <today>');
    assert.equal(file.title?.target, "Hwyliau & <gorffwys>");
    const late = file["sections.now.items.late.text"]?.source;
    assert.ok(Array.isArray(late));
    const placeholders = late.flatMap((part: unknown) =>
      typeof part === "object" && part !== null && "Standalone" in part ? [part.Standalone] : [],
    );
    assert.equal(placeholders.length, 2);
  });

  it("keep the rules of the core of XLIFF 2.0", () => {
    const words = new Map([["sections.now.items.late.text", { words: "Fel {job}, {job}?", status: "draft" as const }]]);
    const problems: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", (error) => problems.push(error.message));
    const units = new Set<string>();
    const path: string[] = [];
    let unit = { source: new Set<string>(), target: new Set<string>(), data: new Set<string>() };
    parser.on("opentag", ({ local, attributes }) => {
      const value = (name: string) => attributes[name]?.value ?? "";
      path.push(local);
      if (local === "unit") {
        if (units.has(value("id"))) problems.push(`two units ${value("id")}`);
        if (!/^[\p{L}\p{N}_:.-]+$/u.test(value("id"))) problems.push(`"${value("id")}" is no NMTOKEN`);
        units.add(value("id"));
        unit = { source: new Set(), target: new Set(), data: new Set() };
      }
      if (local === "segment" && !["initial", "translated", "reviewed", "final"].includes(value("state")))
        problems.push(`state ${value("state")}`);
      if (local === "data") unit.data.add(value("id"));
      if (local === "ph") {
        const side = path.includes("target") ? unit.target : unit.source;
        if (side.has(value("id"))) problems.push(`two placeholders ${value("id")}`);
        side.add(value("id"));
        if (!unit.data.has(value("dataRef"))) problems.push(`no data ${value("dataRef")}`);
      }
    });
    parser.on("closetag", ({ local }) => {
      path.pop();
      if (local === "unit") for (const id of unit.target) if (!unit.source.has(id)) problems.push(`placeholder ${id} has no source`);
    });
    parser.write(written(words)).close();
    assert.deepEqual(problems, []);
    assert.equal(units.size, SOURCES.length);
  });

  const good = written(new Map([["sections.now.items.late.text", { words: "Fel {job}, {job}?", status: "draft" }]]));
  const refusals: readonly (readonly [string, string, RegExp])[] = [
    [
      "an id that the document does not have",
      good.replace('unit id="title"', 'unit id="titel"'),
      /^\d+:\d+ the document has no text "titel"$/,
    ],
    [
      "an id that stands there twice",
      good.replace('unit id="sections.now.items.job.text"', 'unit id="title"'),
      /"title" stands there twice/,
    ],
    [
      "a lost inserted answer",
      good.replace(/(<target.*?)<ph id="job".*?\/>/, "$1"),
      /^\d+:\d+ the translation of "sections\.now\.items\.late\.text" has lost the inserted answer \{job\}$/,
    ],
    [
      "an inserted answer twice",
      good.replace(/(<target.*?)(<ph id="job".*?\/>)/, "$1$2$2"),
      /has a placeholder "job" that the text does not have/,
    ],
    ["a mark around words", good.replace(/(<target[^>]*>)/, '$1<pc id="1">x</pc>'), /"pc" stands in the translation/],
    [
      "a text that has changed since",
      good.replace("What is your job?", "What was your job?"),
      /"sections\.now\.items\.job\.text" is another one in the document now/,
    ],
    ["another language", good.replace('trgLang="cy"', 'trgLang="ar"'), /the file is in "ar" and not in "cy"/],
    ["XLIFF 1.2", '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', /this is no XLIFF 2 file/],
    ["a document type", `<!DOCTYPE x [<!ENTITY a "aaa">]>${good.replace(/<\?.*?\?>\n/, "")}`, /a document type may not stand/],
    ["what is not well-formed", good.replace("</unit>", "</unt>"), /no well-formed XML/],
    ["half a file", good.slice(0, 400), /no well-formed XML/],
    ["nothing", "", /no well-formed XML|holds no texts/],
  ];
  for (const [what, text, message] of refusals) {
    it(`refuse ${what}, with the place`, () => {
      assert.notEqual(text, good);
      const { refused } = readXliff(text, SOURCES, "cy");
      const said = refused.map(({ line, column, message }) => `${line}:${column} ${message}`);
      assert.ok(
        said.some((one) => message.test(one)),
        said.join("\n"),
      );
      assert.ok(refused.every(({ line, column }) => line >= 1 && column >= 1));
    });
  }
});

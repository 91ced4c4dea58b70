import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import xliff from "xliff";
import { analyse } from "../../server/analysis/engine.ts";
import { textsOf } from "../../server/analysis/translationProblems.ts";
import { completenessOf } from "../../server/translation/completeness.ts";
import type { Status, TranslatedText } from "../../server/translation/readTranslation.ts";
import type { SourceText } from "../../server/translation/sourceTexts.ts";
import { readXliff } from "../../server/translation/xliff/readXliff.ts";
import { writeXliff } from "../../server/translation/xliff/writeXliff.ts";
import { problemsOfXliff } from "./xliffRules.ts";

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
const STATUSES: readonly (Status | undefined)[] = ["draft", "reviewed", "approved", undefined];
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
    const words = new Map([
      ["sections.now.items.late.text", { words: "Fel {job}, {job}?", status: "draft" as const }],
      ["title", { words: "A\u0001 & <b>\r\n]]>", status: undefined }],
      ["sections.now.items.job.text", { words: "ما عملك؟", status: "approved" as const }],
    ]);
    assert.deepEqual(problemsOfXliff(written(words)), []);
    for (const name of readdirSync("samples").filter((file) => /\.(instrument|delphi|guide|study)\.yaml$/.test(file))) {
      const sources = textsOf(analyse(readFileSync(`samples/${name}`, "utf8")));
      const some = new Map(sources.map((source, index) => [source.key, { words: source.words, status: STATUSES[index % 4] }] as const));
      assert.deepEqual(problemsOfXliff(written(new Map(), sources)), [], name);
      assert.deepEqual(problemsOfXliff(written(some, sources)), [], name);
    }
  });

  it("would be told by the rules where they were not kept", () => {
    const file = written(new Map([["sections.now.items.late.text", { words: "Fel {job}, {job}?", status: "draft" }]]));
    for (const [old, other, message] of [
      [' srcLang="en"', "", "xliff has no srcLang"],
      [' trgLang="cy"', "", "xliff has targets and no trgLang"],
      ['unit id="title"', 'unit id="a b"', 'unit has the id "a b", which is no NMTOKEN'],
      ['unit id="sections.now.items.job.text"', 'unit id="title"', 'file has the id "title" twice'],
      ['state="initial"', 'state="new"', 'segment has the state "new"'],
      ["<source", "<target/><source", "segment has source behind target"],
      ["<originalData>", "<originalData/><originalData>", "unit has originalData twice"],
      ['dataRef="d1"', 'dataRef="d9"', 'ph has the dataRef "d9", and there is no such data'],
      ['<ph id="job-2"', '<ph id="job"', 'source has the id "job" twice'],
      ['canCopy="no"', 'canCopy="never"', 'ph has canCopy "never"'],
      ["<segment ", '<segment mood="good" ', "segment may have no mood"],
      ["</segment>", "words</segment>", "segment may hold no words"],
      ["</file>", "</file><file id='x'/>", "file x holds no unit"],
      ["<source ", "<source xml:lang='de' ", 'source is in "de" and not in "en"'],
    ] as const) {
      const changed = file.replace(old, other);
      assert.notEqual(changed, file, message);
      const problems = problemsOfXliff(changed);
      assert.ok(
        problems.some((one) => one.includes(message)),
        `${message}: ${problems.join("; ")}`,
      );
    }
  });

  describe("as other programs write them", () => {
    const LATE = "sections.now.items.late.text";
    const file = (unit: string, more = "") =>
      `<?xml version="1.0"?>\n<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" xmlns:m="urn:oasis:names:tc:xliff:matches:2.0" trgLang="cy-GB" version="2.1" srcLang="en-GB"${more}><x:file original="a" id="f1"><x:notes><x:note>A <![CDATA[<note>]]></x:note></x:notes><x:group id="g">${unit}</x:group></x:file></x:xliff>`;
    const read = (text: string) => {
      const { given, refused } = readXliff(text, SOURCES, "cy", "en");
      return { given: Object.fromEntries(given), refused: refused.map(({ message }) => message) };
    };

    it("with prefixes, another order, matches, notes and entities", () => {
      const unit = `<x:unit translate="yes" id="title"><m:matches><m:match ref="#s1"><x:originalData><x:data id="d1">evil</x:data></x:originalData><x:source>Other</x:source><x:target>Arall <x:pc id="1">x</x:pc></x:target></m:match></m:matches><x:notes><x:note>target</x:note></x:notes><x:segment canResegment="no" state="reviewed" id="s1"><x:source>Mood &#38; <![CDATA["rest" <today>]]></x:source><x:target xml:lang="cy">Hwyl &amp; &#x3c;<x:mrk id="m1" translate="no">gorffwys</x:mrk>&gt;</x:target></x:segment></x:unit>`;
      assert.deepEqual(read(file(unit)), { given: { title: { words: "Hwyl & <gorffwys>", status: "reviewed" } }, refused: [] });
      assert.deepEqual(read(`\ufeff${file(unit)}`.slice(1)).refused, []);
    });

    it("split into sentences, in the order of the other language, no further than the one that is least far", () => {
      const ph = (id: string) => `<x:ph id="${id}"/>`;
      const unit = `<x:unit id="${LATE}"><x:segment state="final"><x:source>As ${ph("job")},</x:source><x:target order="3">fel ${ph("job-2")}</x:target></x:segment><x:ignorable><x:source> </x:source></x:ignorable><x:segment state="translated"><x:source>do you work late, ${ph("job-2")}?</x:source><x:target order="1">Hwyr, ${ph("job")}?</x:target></x:segment></x:unit>`;
      assert.deepEqual(read(file(unit)), { given: { [LATE]: { words: "Hwyr, {job}? fel {job}", status: "draft" } }, refused: [] });
      const half = unit.replace(/<x:target order="1">.*?<\/x:target>/, "");
      assert.deepEqual(read(file(half)).refused, [`only a part of "${LATE}" is translated`]);
    });

    it("with what is not to be translated left alone, and inserted answers written out", () => {
      const unit = (more: string, target: string) =>
        `<x:unit id="${LATE}"${more}><x:segment><x:source>As {job}, do you work late, {job}?</x:source><x:target>${target}</x:target></x:segment></x:unit>`;
      assert.deepEqual(read(file(unit(' translate="no"', "x"))), { given: {}, refused: [] });
      assert.deepEqual(read(file(unit("", "Fel {job} {job}"))).given, { [LATE]: { words: "Fel {job} {job}", status: "draft" } });
      assert.deepEqual(read(file(unit("", "Fel {job}"))).refused, [`the translation of "${LATE}" has lost the inserted answer {job}`]);
      assert.deepEqual(read(file(unit("", "{job} {job} {late}"))).refused, [
        `the translation of "${LATE}" has the inserted answer {late} more often than the text`,
      ]);
      // What a placeholder stands for is said by the document, whatever the file says.
      const lie = unit("", 'Fel <x:ph id="job" disp="{evil}"/> <x:ph id="job-2" dataRef="d1"/>').replace(
        "<x:segment>",
        '<x:originalData><x:data id="d1">{worse}</x:data></x:originalData><x:segment>',
      );
      assert.deepEqual(read(file(lie)).given, { [LATE]: { words: "Fel {job} {job}", status: "draft" } });
    });

    it("of version 2.2, and in right-to-left scripts", () => {
      const text = written(new Map([["title", { words: "المزاج \u2067x\u2069", status: "approved" }]]))
        .replace('trgLang="cy"', 'trgLang="cy" trgDir="rtl"')
        .replace("document:2.0", "document:2.2")
        .replace('version="2.0"', 'version="2.2"');
      assert.deepEqual(read(text), { given: { title: { words: "المزاج \u2067x\u2069", status: "approved" } }, refused: [] });
    });
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
      /has the inserted answer \{job\} more often than the text/,
    ],
    ["a mark around words", good.replace(/(<target[^>]*>)/, '$1<pc id="1">x</pc>'), /"pc" stands in the translation/],
    [
      "a text that has changed since",
      good.replace("What is your job?", "What was your job?"),
      /"sections\.now\.items\.job\.text" is another one in the document now/,
    ],
    ["another language", good.replace('trgLang="cy"', 'trgLang="ar"'), /the file is in "ar" and not in "cy"/],
    ["XLIFF 1.2", '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', /this is XLIFF 1\.2, and only XLIFF 2 is read/],
    ["another kind of XML", "<html><body/></html>", /this is no XLIFF 2 file/],
    ["a document type", `<!DOCTYPE x [<!ENTITY a "aaa">]>${good.replace(/<\?.*?\?>\n/, "")}`, /a document type may not stand/],
    ["what is not well-formed", good.replace("</unit>", "</unt>"), /no well-formed XML/],
    ["an entity of its own", good.replace("What is your job?", "&lol;"), /no well-formed XML/],
    [
      "a character that there is not",
      good.replace(/(<target[^>]*>)/, '$1<cp hex="FFFFFFFF"/>'),
      /"FFFFFFFF" in ".*" is the code of no character/,
    ],
    ["half a character", good.replace(/(<target[^>]*>)/, '$1<cp hex="D800"/>'), /is the code of no character/],
    ["two translations of one text", good.replace("</target>", "</target><target>x</target>"), /two translations stand in one segment/],
    ["a translation in a third language", good.replace("<target ", '<target xml:lang="de" '), /the translation of ".*" is in "de"/],
    [
      "another language that it is made from",
      good.replace('srcLang="en"', 'srcLang="de"'),
      /translates from "de", and the document is in "en"/,
    ],
    ["a version to come", good.replace('version="2.0"', 'version="3.0"'), /version "3\.0" of XLIFF is not read/],
    ["elements without end", good.replace("<file", `${"<a>".repeat(100_000)}<file`), /too many elements stand within one another/],
    ["half a file", good.slice(0, 400), /no well-formed XML/],
    ["nothing", "", /no well-formed XML|holds no texts/],
  ];
  for (const [what, text, message] of refusals) {
    it(`refuse ${what}, with the place`, () => {
      assert.notEqual(text, good);
      const { refused } = readXliff(text, SOURCES, "cy", "en");
      const said = refused.map(({ line, column, message }) => `${line}:${column} ${message}`);
      assert.ok(
        said.some((one) => message.test(one)),
        said.join("\n"),
      );
      assert.ok(refused.every(({ line, column }) => line >= 1 && column >= 1));
    });
  }
});

import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../server/cli/run.ts";
import { fakeWorld } from "./fake-world.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const SURVEY = `instrument: mood
title: Mood
version: 1.2.0
language: en
licence: {name: CC0, permission: free}
sections:
  now:
    response: {options: {1: Disagree, 2: Neither, 3: Agree}}
    items:
      calm: I feel calm at present.
      tense: {text: I feel tense at present., reverse: true}
scores:
  mood: {items: [calm, tense], method: sum}
`;

describe("cli: translate", () => {
  const folder = temporaryFolder({ "mood.instrument.yaml": SURVEY, "other.instrument.yaml": SURVEY.replace("mood", "other") });
  after(() => folder.remove());
  const at = (name: string) => join(folder.path, name);
  const scalewright = async (...words: readonly string[]) => {
    const world = fakeWorld(folder.path);
    const code = await run(words, world);
    return { code, ...world.shown() };
  };
  const file = "mood.instrument.yaml";
  const made = "mood.cy.translation.yaml";

  it("begins a translation beside the document, and then has nothing to add", async () => {
    const begun = await scalewright("translate", file, "cy");
    assert.deepEqual(begun, { code: 0, out: "", err: `${made}: begun; 0 of 6 texts translated\n` });
    const text = readFileSync(at(made), "utf8");
    assert.match(text, /^translation: cy\nof: mood\.instrument\.yaml\n/);
    assert.equal((await scalewright("check", made)).code, 0);
    const { mtimeNs } = statSync(at(made), { bigint: true });
    assert.equal((await scalewright("translate", file, "cy")).err, `${made}: nothing to add; 0 of 6 texts translated\n`);
    assert.equal(readFileSync(at(made), "utf8"), text);
    assert.equal(statSync(at(made), { bigint: true }).mtimeNs, mtimeNs);
  });

  it("goes to a translation office and comes back", async () => {
    assert.equal((await scalewright("translate", file, "cy", "--xliff", "mood.xlf")).code, 0);
    const sent = readFileSync(at("mood.xlf"), "utf8");
    const back = sent.replace(
      /<segment state="initial">\n( *)<source([^>]*)>I feel calm at present\.<\/source>/,
      '<segment state="final">\n$1<source$2>I feel calm at present.</source>\n$1<target>Rwy\'n dawel ar hyn o bryd.</target>',
    );
    assert.notEqual(back, sent);
    writeFileSync(at("back.xlf"), back);
    const taken = await scalewright("translate", file, "cy", "--from-xliff", "back.xlf");
    assert.equal(taken.err, `${made}: 1 taken over; 1 of 6 texts translated: 1 approved\n`);
    assert.match(readFileSync(at(made), "utf8"), /calm: \{text: "Rwy'n dawel ar hyn o bryd\.", status: approved\}/);
  });

  it("takes an exchange file from standard input, and gives the translation to standard output", async () => {
    const piped = async (stdin: string) => {
      const world = fakeWorld(folder.path, { stdin });
      const code = await run(["translate", file, "cy", "--from-xliff", "-", "-o", "-"], world);
      return { code, ...world.shown() };
    };
    const { code, out, err } = await piped(readFileSync(at("back.xlf"), "utf8"));
    assert.deepEqual([code, err], [0, "<stdout>: begun; 1 of 6 texts translated: 1 approved\n"]);
    assert.match(out, /^translation: cy\nof: mood\.instrument\.yaml\n[\s\S]*Rwy'n dawel/);
    const broken = await piped("<xliff");
    assert.deepEqual([broken.code, broken.out], [2, ""]);
    assert.match(broken.err, /^<stdin>:1:\d+: the file is no well-formed XML[\s\S]*nothing was taken from "<stdin>"/);
    const world = fakeWorld(folder.path, { stdin: SURVEY });
    assert.equal(await run(["translate", "-", "cy"], world), 2);
    assert.match(world.shown().err, /a translation is written beside its document: name a file/);
  });

  it("takes nothing from an exchange file that has a mistake", async () => {
    const before = readFileSync(at(made), "utf8");
    writeFileSync(at("wrong.xlf"), readFileSync(at("back.xlf"), "utf8").replace("items.calm", "items.clam").replace("dawel", "flin"));
    const { code, err } = await scalewright("translate", file, "cy", "--from-xliff", "wrong.xlf");
    assert.equal(code, 2);
    assert.match(err, /^wrong\.xlf:\d+:\d+: the document has no text "sections\.now\.items\.clam\.text"\n/);
    assert.equal(readFileSync(at(made), "utf8"), before);
  });

  it("never writes over what is something else", async () => {
    writeFileSync(at("ar.yaml"), "notes: mine\n");
    for (const [words, message] of [
      [[file], /takes a document and a language/],
      [[file, "welsh"], /no tag of a language/],
      [[file, "en"], /the document is in "en" itself/],
      [[file, "ar", "-o", "ar.yaml"], /is no translation/],
      [["other.instrument.yaml", "cy", "-o", made], /is of another document/],
      [[file, "ar", "-o", made], /is not in "ar"/],
      [[made, "ar"], /is a translation itself/],
      [["nothing.yaml", "cy"], /does not exist/],
      [[file, "cy", "--from-xliff", "nothing.xlf"], /nothing\.xlf/],
    ] as const) {
      const { code, err } = await scalewright("translate", ...words);
      assert.deepEqual([code, message.test(err)], [2, true], err);
    }
    writeFileSync(at("broken.cy.translation.yaml"), "translation: cy\nof: mood.instrument.yaml\ntitle: [a\n");
    assert.match((await scalewright("translate", file, "cy", "-o", "broken.cy.translation.yaml")).err, /has an error and is not touched/);
    assert.equal(readFileSync(at("ar.yaml"), "utf8"), "notes: mine\n");
  });

  it("writes no exchange file over the document or its translation, and does one thing at a time", async () => {
    for (const [words, message] of [
      [["--xliff", file], /is the document or its translation: name another file with --xliff/],
      [["--xliff", made], /is the document or its translation/],
      [["--xliff", "a.xlf", "--from-xliff", "b.xlf"], /--xliff writes and --from-xliff reads: name one of them/],
    ] as const) {
      const { code, err } = await scalewright("translate", file, "cy", ...words);
      assert.equal(code, 2);
      assert.match(err, message);
    }
    assert.equal(readFileSync(at(file), "utf8"), SURVEY);
  });

  it("says what it cannot read of an exchange file, and touches nothing", async () => {
    const before = readFileSync(at(made), "utf8");
    for (const [bytes, message] of [
      [Buffer.from("\ufeff<xliff/>", "utf16le"), /"bad\.xlf": this file is written in UTF-16; save it as UTF-8/],
      [Buffer.from([0x3c, 0xff]), /is not UTF-8/],
      [Buffer.from('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'), /^bad\.xlf:1:\d+: a document type may not stand/],
      [Buffer.from("<xliff"), /^bad\.xlf:1:\d+: the file is no well-formed XML/],
      [Buffer.from(""), /^bad\.xlf:1:\d+: /],
      [Buffer.from('<xliff version="1.2"><file/></xliff>'), /^bad\.xlf:1:\d+: this is XLIFF 1\.2, and only XLIFF 2 is read/],
    ] as const) {
      writeFileSync(at("bad.xlf"), bytes);
      const { code, out, err } = await scalewright("translate", file, "cy", "--from-xliff", "bad.xlf");
      assert.deepEqual([code, out], [2, ""], err);
      assert.match(err, message);
      assert.equal(readFileSync(at(made), "utf8"), before);
    }
  });
});

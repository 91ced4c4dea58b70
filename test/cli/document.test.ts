import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { run } from "../../server/cli/run.ts";
import { fakeWorld } from "./fake-world.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const SURVEY = `instrument: mood
title: {en: Mood, cy: Hwyliau}
version: 1.2.0
language: en
languages: [cy]
responses:
  agree3: {options: {1: {en: Disagree, cy: Anghytuno}, 2: {en: Neither, cy: Y naill na'r llall}, 3: {en: Agree, cy: Cytuno}}}
sections:
  now:
    response: agree3
    items:
      calm: {text: {en: I feel calm., cy: Rwy'n teimlo'n dawel.}}
      tense: {text: {en: I feel tense., cy: Rwy'n teimlo'n dynn.}, reverse: true}
scores:
  mood: {items: [calm, tense], method: sum}
`;

describe("cli: document", function () {
  // The writer of Word files is large, and is loaded for the first of them.
  this.timeout(20_000);
  const folder = temporaryFolder({ "mood.instrument.yaml": SURVEY, "mood.delphi.yaml": "delphi: mood\n" });
  after(() => folder.remove());

  const scalewright = async (words: readonly string[], given: Parameters<typeof fakeWorld>[1] = {}) => {
    const world = fakeWorld(folder.path, given);
    const code = await run(["document", ...words], world);
    return { code, ...world.shown() };
  };
  const file = "mood.instrument.yaml";

  it("writes to standard output, or whole into a file whose ending says the format", async () => {
    const shown = await scalewright([file, "--as", "codebook", "--to", "md"]);
    assert.deepEqual([shown.code, shown.err], [0, ""]);
    assert.match(shown.out, /^# Codebook: Mood\n/);
    assert.equal((await scalewright([file, "--as", "codebook", "-o", "codebook.md"])).code, 0);
    assert.equal(readFileSync(join(folder.path, "codebook.md"), "utf8"), shown.out);
    assert.equal((await scalewright([file, "--as", "codebook", "-o", "codebook.docx"])).code, 0);
    assert.ok(unzipSync(readFileSync(join(folder.path, "codebook.docx")))["word/document.xml"]);
    assert.match((await scalewright([file, "--as", "questionnaire"])).out, /^<!DOCTYPE html>/);
  });

  it("says the hash that anyone finds for the file", async () => {
    const { createHash } = await import("node:crypto");
    const hash = createHash("sha256")
      .update(readFileSync(join(folder.path, file)))
      .digest("hex");
    assert.ok((await scalewright([file, "--as", "methods", "--to", "md"])).out.includes(hash));
  });

  it("speaks each language of the instrument, and no other", async () => {
    const { code, out } = await scalewright([file, "--as", "questionnaire", "--language", "cy"]);
    assert.equal(code, 0);
    for (const words of ['<html lang="cy"', "Hwyliau", "Rwy&#39;n teimlo&#39;n dawel.", "Cytuno"]) assert.ok(out.includes(words), words);
    const other = await scalewright([file, "--as", "questionnaire", "--language", "ar"]);
    assert.equal(other.code, 2);
    assert.match(other.err, /the instrument has no texts in "ar"; known are en, cy/);
  });

  it("asks for what is missing and refuses what it cannot do", async () => {
    for (const [words, message] of [
      [[], /say which document with --as/],
      [["--as", "codebok"], /did you mean "codebook"/],
      [["--as", "codebook", "-o", "a.xyz"], /say the format with --to: html, pdf, docx, md/],
    ] as const) {
      const { code, err } = await scalewright([file, ...words]);
      assert.equal(code, 2);
      assert.match(err, message);
    }
    assert.match((await scalewright(["nothing.instrument.yaml", "--as", "codebook"])).err, /does not exist/);
    const terminal = await scalewright([file, "--as", "codebook", "--to", "docx"], { terminal: true });
    assert.equal(terminal.code, 2);
    assert.match(terminal.err, /not for the terminal/);
  });

  it("says how to get a PDF where no Chromium is found, and writes nothing", async () => {
    const none = await scalewright([file, "--as", "questionnaire", "-o", "mood.pdf"], { env: { PATH: folder.path } });
    assert.equal(none.code, 2);
    assert.match(none.err, /none was found on this machine; name one with CHROME_PATH, or write html/);
    const wrong = await scalewright([file, "--as", "questionnaire", "-o", "mood.pdf"], {
      env: { CHROME_PATH: join(folder.path, "chrome") },
    });
    assert.match(wrong.err, /CHROME_PATH names ".*chrome", and there is no program there/);
    assert.ok(!existsSync(join(folder.path, "mood.pdf")));
  });

  it("says where a score that it writes of has an error", async () => {
    const { code, err } = await scalewright(["-", "--as", "scoring-appendix", "--to", "md"], {
      stdin: SURVEY.replace("[calm, tense]", "[calm, tens]"),
    });
    assert.equal(code, 1);
    assert.match(err, /the score "mood" has an error/);
  });
});

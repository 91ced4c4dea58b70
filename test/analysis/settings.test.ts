import assert from "node:assert/strict";
import type { Host } from "../../server/analysis/analysis.ts";
import { analyse } from "../../server/analysis/engine.ts";
import { categoryOf } from "../../server/evidence/categories.ts";
import { completionsAt } from "../../server/features/completion.ts";
import { table } from "../../server/rules/index.ts";

const TEXT = `instrument: example
title: Example
version: 1.0.0
licence: {name: CC0, permission: free}
responses:
  often4:
    options: {0: Never, 1: Sometimes, 2: Often, 3: Always}
  spare:
    options: {0: No, 1: Yes}
sections:
  week:
    response: often4
    items:
      tense: In the past week I felt tense.
      tired: In the past week I was tired.
scores:
  strain: {items: [tense, tired], method: sum, range: [0, 6], higher: more strain}
`;

/** Files of a folder, the document in `pilot/`. */
const folder = (files: Record<string, string>): Host => ({
  own: "/folder/pilot/a.instrument.yaml",
  read: (path) => files[new URL(path, "file:///folder/pilot/a").pathname.slice("/folder/".length)],
  isOutside: (path) => !new URL(path, "file:///folder/pilot/a").pathname.startsWith("/folder/"),
});
const unused = (files: Record<string, string>) =>
  analyse(TEXT, folder(files))
    .problems.filter(({ code }) => code === "unused-response")
    .map(({ severity }) => severity);

describe("settings", () => {
  it("weigh a finding by its code, by its category, or silence it", () => {
    assert.deepEqual(unused({}), ["warning"]);
    assert.deepEqual(unused({ "scalewright.config.yaml": "severities: {unused-response: error}\n" }), ["error"]);
    assert.deepEqual(unused({ "scalewright.config.yaml": "severities: {text: info}\n" }), ["info"]);
    assert.deepEqual(unused({ "scalewright.config.yaml": "severities: {text: error, unused-response: off}\n" }), []);
  });

  it("of the nearest folder count, for the files that a pattern names", () => {
    const near = "severities: {unused-response: info}\n";
    assert.deepEqual(unused({ "scalewright.config.yaml": "severities: {unused-response: off}\n", "pilot/scalewright.config.yaml": near }), [
      "info",
    ]);
    const patterns = (files: string) =>
      `severities: {unused-response: error}\noverrides: [{files: "${files}", severities: {unused-response: off}}]\n`;
    assert.deepEqual(unused({ "scalewright.config.yaml": patterns("pilot/**") }), []);
    assert.deepEqual(unused({ "scalewright.config.yaml": patterns("main/**") }), ["error"]);
  });

  it("may end in .yml; of two in one folder the one that is not read says so", () => {
    const off = "severities: {unused-response: off}\n";
    assert.deepEqual(unused({ "scalewright.config.yml": off }), []);
    assert.deepEqual(unused({ "scalewright.config.yml": off, "pilot/scalewright.config.yaml": "severities: {}\n" }), ["warning"]);
    const both = { "pilot/scalewright.config.yml": off, "pilot/scalewright.config.yaml": "severities: {}\n" };
    assert.deepEqual(unused(both), ["warning"]);
    const second = { ...folder(both), own: "/folder/pilot/scalewright.config.yml" };
    assert.deepEqual(
      analyse(off, second).problems.map(({ code, message }) => `${code}: ${message}`),
      ['multiple-documents: this file is not read, because "scalewright.config.yaml" stands beside it: keep one of the two'],
    );
    assert.deepEqual(analyse(off, { ...second, read: () => undefined }).problems, []);
  });

  it("add to those that they extend", () => {
    const files = { "base.yaml": "severities: {unused-response: info, text: error}\n" };
    assert.deepEqual(unused({ ...files, "pilot/scalewright.config.yaml": "extends: ../base.yaml\n" }), ["info"]);
    assert.deepEqual(
      unused({ ...files, "pilot/scalewright.config.yaml": "extends: ../base.yaml\nseverities: {unused-response: off}\n" }),
      [],
    );
    assert.deepEqual(unused({ "pilot/scalewright.config.yaml": "extends: scalewright.config.yaml\n" }), ["warning"]);
  });

  it("know a category for every code", () => {
    assert.deepEqual(
      table.map(({ code }) => code).filter((code) => !categoryOf(code)),
      [],
    );
  });

  it("are held to findings that exist and to files that are there", () => {
    const found = (text: string, files: Record<string, string> = {}) =>
      analyse(text, {
        ...folder(files),
        own: "/folder/pilot/scalewright.config.yaml",
        nameOf: (path) => path.split("/").at(-1) ?? "",
      }).problems.map(({ code, message }) => `${code}: ${message}`);
    assert.deepEqual(found("severities: {code-gap: off, wording: info}\n"), []);
    assert.deepEqual(found("overrides: [{files: a, severities: {cod-gap: off}}]\n"), [
      'unknown-key: no finding and no category of findings is called "cod-gap"; did you mean "code-gap"?',
    ]);
    assert.deepEqual(found("extends: ../base.yaml\n", { "base.yaml": "severities: {}\n" }), []);
    assert.deepEqual(found("extends: ../base.yaml\n"), ['import-not-found: there is no file "../base.yaml" beside this one']);
    assert.deepEqual(found("extends: ../../base.yaml\n"), [
      'import-outside-workspace: "../../base.yaml" leaves the folder that is worked in: it is not read',
    ]);
    assert.deepEqual(
      found("extends: scalewright.config.yaml\n", { "pilot/scalewright.config.yaml": "extends: scalewright.config.yaml\n" }),
      ['import-cycle: "scalewright.config.yaml" extends itself, directly or through others'],
    );
  });

  it("name the systems whose limits on ids hold", () => {
    const limits = (targets: string) =>
      analyse(TEXT.replaceAll("tense", "tense_in_the_past_week_x"), folder({ "scalewright.config.yaml": `targets: [${targets}]\n` }))
        .problems.filter(({ code }) => code === "invalid-id")
        .map(({ message, severity }) => `${severity}: ${message}`);
    assert.deepEqual(limits("redcap, xlsform"), []);
    assert.deepEqual(limits("limesurvey"), [
      'warning: "tense_in_the_past_week_x" cannot keep its name everywhere: LimeSurvey takes letters and digits only',
    ]);
    assert.equal(analyse(TEXT, folder({})).problems.filter(({ code }) => code === "invalid-id").length, 0);
    const codes = (targets: string) =>
      analyse(
        "instrument: a\nsections: {s: {items: {why: {text: Why?, response: {type: multiple, options: {pay: Pay, too much: Work}}, scored: false}}}}\n",
        folder({ "scalewright.config.yaml": `targets: [${targets}]\n` }),
      )
        .problems.filter(({ code }) => code === "invalid-id")
        .map(({ message }) => message);
    assert.deepEqual(codes("redcap"), []);
    assert.deepEqual(codes("limesurvey, xlsform"), [
      'the code "too much" cannot stay as it is everywhere: LimeSurvey takes up to 5 letters and digits',
      'the code "too much" cannot stay as it is everywhere: XLSForm joins several answers by blanks and takes no code with one',
    ]);
  });

  it("are completed with the findings that they weigh", () => {
    const text = "severities:\n  code-g\n";
    const found = completionsAt(analyse(text), text.length - 1).find(({ label }) => label === "code-gap");
    assert.deepEqual([found?.newText, found?.range], ["code-gap: ", { start: 14, end: 20 }]);
    assert.ok(completionsAt(analyse(text), text.length - 1).some(({ label }) => label === "wording"));
  });

  it("are completed with the systems whose limits may hold, and hold no other", () => {
    const offered = (text: string, at = text.length - 2) =>
      completionsAt(analyse(text), at).map(({ label, range }) => `${label} ${range.start}-${range.end}`);
    assert.deepEqual(offered("targets: [redcap, li]\n"), ["redcap 18-20", "limesurvey 18-20", "xlsform 18-20"]);
    assert.deepEqual(offered("targets:\n  - re\n", 15), ["redcap 13-15", "limesurvey 13-15", "xlsform 13-15"]);
    assert.deepEqual(
      analyse("targets: [redcp]\n", { own: "scalewright.config.yaml", read: () => undefined }).problems.map(({ message }) => message),
      ['target 1 of "targets" cannot be "redcp"; did you mean "redcap"?'],
    );
  });

  it("add words to those that findings on wording know", () => {
    const text = TEXT.replace("I felt tense.", "I felt tense, as we ALL hope, now and  then.")
      .replace("I was tired", "I know that I was tired")
      .replace("title:", "language: en\ntitle:");
    const found = (lexicon: string) =>
      analyse(text, folder({ "scalewright.config.yaml": `lexicon: ${lexicon}\n` }))
        .problems.filter(({ code }) => categoryOf(code) === "wording")
        .map(({ code, range }) => `${code} ${text.slice(range.start, range.end)}`);
    assert.deepEqual(found("{}"), []);
    assert.deepEqual(found("{leading: [we, as we all hope], vague: [now, now and then]}"), [
      "leading-item as we ALL hope",
      "vague-quantifier now and  then",
    ]);
    assert.deepEqual(found("{absolute: [(+*, '']}"), []);
    const unknown = analyse("lexicon: {vauge: [now]}\n", folder({})).problems;
    assert.deepEqual(
      unknown.map(({ code, message }) => [code, message]),
      [["unknown-key", 'unknown key "vauge" in "lexicon"; did you mean "vague"?']],
    );
  });

  it("are known by the name of their file, whatever they begin with, and may be empty", () => {
    const host = { ...folder({}), own: "/folder/scalewright.config.yaml" };
    const codes = (text: string) => analyse(text, host).problems.map(({ code, message }) => `${code}: ${message}`);
    for (const text of ["", "# nothing yet\n", "x-note: later\nseverities: {}\n"]) assert.deepEqual(codes(text), []);
    assert.match(codes("- band-gap\n")[0] ?? "", /^missing-key: /);
    assert.deepEqual(codes("severites: {}\n"), ['unknown-key: unknown key "severites"; did you mean "severities"?']);
    assert.deepEqual(
      analyse("", folder({})).problems.map(({ code }) => code),
      ["missing-key"],
    );
  });
});

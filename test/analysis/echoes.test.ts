import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";

const DOCUMENT = `instrument: week
title: My week
version: 1.0.0
language: en
licence: {name: CC0, spdx: CC0-1.0, permission: free}
responses:
  often4:
    options: {0: Never, 1: Sometimes, 2: Often, 3: Always}
sections:
  week:
    response: often4
    text: "In the past week:"
    items:
      tense: I felt tense.
      tired: I was tired.
scores:
  strain: {items: [tense, tired], method: sum}
`;

/** The findings, information left out, of the document with one slip. */
function found(from: string, to: string): readonly string[] {
  assert.ok(DOCUMENT.includes(from));
  const { problems } = analyse(DOCUMENT.replaceAll(from, to));
  return problems.filter(({ severity }) => severity !== "info").map(({ code }) => code);
}

describe("one slip in the text", () => {
  it("is one finding, without what follows from it", () => {
    assert.deepEqual(found("      tired:", "\ttired:"), ["tab-indent"]);
    assert.deepEqual(found("    options:", "\t  options:"), ["tab-indent"]);
    assert.deepEqual(found('"In the past week:"', "In the past week: how often"), ["yaml-syntax"]);
    assert.deepEqual(found('    text: "In', '     text: "In'), ["yaml-syntax"]);
    assert.deepEqual(found("3: Always}", "3: Always"), ["yaml-syntax"]);
    assert.deepEqual(found("response: often4", "response: *often4"), ["undefined-alias"]);
    assert.deepEqual(found("permission: free}", "permission: free"), ["yaml-syntax"]);
  });

  it("of tabs all over the file is a finding for each part", () => {
    assert.deepEqual(found("  ", "\t"), ["tab-indent", "tab-indent", "tab-indent"]);
  });

  it("hides no other slip", () => {
    assert.deepEqual(found("tired]", "tirde]"), ["undefined-name"]);
    assert.deepEqual(
      found(
        "      tired: I was tired.\nscores:\n  strain: {items: [tense, tired]",
        "\ttired: I was tired.\nscores:\n  strain: {items: [tense, tirde]",
      ),
      ["tab-indent", "undefined-name"],
    );
  });
});

describe("a section written in brackets", () => {
  const inBrackets = (items: string) => {
    const text = DOCUMENT.replace(
      / {2}week:\n[\s\S]*(?=scores:)/,
      `  week: {response: often4, text: "In the past week:", items: {${items}}}\n`,
    );
    return analyse(text)
      .problems.filter(({ severity }) => severity !== "info")
      .map(({ code, range }) => `${code} ${text.slice(range.start, range.end)}`);
  };

  it("has each mistake in its items once", () => {
    assert.deepEqual(inBrackets("tense: I felt tense., tired: I was tired."), []);
    assert.deepEqual(inBrackets("tense: {text: I felt tense., revers: true}, tired: I was tired."), ["unknown-key revers"]);
    assert.deepEqual(inBrackets("tense: I felt tense, not calm., tired: I was tired."), ["truncated-flow-value I felt tense, not calm."]);
    assert.deepEqual(inBrackets("tense: {text: I felt tense, not calm.}, tired: I was tired."), [
      "truncated-flow-value I felt tense, not calm.",
    ]);
    assert.deepEqual(inBrackets("tense: I felt tense., tired: I was tired., tired: I was sad."), ["duplicate-id tired"]);
    assert.deepEqual(inBrackets("tense: I felt: tense., tired: I was tired."), ["yaml-syntax I felt: tense."]);
  });
});

import assert from "node:assert/strict";
import { analyse, Engine } from "../../server/analysis/engine.ts";
import { english } from "../../server/evidence/lexicon/en.ts";

const WORDING = new Set([
  "double-barrelled-item",
  "leading-item",
  "double-negative-item",
  "absolute-term",
  "vague-quantifier",
  "undefined-abbreviation",
  "long-stem",
  "hard-to-read-stem",
  "recall-direction",
  "presupposition-without-filter",
  "unanswerable-recall",
]);

/** Items that a methodologist would let pass, each near something that is reported. */
const GOOD = [
  "I feel calm and at peace.",
  "I have time for friends and family.",
  "My partner and I share the work at home.",
  "When I am tired and I feel low, I rest.",
  "I am satisfied with health and safety at my place of work.",
  "How satisfied are you with your pay?",
  "Do you agree with the new rota?",
  "How much do you think of leaving?",
  "I do not feel that my work is noticed.",
  "I cannot say no to my manager.",
  "I know what to do when nothing works.",
  "I have never worked at night.",
  "I almost never work at night.",
  "How often do you work at night?",
  "I travel more often than I want to.",
  "I do NOT like to drive in the UK.",
  "I have an interview next week, and the last one was hard.",
  "In the past 6 months, have you thought about leaving?",
  "In the next 6 months, do you plan to leave?",
  "Do you have a dog?",
  "My work is noticed by the people whom I work for.",
];

const document = (stems: readonly string[], language: string, more = "") => `instrument: example
title: A small example
version: 1.0.0
language: ${language}
licence: {name: CC0, permission: free}
${more}responses:
  words: {type: text}
sections:
  work:
    text: Please do not name anybody.
    response: words
    items:
${stems.map((stem, i) => `      item${i + 1}: ${JSON.stringify(stem)}\n`).join("")}`;

const found = (text: string) => analyse(text).problems.filter(({ code }) => WORDING.has(code));

const POOR = ["I am not unhappy.", "I trust my manager and my colleagues.", "Don't you think that pay should be higher?", "The ICB helps."];

describe("findings on wording", () => {
  it("let good items pass", () => {
    assert.deepEqual(
      found(document(GOOD, "en")).map(({ code, message }) => [code, message]),
      [],
    );
  });

  it("speak of poor ones, in each English", () => {
    for (const language of ["en", "en-GB", "en-US"]) assert.equal(found(document(POOR, language)).length, 4);
  });

  it("are silent in a language that has no lexicon, and where the wording is published", () => {
    assert.deepEqual(found(document(POOR, "cy")), []);
    assert.deepEqual(found(document(POOR, "en", "source: {citation: Somebody 2001, verbatim: true}\n")), []);
  });

  it("speak of the English of a text that is given in several languages", () => {
    const text = document([], "cy").concat("      item1: {cy: Nid wyf yn anhapus., en: I am not unhappy.}\n");
    const [problem] = found(text);
    assert.equal(problem?.code, "double-negative-item");
    assert.equal(text.slice(problem?.range.start, problem?.range.end), "not unhappy");
  });

  it("follow a change of the language", () => {
    const engine = new Engine(document(POOR, "en"));
    const codes = () => engine.analysis.problems.filter(({ code }) => WORDING.has(code)).map(({ code }) => code);
    assert.deepEqual(codes(), ["double-negative-item", "double-barrelled-item", "leading-item", "undefined-abbreviation"]);
    const start = document([], "en").indexOf("language: en") + "language: ".length;
    engine.edit({ start, end: start + 2 }, "cy");
    assert.deepEqual(codes(), []);
  });
});

describe("English periods", () => {
  for (const [text, direction, days] of [
    ["In the past 6 months", "past", 180],
    ["over the last two weeks", "past", 14],
    ["During the past year", "past", 365],
    ["the next 7 days", "next", 7],
    ["in the coming fortnight", "next", 14],
    ["a past 12-month period", "past", 360],
  ] as const)
    it(text, () => {
      const period = english.period(text);
      assert.deepEqual([period?.direction, period?.days], [direction, days]);
    });

  for (const text of ["over the past few weeks", "my past work", "the next person", "the last week of my job", "in June"])
    it(`none in "${text}"`, () => assert.equal(english.period(text), undefined));
});

describe("the grade of a text", () => {
  it("is that of the formula, less what one long word may do in a short text", () => {
    // 13 words; The-Aus-tra-li-an plat-y-pus is seem-ing-ly a hy-brid of a mam-mal and rep-til-i-an crea-ture: 26 syllables.
    const value = english.grade("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.");
    assert.equal(value?.toFixed(6), ((0.39 * 13) / 1 + (11.8 * 26) / 13 - 15.59 - 3).toFixed(6));
  });

  it("is not given for a few words", () => assert.equal(english.grade("Organisational communication is satisfactory."), undefined));
});

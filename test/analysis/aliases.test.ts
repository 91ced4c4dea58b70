import assert from "node:assert/strict";
import { analyse, Engine } from "../../server/analysis/engine.ts";
import { wholeText } from "../../server/syntax/segmentedText.ts";

/** Two questions and a consent that are all answered on one response, with the codes of two options exchanged and one ticked beforehand. */
const WRITTEN = "{options: {1: Never, 3: Sometimes, 2: Often, 5: {label: Always, preselected: true}}}";
const document = (before: string, first: string, others: string) => `instrument: week
title: My week
version: 1.0.0
language: en
licence: {name: CC0, spdx: CC0-1.0, permission: free}
${before}sections:
  week:
    items:
      rested: {text: How often did you rest at work in the last 7 days?, response: ${first}}
      slept: {text: How often did you sleep well in the last 7 days?, response: ${others}}
  agreed:
    kind: consent
    items:
      consent: {text: I agree to take part., response: ${others}}
`;

const FINDINGS = ["label-against-code 2", "code-gap 5", "preticked-consent preselected"];

/** The warnings with the text that they are about. */
function found(text: string): readonly string[] {
  const { problems } = analyse(text);
  return problems.filter(({ severity }) => severity !== "info").map(({ code, range }) => `${code} ${text.slice(range.start, range.end)}`);
}

describe("a response that several items name by an alias", () => {
  it("is judged once, where it is written, for all that name it", () => {
    assert.deepEqual(found(document("", `&often ${WRITTEN}`, "*often")), FINDINGS);
    assert.deepEqual(found(document(`responses:\n  often: &often ${WRITTEN}\n`, "*often", "*often")), FINDINGS);
    assert.deepEqual(found(document(`x-scales: {often: &often ${WRITTEN}}\n`, "*often", "*often")), FINDINGS);
    assert.deepEqual(found(document(`responses:\n  often: ${WRITTEN}\n`, "often", "often")), FINDINGS);
  });

  it("stays another where it has a name of its own", () => {
    const twice = `responses:\n  often: &often ${WRITTEN}\n  seldom: *often\n`;
    assert.deepEqual(found(document(twice, "*often", "often")), [...FINDINGS, "unused-response seldom"]);
    assert.deepEqual(found(document(twice, "seldom", "seldom")), FINDINGS);
  });

  it("is judged for each where it is written out", () => {
    const [order = "", gap = "", ticked] = FINDINGS;
    assert.deepEqual(found(document("", WRITTEN, WRITTEN)), [order, gap, order, gap, order, gap, ticked]);
  });

  it("is judged after edits of it and of those that name it as it would be anew", () => {
    for (const text of [
      document("", `&often ${WRITTEN}`, "*often"),
      document(`responses:\n  often: &often ${WRITTEN}\n`, "*often", "*often"),
      document(`x-scales: {often: &often ${WRITTEN}}\n`, "*often", "*often"),
    ]) {
      const engine = new Engine(text);
      for (const [from, to] of [
        ["How often did you rest", "How often do you rest"],
        ["3: Sometimes, 2: Often", "2: Sometimes, 3: Often"],
        ["5: {label", "4: {label"],
        ["How often did you sleep", "How often do you sleep"],
        ["4: {label", "6: {label"],
        ["&often", "&seldom"],
        ["&seldom", "&often"],
        ["2: Sometimes, 3: Often", "3: Sometimes, 2: Often"],
      ] as const) {
        const start = wholeText(engine.text).indexOf(from);
        assert.ok(start > 0, from);
        engine.edit({ start, end: start + from.length }, to);
        const now = wholeText(engine.text);
        assert.deepEqual(engine.analysis.problems, analyse(now).problems, `${from} -> ${to}\n${now}`);
      }
    }
  });
});

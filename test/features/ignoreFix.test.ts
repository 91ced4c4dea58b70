import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import { ignoreFix } from "../../server/features/ignoreFix.ts";
import { applied } from "../rules/page.ts";

const head = `instrument: example
title: A small example
version: 1.0.0
language: en
licence: {name: CC0, permission: free}
`;

/** The codes found, and those found after each of them was ignored by its fix. */
function ignored(body: string): { readonly before: readonly string[]; readonly after: readonly string[]; readonly text: string } {
  let text = head + body;
  const before = analyse(text).problems.map(({ code }) => code);
  for (let turn = 0; turn < 10; turn++) {
    const analysis = analyse(text);
    const fix = analysis.problems.map((problem) => ignoreFix(analysis, problem)).find((one) => one !== undefined);
    if (!fix) break;
    text = applied(text, fix);
  }
  return { before, after: analyse(text).problems.map(({ code }) => code), text };
}

describe("ignoring a finding", () => {
  it("puts a comment above its line, as far in as the line, and asks for a reason", () => {
    const { before, after, text } = ignored(`responses:
  often:
    options: {0: Never, 1: Rarely, 3: Sometimes, 4: Often, 5: Always}
sections:
  week:
    text: In the past week
    response: often
    items:
      tense: I felt tense.
`);
    assert.ok(before.includes("code-gap"));
    assert.ok(!after.includes("code-gap"));
    assert.ok(after.includes("ignored-without-reason"));
    assert.match(text, /\n {4}# scalewright-ignore code-gap: \n {4}options:/);
  });

  it("puts it above the whole of a text over several lines", () => {
    const { before, after, text } = ignored(`sections:
  week:
    items:
      tense:
        response: {type: text}
        text: >-
          What did you think
          of {nothing_of_this_name}?
`);
    assert.ok(before.includes("undefined-name"));
    assert.ok(!after.includes("undefined-name"), text);
    assert.match(text, /\n {8}# scalewright-ignore undefined-name: \n {8}text: >-\n/);
  });

  it("holds for the line below several comments, and for all the codes that it names", () => {
    const analysis = analyse(`${head}responses:
  # scalewright-ignore unused-response: kept for a later version
  # The form has it twice.
  # scalewright-ignore code-gap: as published
  often: {options: {0: Never, 1: Rarely, 3: Sometimes, 4: Often, 5: Always}}
`);
    assert.deepEqual(analysis.problems, []);
  });
});

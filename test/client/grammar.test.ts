import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { FUNCTIONS } from "../../server/expression/functions/index.ts";
import { KEYWORDS } from "../../server/expression/tokens.ts";

// The colours of a formula come from a list of words, which must be those of the formula language.
describe("the words that the editor colours in a formula", () => {
  const grammar = readFileSync("client/syntaxes/scalewright.tmLanguage.json", "utf8");
  const words = (list: RegExp): string[] => (list.exec(grammar)?.[1] ?? "").split("|").sort();

  it("are the functions of the formula language", () => {
    assert.deepEqual(words(/\\\\b\((abs\|[^)]+)\)/), [...FUNCTIONS.keys()].sort());
  });

  it("are its keywords", () => {
    const coloured = [...words(/\\\\b\((and\|[^)]+)\)/), ...words(/\\\\b\((true\|[^)]+)\)/)];
    assert.deepEqual(coloured.sort(), [...KEYWORDS].sort());
  });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { english } from "../../server/evidence/lexicon/en.ts";
import type { Phrase } from "../../server/evidence/lexicon/lexicon.ts";

const LISTS = Object.entries(english).filter((list): list is [string, readonly Phrase[]] => Array.isArray(list[1]) && "find" in list[1][0]);

describe("a phrase that is looked for only beside some words", () => {
  for (const [name, phrases] of LISTS)
    for (const [place, { find, words }] of phrases.entries()) {
      if (!words) continue;
      it(`has one of them wherever it stands: ${name} ${place + 1}`, () => {
        assert.deepEqual(
          words,
          words.map((word) => word.toLowerCase()),
        );
        fc.assert(
          fc.property(fc.stringMatching(unbound(find)), (text) => {
            const small = text.toLowerCase();
            assert.ok(
              words.some((word) => small.includes(word)),
              text,
            );
          }),
          { numRuns: 200 },
        );
      });
    }
});

/** The expression without the ends of words, for which no texts can be drawn: it fits all that it fitted, and more. */
function unbound(find: RegExp): RegExp {
  return new RegExp(find.source.replaceAll("\\b", "").replaceAll("(?<at>", "(?:"));
}

import assert from "node:assert/strict";
import fc from "fast-check";
import { editDistance } from "../../server/expression/editDistance.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });

describe("the distance of two words", () => {
  it("counts a slip of the pen as one", () => {
    for (const [from, to, distance] of [
      ["note", "notex", 1],
      ["note", "noet", 1],
      ["note", "nte", 1],
      ["note", "mote", 1],
      ["note", "note", 0],
      ["", "note", 4],
      ["ca", "abc", 3],
    ] as const)
      assert.equal(editDistance(from, to), distance);
  });

  it("is what the definition says, and no more than the limit", () => {
    fc.assert(
      fc.property(word, word, fc.nat(8), (from, to, limit) => {
        const distance = asDefined(from, to);
        assert.equal(editDistance(from, to), distance);
        assert.equal(editDistance(from, to, limit), Math.min(distance, limit));
      }),
    );
  });
});

/** Optimal string alignment as it is defined: each last letter is left out, put in, replaced, or swapped with the one before. */
function asDefined(from: string, to: string): number {
  if (from === "" || to === "") return from.length + to.length;
  const [a, b] = [from.slice(0, -1), to.slice(0, -1)];
  const replaced = asDefined(a, b) + (from.at(-1) === to.at(-1) ? 0 : 1);
  const isSwapped = from.length > 1 && to.length > 1 && from.at(-1) === to.at(-2) && from.at(-2) === to.at(-1);
  const swapped = isSwapped ? asDefined(from.slice(0, -2), to.slice(0, -2)) + 1 : replaced;
  return Math.min(replaced, swapped, asDefined(a, to) + 1, asDefined(from, b) + 1);
}

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { positionAt, positionsInOrder } from "../../server/lsp/positions.ts";
import { isBranch } from "../../server/model/branches.ts";
import { segmentText } from "../../server/syntax/segmentedText.ts";

describe("the lines of many places", () => {
  it("are those of each place, in whatever order they are asked for", () => {
    const sample = readFileSync("samples/phq9.instrument.yaml", "utf8");
    const texts = [sample, sample.replaceAll("\n", "\r\n"), "", "a", "\n\n", "instrument: a"].map((text) => segmentText(text, isBranch));
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.nat(sample.length + 400), { maxLength: 80 }),
        fc.boolean(),
        (text, places, isSorted) => {
          const positionOf = positionsInOrder(text);
          for (const place of isSorted ? places.toSorted((a, b) => a - b) : places)
            assert.deepEqual(positionOf(place), positionAt(text, place));
        },
      ),
    );
  });
});

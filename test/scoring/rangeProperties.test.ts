import assert from "node:assert/strict";
import fc from "fast-check";
import { write } from "./anyInstrument.ts";
import { writeMeasures } from "./anyMeasures.ts";
import { difference } from "./bruteForce.ts";
import { sampledDifference } from "./sampled.ts";

const shape = fc.record({ items: fc.integer({ min: 2, max: 4 }), scores: fc.integer({ min: 1, max: 4 }), seed: fc.nat(10_000_000) });

describe("proved ranges", () => {
  it("are what going through all answer sheets gives, and their witnesses reach them", () => {
    let [compared, exact] = [0, 0];
    fc.assert(
      fc.property(shape, ({ items, scores, seed }) => {
        const verdict = difference(write(items, scores, seed));
        compared += verdict.compared;
        exact += verdict.exact;
        assert.deepEqual(verdict.wrong, []);
      }),
      { numRuns: 150 },
    );
    assert.equal(exact, compared);
  }).timeout(60_000);

  it("are bounds that hold everything where little effort is allowed, and exact only where they say so", () => {
    fc.assert(
      fc.property(shape, ({ items, scores, seed }) => assert.deepEqual(difference(write(items, scores, seed), 3).wrong, [])),
      { numRuns: 100 },
    );
  }).timeout(60_000);

  it("hold what any answers give to decimals, clock times, durations and texts", () => {
    fc.assert(
      fc.property(shape, ({ items, scores, seed }) => {
        const { wrong } = sampledDifference(writeMeasures(items, scores, seed), 40);
        // Not every value inside a stretch has a witness; one that is given must be right.
        assert.deepEqual(
          wrong.filter((each) => !each.includes("no witness")),
          [],
        );
      }),
      { numRuns: 120 },
    );
  }).timeout(60_000);
});

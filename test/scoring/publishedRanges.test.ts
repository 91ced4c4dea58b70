import assert from "node:assert/strict";
import { parseExact } from "../../server/number/exact.ts";
import { agreesWithCell } from "../../server/scoring/agreement.ts";
import { batchOf } from "../../server/scoring/batch.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { printValue } from "../../server/scoring/printValue.ts";
import { instrumentGraph, possibleRange } from "../../server/scoring/range.ts";
import { PUBLISHED, publishedInstrument, publishedTable } from "./published.ts";

const TOLERANCE = parseExact("1e-9");

/** `ranges.csv` of each folder holds the lowest and highest value that the key allows, worked out by hand and in R. */
describe("proved ranges against the ranges of published keys", () => {
  let compared = 0;
  for (const id of PUBLISHED) {
    it(`${id}: both ends, each reached by its witness`, () => {
      const instrument = publishedInstrument(id);
      const compiled = compileInstrument(instrument);
      const graph = instrumentGraph(instrument);
      for (const [score = "", lowest = "", highest = ""] of publishedTable(id, "ranges.csv").rows) {
        const range = possibleRange(instrument, score, graph);
        assert.ok(range?.exact, score);
        const declared = instrument.scores.get(score)?.range;
        const ends = [
          { expected: lowest, end: range.min, witness: range.witness?.min },
          { expected: highest, end: range.max, witness: range.witness?.max },
        ];
        for (const { expected, end, witness } of ends) {
          // Sleep efficiency has no highest value in the source, which sets no limit to the hours asleep; our items have one, and the score says so.
          if (expected === "Inf") {
            assert.deepEqual(declared, { min: parseExact("0"), max: undefined });
            continue;
          }
          assert.ok(end && agreesWithCell(expected, { kind: "number", value: end }, TOLERANCE), `${score}: ${expected}`);
          const answers = [...(witness ?? [])];
          const batch = batchOf(
            compiled,
            answers.map(([item]) => item),
          );
          const person = batch.person(
            answers.map(([, cell]) => cell),
            () => undefined,
          );
          const reached = person.result(score)?.value;
          assert.ok(reached && agreesWithCell(expected, reached, TOLERANCE), `${score}: ${reached && printValue(reached)} for ${expected}`);
          compared++;
        }
      }
    });
  }
  it("were all compared", () => assert.equal(compared, 2 * 94 - 1));
});

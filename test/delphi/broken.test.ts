import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { analyse, Engine } from "../../server/analysis/engine.ts";

const SAMPLES = ["jdr-core-set", "appropriateness"].map((name) => readFileSync(`samples/${name}.delphi.yaml`, "utf8"));
const PIECES = [
  "",
  " ",
  "\n",
  "  ",
  ":",
  "{",
  "}",
  "[",
  "]",
  ",",
  "percent_in",
  "70",
  "-1",
  "1e9",
  "rand_ucla",
  "null",
  "&a ",
  "*a",
  "all: []",
  "0",
  "x-",
];

/** A study as it looks while it is typed. */
describe("delphi: half-typed studies", () => {
  it("are read, and judged the same edit by edit as afresh", () => {
    const edits = fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat({ max: 40 }), piece: fc.constantFrom(...PIECES) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), edits, (sample, list) => {
        const engine = new Engine(sample);
        let text = sample;
        for (const { at, length, piece } of list) {
          const start = Math.floor(at * text.length);
          const end = Math.min(text.length, start + length);
          engine.edit({ start, end }, piece);
          text = text.slice(0, start) + piece + text.slice(end);
        }
        assert.deepEqual(engine.analysis.problems, analyse(text).problems);
      }),
      { numRuns: 150 },
    );
  });
});

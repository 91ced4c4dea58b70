import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyse } from "../../server/analysis/engine.ts";
import { keyOfScore } from "../../server/evidence/keyOfScore.ts";
import { KNOWN_INSTRUMENTS } from "../../server/evidence/knownInstruments.ts";

const scoring = fileURLToPath(new URL("../scoring/", import.meta.url));

/** A key ships only where an instrument that is tested against published or independently computed scores proves it. */
describe("known keys", () => {
  const folders = readdirSync(scoring);
  for (const { id, scales } of KNOWN_INSTRUMENTS) {
    it(`are those that the tests of scoring prove: ${id}`, () => {
      assert.ok(folders.includes(id));
      const { instrument } = analyse(readFileSync(join(scoring, id, `${id}.instrument.yaml`), "utf8"));
      for (const { name, items } of scales) {
        const score = instrument.scores.get(name);
        const key = score && keyOfScore(instrument, score);
        assert.equal(key?.map(({ id: item, down }) => `${down ? "-" : ""}${item}`).join(" "), items, name);
      }
    });

    it(`are no alteration of themselves: ${id}`, () => {
      const text = readFileSync(join(scoring, id, `${id}.instrument.yaml`), "utf8");
      const based = text.replace(/^instrument: .*$/m, `instrument: my-copy\nbased_on: {instrument: ${id}, changes: shown on a telephone}`);
      assert.deepEqual(
        analyse(based).problems.filter(({ code }) => code === "altered-instrument"),
        [],
      );
    });
  }
});

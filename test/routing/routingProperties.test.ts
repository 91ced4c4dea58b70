import assert from "node:assert/strict";
import fc from "fast-check";
import { analyse } from "../../server/analysis/engine.ts";
import type { Instrument } from "../../server/model/instrument.ts";
import { evaluationOrder, routingOf } from "../../server/model/resolve.ts";
import { askOnScreen } from "../../server/routing/ask.ts";
import { allOf } from "../../server/routing/conditions.ts";
import { reachability } from "../../server/routing/reachability.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { write } from "../scoring/anyInstrument.ts";
import { sheets } from "../scoring/bruteForce.ts";

/** For each item whether some answer sheet asks it, and whether some does not, of those that a screen lets come about. */
function reached(instrument: Instrument): Map<string, { asked: boolean; hidden: boolean }> {
  const found = new Map(instrument.items.ids().map((id) => [id, { asked: false, hidden: false }]));
  const compiled = compileInstrument(instrument);
  for (const answers of sheets(instrument)) {
    const person = compiled.score((item) => answers.get(item));
    const comesAbout = [...answers].every(([id, answer]) => {
      if (answer.kind === "missing" && answer.why === "blank") return true;
      const offered = answer.kind !== "point" || answer.option?.when === undefined || isOne(answers.get("i1"));
      return person.asked(id) === true && offered;
    });
    if (!comesAbout) continue;
    for (const [id, item] of found) {
      item.asked ||= person.asked(id) === true;
      item.hidden ||= person.asked(id) === false;
    }
  }
  return found;
}

/** The only condition of an option in these instruments: `i1 == 1`, which a blank does not make false. */
function isOne(answer: ReturnType<Parameters<ReturnType<typeof compileInstrument>["score"]>[0]>): boolean {
  return answer?.kind !== "point" || answer.code === "1";
}

describe("routing of any small instrument", () => {
  it("is decided as going through all answer sheets decides it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 3 }), fc.nat(10_000_000), (items, scores, seed) => {
        const { instrument } = analyse(write(items, scores, seed));
        if (evaluationOrder(instrument).cycles.length > 0 || compileInstrument(instrument).faulty.size > 0) return;
        const ask = askOnScreen(instrument);
        for (const [id, { asked, hidden }] of reached(instrument)) {
          const item = instrument.items.get(id);
          assert.ok(item !== undefined);
          const conditions = allOf(routingOf(instrument, item));
          const isHidden = conditions === undefined ? "no" : ask(conditions)?.gives(false).possible;
          assert.deepEqual(
            [id, reachability(instrument, item, ask).asked.possible, isHidden],
            [id, asked ? "yes" : "no", hidden ? "yes" : "no"],
          );
        }
      }),
      { numRuns: 150 },
    );
  }).timeout(60_000);
});

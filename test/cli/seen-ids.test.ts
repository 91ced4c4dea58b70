import { strict as assert } from "node:assert";
import fc from "fast-check";
import { seenIds } from "../../server/cli/score/seen-ids.ts";

describe("cli: ids that were seen", () => {
  it("are those that a list of all would have, with the line of each", () => {
    const id = fc.oneof(
      fc.string(),
      fc.nat(200).map(String),
      fc.nat(200).map((number) => `R${String(number).padStart(4, "0")}`),
    );
    fc.assert(
      fc.property(fc.array(id, { maxLength: 300 }), fc.nat(40), (ids, asText) => {
        const seen = seenIds(asText, 1 << 10);
        const lines = new Map<string, number>();
        for (const [place, each] of ids.entries()) {
          assert.equal(seen.lineBefore(each, place + 2), lines.get(each));
          if (!lines.has(each)) lines.set(each, place + 2);
        }
        assert.equal(seen.isFull, false);
      }),
    );
  });

  it("are told apart where there are very many that are alike", () => {
    const seen = seenIds(0, 1 << 21);
    const forms = [(n: number) => String(n), (n: number) => `R${n}`, (n: number) => `2026-${n}-A`, (n: number) => `${n}-2026`];
    for (const form of forms) for (let n = 0; n < 300_000; n++) assert.equal(seen.lineBefore(form(n), n + 1), undefined);
    for (const form of forms) for (let n = 0; n < 300_000; n += 997) assert.equal(seen.lineBefore(form(n), 1), n + 1);
    assert.equal(seen.isFull, false);
  }).timeout(20_000);

  it("have an end, which is said", () => {
    const seen = seenIds(2, 16);
    for (let n = 1; n <= 13; n++) assert.equal(seen.lineBefore(`p${n}`, n), undefined);
    assert.equal(seen.isFull, false);
    for (let n = 14; n <= 40; n++) assert.equal(seen.lineBefore(`p${n}`, n), undefined);
    assert.equal(seen.isFull, true);
    for (let n = 1; n <= 13; n++) assert.equal(seen.lineBefore(`p${n}`, 50), n);
    assert.equal(seen.lineBefore("p40", 51), undefined);
  });
});

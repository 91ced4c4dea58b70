import assert from "node:assert/strict";
import fc from "fast-check";
import { Pieces } from "../server/pieces.ts";

/** Where an edit is, how much it takes away, and how much it puts there. */
const EDIT = fc.tuple(fc.nat(), fc.oneof(fc.nat(3), fc.nat(600)), fc.oneof(fc.nat(3), fc.nat(600)));

describe("a long list in pieces", () => {
  it("is what a plain list is after the same edits, and so is each list before it", () => {
    fc.assert(
      fc.property(fc.nat(1200), fc.array(EDIT, { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 5 }), (length, edits, asked) => {
        let made = 0;
        const some = (count: number) => Array.from({ length: count }, () => ({ number: made++ }));
        let plain = some(length);
        let pieces = Pieces.of(plain);
        const versions = [{ plain, pieces }];
        for (const [from, taken, put] of edits) {
          const place = from % (plain.length + 1);
          const count = Math.min(taken, plain.length - place);
          const inserted = some(put);
          plain = plain.toSpliced(place, count, ...inserted);
          pieces = from % 3 === 0 ? pieces.become(plain) : pieces.splice(place, count, inserted);
          versions.push({ plain, pieces });
          if (from % 2 === 0) isSame(plain, pieces, asked);
        }
        for (const version of versions) isSame(version.plain, version.pieces, asked);
      }),
      { numRuns: 100 },
    );
  });

  it("shares the pieces that an edit does not touch", () => {
    const before = Pieces.of(Array.from({ length: 10_000 }, (_, place) => ({ place })));
    const after = before.splice(5000, 1, [{ place: -1 }]);
    assert.equal(after.pieces.filter((piece) => !before.pieces.includes(piece)).length, 1);
    let shrunk = before;
    for (let left = 9_990; left > 0; left--) shrunk = shrunk.splice(5, 1, []);
    assert.equal(shrunk.pieces.length, 1);
  });
});

function isSame(plain: readonly { number: number }[], pieces: Pieces<{ number: number }>, asked: readonly number[]): void {
  assert.equal(pieces.length, plain.length);
  for (const some of asked) {
    const place = some % (plain.length + 1);
    assert.equal(pieces.at(place), plain[place]);
    const one = plain[place];
    if (one) assert.equal(pieces.indexOf(one), place);
    assert.deepEqual(pieces.slice(place, place + 300), plain.slice(place, place + 300));
  }
  assert.equal(pieces.indexOf({ number: 0 }), -1);
  assert.deepEqual([...pieces], plain);
  assert.deepEqual(pieces.list, plain);
}

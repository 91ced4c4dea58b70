import assert from "node:assert/strict";
import fc from "fast-check";
import { changed, named, replaced } from "../server/model/named.ts";

const EDIT = fc.tuple(fc.nat(), fc.nat(3), fc.nat(4));

describe("things by id", () => {
  it("are after changes what they would be if made anew, and so are those before", () => {
    fc.assert(
      fc.property(fc.nat(700), fc.array(EDIT, { maxLength: 8 }), (length, edits) => {
        let made = 0;
        const one = (id: string) => [id, { id, number: made++ }] as const;
        let plain = Array.from({ length }, () => one(`q${made}`));
        let things = named(plain);
        const versions = [{ plain, things }];
        for (const [from, taken, put] of edits) {
          const place = from % (plain.length + 1);
          const count = Math.min(taken, plain.length - place);
          // Some of what comes has the id of something that goes.
          const entries = Array.from({ length: put }, (_, i) =>
            one(i < count && from % 2 === 0 ? (plain[place + i]?.[0] ?? "") : `q${made}`),
          );
          plain = plain.toSpliced(place, count, ...entries);
          things = changed(things, place, count, entries);
          const first = plain[place];
          if (first && from % 3 === 0) {
            const other = one(first[0]);
            plain = plain.with(place, other);
            things = replaced(things, first[0], other[1]);
          }
          versions.push({ plain, things });
          isSame(things, plain, from);
        }
        for (const version of versions) isSame(version.things, version.plain, length);
      }),
      { numRuns: 100 },
    );
  });

  it("that have one id are the first of them", () => {
    const things = named([
      ["a", 1],
      ["b", 2],
      ["a", 3],
    ]);
    assert.deepEqual([things.size, things.ids(), things.values(), things.get("a")], [2, ["a", "b"], [1, 2], 1]);
  });
});

function isSame(
  things: ReturnType<typeof named<{ id: string }>>,
  plain: readonly (readonly [string, { id: string }])[],
  from: number,
): void {
  const fresh = named(plain);
  assert.deepEqual([things.size, things.ids(), things.values()], [fresh.size, fresh.ids(), fresh.values()]);
  const [a, b] = [plain[from % (plain.length + 1)]?.[0] ?? "none", plain[(from * 7) % (plain.length + 1)]?.[0] ?? "none"];
  for (const id of [a, b, "q0"]) {
    assert.equal(things.get(id), fresh.get(id));
    assert.equal(things.has(id), fresh.has(id));
    assert.equal(things.indexOf(id), fresh.indexOf(id));
  }
  assert.deepEqual(things.span(a, b), fresh.span(a, b));
  assert.deepEqual(things.inOrder([b, "none", a]), fresh.inOrder([b, "none", a]));
}

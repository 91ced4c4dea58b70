import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { analyse } from "../../server/analysis/engine.ts";
import { diffDocuments } from "../../server/diff/diff.ts";
import { statementProblems } from "../../server/diff/statementProblems.ts";
import { versionProblems } from "../../server/diff/versionProblems.ts";
import { textLength } from "../../server/syntax/segmentedText.ts";

const texts = ["samples", "test/mistakes"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8").slice(0, 6000)),
);
const PIECES = [
  "",
  " ",
  "\n",
  "  ",
  ": ",
  "- ",
  "{",
  "}",
  "[",
  "]",
  "'",
  '"',
  "items: ",
  "reverse: true",
  "&a ",
  "*a",
  "0",
  "99",
  "x",
  ", ",
];

describe("two versions of which one is broken", () => {
  it("are compared as far as they can be read, with places inside their texts", function () {
    this.timeout(60_000);
    const edits = fc.array(fc.record({ at: fc.nat(), remove: fc.nat(40), piece: fc.constantFrom(...PIECES) }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.constantFrom(...texts), edits, fc.boolean(), (text, changes, isBackwards) => {
        const typed = changes.reduce((made, { at, remove, piece }) => {
          const place = at % (made.length + 1);
          return made.slice(0, place) + piece + made.slice(place + remove);
        }, text);
        const [old, now] = isBackwards ? [analyse(typed), analyse(text)] : [analyse(text), analyse(typed)];
        const diff = diffDocuments(old, now);
        const isRead = diff.unread.old.length + diff.unread.now.length === 0;
        if (typed === text || isRead) assert.equal(diff.changes.length === 0, typed === text);
        const places = diff.changes.flatMap((change) => (change.now ? [now.locate(change.now).range] : []));
        const problems = [...versionProblems(diff, now), ...statementProblems(old, now)];
        for (const { start, end } of [...places, ...problems.map(({ range }) => range)])
          assert.ok(start >= 0 && end >= start && end <= textLength(now.text));
      }),
      { numRuns: 60 },
    );
  });
});

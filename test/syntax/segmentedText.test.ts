import assert from "node:assert/strict";
import fc from "fast-check";
import { isBranch } from "../../server/model/branches.ts";
import { editText, lineOf, type SegmentedText, segmentText, sliceText, startOf, wholeText } from "../../server/syntax/segmentedText.ts";

const TEXT = `# A questionnaire
instrument: example
title: Example
responses:
  agree5:
    options: {1: Disagree, 2: Agree}
  points:
    from: 1
    to: 9
sections:
  one:
    title: One
    items:
      q1: I plan my week.
      # a note
      q2: {text: I take breaks,
        response: agree5}

      q3: |
        first line
        looks: like a key
    layout: matrix
  two:
    items:
    - wrong
    sections:
      inner:
        items:
          z1: I rest.
scores:
  total: {items: [q1..q3], method: sum}
tests:
  "at the top": {answers: {q1: 1}}
`;

const PIECES = [
  "\n",
  "  ",
  "      q9: new\n",
  "\n    ",
  "items:",
  "- ",
  "---\n",
  "a: ",
  ":",
  "'",
  '"',
  "{",
  "}",
  "#",
  " ",
  "\t",
  "sections:\n  n:\n    items:\n",
  "<<<<<<< ours\n",
  "\n\n",
  "x",
  "\r\n",
  "scores:\n",
  "  y:\n",
  "...\n",
  "\ufeff",
  "😀",
];

describe("the text as segments", () => {
  it("keeps an item, a score, a response and a test in a segment of its own", () => {
    const shown = segmentText(TEXT, isBranch).segments.list.map(
      (segment) => `${segment.kind} ${[...segment.within.path, segment.key].join("/")}`,
    );
    assert.deepEqual(shown, [
      "head ",
      "entry instrument",
      "entry title",
      "branch responses",
      "entry responses/agree5",
      "entry responses/points",
      "branch sections",
      "branch sections/one",
      "entry sections/one/title",
      "branch sections/one/items",
      "entry sections/one/items/q1",
      "entry sections/one/items/q2",
      "entry sections/one/items/q3",
      "entry sections/one/layout",
      "branch sections/two",
      "entry sections/two/items",
      "branch sections/two/sections",
      "branch sections/two/sections/inner",
      "branch sections/two/sections/inner/items",
      "entry sections/two/sections/inner/items/z1",
      "branch scores",
      "entry scores/total",
      "branch tests",
      "entry tests/at the top",
    ]);
  });

  it("is after any edits what a fresh cut of the text is", () => {
    const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(12), piece), { minLength: 1, maxLength: 12 }), (edits) => {
        let segmented = segmentText(TEXT, isBranch);
        let whole = TEXT;
        for (const [place, length, inserted] of edits) {
          const start = place % (whole.length + 1);
          const end = Math.min(whole.length, start + length);
          whole = whole.slice(0, start) + inserted + whole.slice(end);
          segmented = editText(segmented, { start, end }, inserted).text;
          assert.equal(wholeText(segmented), whole);
          assert.deepEqual(shape(segmented), shape(segmentText(whole, isBranch)));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("is that also behind a byte order mark", () => {
    let segmented = segmentText(TEXT, isBranch);
    for (const [start, end, inserted] of [
      [0, 4, "\ufeff"],
      [5, 15, ""],
      [1, 1, " "],
    ] as const)
      segmented = editText(segmented, { start, end }, inserted).text;
    assert.deepEqual(shape(segmented), shape(segmentText(wholeText(segmented), isBranch)));
  });

  it("shares every segment that an edit did not touch", () => {
    const before = segmentText(TEXT, isBranch);
    const at = TEXT.indexOf("I plan");
    const { text, removed, inserted } = editText(before, { start: at, end: at }, "Mostly ");
    assert.deepEqual([removed.length, inserted.length], [1, 1]);
    assert.equal(text.segments.list.filter((segment) => !before.segments.list.includes(segment)).length, 1);
    assert.equal(sliceText(text, { start: at, end: at + 13 }), "Mostly I plan");
  });
});

const shape = (text: SegmentedText) => [
  text.segments.list.map(({ kind, key, text, within }) => [kind, key, text, within.path, within.indent]),
  Array.from({ length: text.segments.length + 1 }, (_, i) => [startOf(text, i), lineOf(text, i)]),
];

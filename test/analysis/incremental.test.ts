import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mock } from "node:test";
import fc from "fast-check";
import type { Analysis, Host } from "../../server/analysis/analysis.ts";
import { analyse, Engine } from "../../server/analysis/engine.ts";
import { rules, table } from "../../server/rules/index.ts";
import { outline } from "../../server/syntax/outline.ts";
import { startOf, wholeText } from "../../server/syntax/segmentedText.ts";

const FILES = ["samples/phq9.instrument.yaml", "samples/link-worker-retention.instrument.yaml"].map((path) => readFileSync(path, "utf8"));

/** The files, and the second with its responses named by aliases. */
const SAMPLES = [
  ...FILES,
  ...FILES.slice(1).map((text) =>
    text
      .replace(/^ {2}(yes_no|amount11|own_words|nations):(?= |$)/gm, "  $1: &$1")
      .replaceAll(/response: (yes_no|amount11|own_words|nations)\b/g, "response: *$1"),
  ),
];

/** Words and slips that change what is defined, named, routed and scored. */
const PIECES = [
  "phq1",
  "phq9",
  "q9: New item\n",
  "reverse: true",
  "when: phq1 >= 1",
  "sum",
  "mean",
  "[",
  "]",
  "{",
  "}",
  ":",
  "\n",
  "  ",
  "    ",
  "-",
  "..",
  "0",
  "3",
  "99",
  "# scalewright-ignore code-gap: as published\n",
  "# scalewright-ignore untested-score: as published\n",
  "&a ",
  "*a",
  "#",
  '"',
  "'",
  "items:\n",
  "scores:\n",
  "\t",
  "---\n",
  "agree5",
  "missing: true",
  "💬",
];

/** Settings that leave out so many of the warnings: every second, every third … */
function leavingOut(every: number): Host {
  const off = table.filter(({ severity }, place) => severity !== "error" && place % every === 0).map(({ code }) => `  ${code}: off\n`);
  return {
    own: "x.instrument.yaml",
    read: (path) => (every > 0 && path.endsWith("scalewright.config.yaml") ? `severities:\n${off.join("")}` : undefined),
  };
}

describe("an analysis after edits", () => {
  it("is what a fresh analysis of the text is", function () {
    this.timeout(120_000);
    const edit = fc.tuple(
      fc.nat(),
      fc.oneof(fc.constant(0), fc.nat(6), fc.nat(200)),
      fc.oneof(fc.constantFrom(...PIECES), fc.constant("")),
    );
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), fc.nat(2), fc.array(edit, { minLength: 1, maxLength: 6 }), (sample, every, edits) => {
        const host = leavingOut(every);
        const engine = new Engine(sample, host);
        for (const [place, length, inserted] of edits) {
          const text = wholeText(engine.text);
          const start = place % (text.length + 1);
          engine.edit({ start, end: Math.min(text.length, start + length) }, inserted);
          if (place % 2 === 0) void engine.analysis;
          // Sometimes the next edit comes before all is checked.
          if (place % 3 === 0) {
            let left = place % 7;
            engine.advance(() => left-- === 0);
            void engine.soFar.problems;
          }
        }
        const text = wholeText(engine.text);
        const [kept, fresh] = [engine.analysis, analyse(text, host)];
        assert.deepEqual(kept.problems, fresh.problems, text);
        assert.deepEqual(kept.fields, outline(engine.text.segments.list));
        for (const segment of engine.text.segments)
          assert.deepEqual(
            kept.partsIn([segment]),
            kept.parts.filter(
              ({ field, fields }) => field.segment === segment || (fields ?? field.fields)?.some((one) => one.segment === segment),
            ),
          );
        assert.deepEqual(
          kept.parts.map((part) => [part.kind, part.id, part.parent]),
          fresh.parts.map((part) => [part.kind, part.id, part.parent]),
        );
        assert.deepEqual(
          kept.parts.map((part) => part.value),
          fresh.parts.map((part) => part.value),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("is what a fresh one is where whole items, scores and responses come, go and change places", function () {
    this.timeout(120_000);
    const edit = fc.tuple(
      fc.constantFrom("delete", "repeat", "add", "move", "two", "touch"),
      fc.nat(),
      fc.nat(),
      fc.constantFrom("new_one", "another", "phq1", "x-note", "", "phq9_total"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...FILES), fc.nat(2), fc.array(edit, { minLength: 1, maxLength: 7 }), (sample, every, edits) => {
        const host = leavingOut(every);
        const engine = new Engine(sample, host);
        void engine.analysis;
        for (const [what, one, other, id] of edits) {
          const { text } = engine;
          const entries = text.segments.list.flatMap((segment, i) =>
            segment.kind === "entry" && segment.within.path.length > 0
              ? [{ segment, start: startOf(text, i), end: startOf(text, i + 1) }]
              : [],
          );
          const [entry, target] = [entries[one % entries.length], entries[other % entries.length]];
          if (!entry || !target) continue;
          const source = entry.segment.text;
          const renamed = source.replace(/[\w-]+/, id);
          if (what === "delete") engine.edit(entry, "");
          if (what === "repeat") engine.edit({ start: entry.end, end: entry.end }, source);
          if (what === "add") engine.edit({ start: entry.start, end: entry.start }, renamed);
          if (what === "two") engine.edit({ start: entry.end, end: entry.end }, renamed + source.replace(/[\w-]+/, "second_one"));
          if (what === "touch") engine.edit({ start: entry.end, end: entry.end }, "# a comment\n");
          if (what === "move") {
            engine.edit({ start: target.start, end: target.start }, source);
            const from = entry.start + (target.start <= entry.start ? source.length : 0);
            engine.edit({ start: from, end: from + source.length }, "");
          }
          if (other % 2 === 0) void engine.analysis;
        }
        const text = wholeText(engine.text);
        const [kept, fresh] = [engine.analysis, analyse(text, host)];
        assert.deepEqual(kept.problems, fresh.problems, text);
        assert.deepEqual(kept.fields, outline(engine.text.segments.list));
        const shape = ({ parts, instrument }: Analysis) => [
          parts.map((part) => [part.kind, part.id, part.parent, part.value]),
          [instrument.items, instrument.scores, instrument.responses].map((things) => [
            things.ids(),
            things.values(),
            things.ids().map((each) => [things.get(each), things.indexOf(each)]),
          ]),
        ];
        assert.deepEqual(shape(kept), shape(fresh), text);
      }),
      { numRuns: 60 },
    );
  });

  it("points to a score where it stands now, whatever else was written of it", () => {
    const text = `instrument: m
title: M
version: 1.0.0
language: en
responses:
  r: {from: 1, to: 5}
sections:
  s:
    response: r
    items:
      a: A
      b: {text: B, when: a > 2}
scores:
  total:
    items: [a, b]
    method: mean
`;
    const engine = new Engine(text);
    const related = () =>
      engine.analysis.problems.flatMap(({ code, related }) =>
        code === "skipped-without-value" ? related.map(({ range }) => wholeText(engine.text).slice(range.start, range.end)) : [],
      );
    assert.deepEqual(related(), ["total"]);
    const end = text.length;
    engine.edit({ start: end, end }, "    label: Total\n");
    assert.deepEqual(related(), ["total"]);
  });

  it("proves a range again where a formula that the score reads calls another function, or counts in another unit", () => {
    const text = `instrument: m
responses:
  r: {from: 1, to: 5}
  r9: {from: 1, to: 9}
  when: {type: date}
sections:
  s:
    response: r
    items:
      a: A
      b: {text: B, response: r9}
      c: {text: C, when: "max(a, b) > 5"}
      begun: {text: Begun, response: when}
      ended: {text: Ended, response: when, when: ended > begun + 6 months}
scores:
  most: {value: "max(a, b)"}
  more: {value: "most + 1", range: [2, 10]}
  asked: {value: "if(asked(c), 1, 0)", range: [0, 1]}
`;
    for (const [from, to] of [
      ['max(a, b)"}', 'min(a, b)"}'],
      ["max(a, b) > 5", "min(a, b) > 5"],
      ["6 months", "6 years"],
    ] as const) {
      const engine = new Engine(text);
      const before = engine.analysis.problems;
      const start = text.indexOf(from);
      engine.edit({ start, end: start + from.length }, to);
      const fresh = analyse(wholeText(engine.text)).problems;
      assert.deepEqual(engine.analysis.problems, fresh);
      if (from === 'max(a, b)"}') assert.notDeepEqual(fresh, before);
    }
  });

  it("asks about a score again for what scoring sees of its items, not for their wording", () => {
    const text = `instrument: m
language: en
responses:
  r: {options: {0: Never, 1: Sometimes, 2: Often}}
sections:
  s:
    response: r
    items:
      a: {text: I have time., note: Adapted.}
      b: {text: I leave on time.}
scores:
  total: {items: [a, b], method: mean, missing: {need: 2}, bands: {low: 0, high: 1}}
`;
    const rule = rules.find(({ code }) => code === "no-direction");
    assert.ok(rule);
    let asked = 0;
    const watched = mock.method(rule, "check", () => {
      asked++;
      return [];
    });
    try {
      const engine = new Engine(text);
      const askedAfter = (before: string, inserted: string): number => {
        void engine.analysis;
        asked = 0;
        const start = wholeText(engine.text).indexOf(before) + before.length;
        engine.edit({ start, end: start }, inserted);
        void engine.analysis;
        return asked;
      };
      assert.equal(askedAfter("I have", " the"), 0);
      assert.equal(askedAfter("Adapted", " with permission"), 0);
      assert.equal(askedAfter("I leave on time.", ", reverse: true"), 1);
    } finally {
      watched.mock.restore();
    }
  });

  it("speaks of the places of two things with one id as they are now", () => {
    const item = (id: string, stem: string) => `      ${id}:\n        text: ${stem}\n        response: yn\n`;
    const text =
      "instrument: a\nresponses:\n  yn: {options: {0: No, 1: Yes}}\nsections:\n  s:\n    title: One\n    items:\n" +
      `${item("q1", "First thing")}${item("q1", "Second thing")}${item("q2", "Third thing")}  t:\n    title: Two\n  t:\n    title: Three\n`;
    for (const word of ["First", "Second", "Third", "One", "Two", "Three"]) {
      const engine = new Engine(text);
      assert.equal(engine.analysis.problems.filter(({ code }) => code === "duplicate-id").length, 2);
      const at = text.indexOf(word) + 2;
      for (const typed of ["x", "y"]) {
        engine.edit({ start: at, end: at }, typed);
        assert.deepEqual(engine.analysis.problems, analyse(wholeText(engine.text)).problems, word);
      }
    }
  });

  it("follows settings that leave out other findings than before, and comments that silence what they leave out", () => {
    const [sample = ""] = SAMPLES;
    let every = 0;
    const host: Host = { ...leavingOut(0), read: (path) => leavingOut(every).read(path) };
    const engine = new Engine(sample, host);
    const same = () => assert.deepEqual(engine.analysis.problems, analyse(wholeText(engine.text), host).problems);
    const comment = "# scalewright-ignore untested-score: as published\n";
    for (every of [1, 2, 0, 3, 0, 1]) {
      engine.refresh();
      same();
      engine.edit({ start: 0, end: 0 }, comment);
      same();
      engine.edit({ start: 0, end: comment.length }, "");
      same();
    }
  });

  it("knows after each keystroke whether a definition is at fault", () => {
    const text =
      "instrument: a\nsections: {s: {items: {q: {text: A, response: {options: {0: No, 1: Yes}}}}}}\nscores:\n  total: {items: [q], method: sum}\n";
    const engine = new Engine(text);
    const at = text.indexOf("sum") + 1;
    for (const typed of ["x", "y", "z"]) {
      engine.edit({ start: at, end: at }, typed);
      const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);
      assert.deepEqual(codes(engine.analysis.problems), codes(analyse(wholeText(engine.text)).problems));
    }
  });
});

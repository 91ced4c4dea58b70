import assert from "node:assert/strict";
import type { Score } from "../../server/model/instrument.ts";
import { renderBody } from "../../server/preview/body.ts";
import type { ScoreRange, View } from "../../server/preview/view.ts";
import { formula } from "./everything.ts";
import { instrument, number, options, response, score, text } from "./instruments.ts";
import { attribute, find, one, readBody, textOf } from "./reading.ts";
import { fullView } from "./views.ts";

const scores = (view: View = fullView()) => readBody(renderBody(view, "scores")).root;

/** One score over six items that are scored 0 to 3, with the range that a test gives it. */
function shown(parts: Partial<Score>, range?: ScoreRange) {
  const made = instrument({
    responses: [
      response({
        id: "r",
        options: options([
          ["0", "Never"],
          ["1", "Sometimes"],
          ["2", "Often"],
          ["3", "Always"],
        ]),
      }),
    ],
    sections: [{ id: "s", response: "r", items: ["a1", "a2", "a3", "a4", "a5", "a6"].map((id) => ({ id })) }],
    scores: [score({ id: "total", entries: [{ first: "a1", last: "a6", minus: false }], method: "sum", ...parts })],
  });
  const ranges = range === undefined ? undefined : new Map([["total", range]]);
  return one(scores({ instrument: made, ranges }), { id: "score-total" });
}

/** What is said under a heading. */
function fact(card: ReturnType<typeof shown>, name: string): string | undefined {
  const row = find(card, { tag: "dt" }).find((term) => textOf(term) === name)?.parentNode;
  return row && "tagName" in row ? textOf(one(row, { tag: "dd" })) : undefined;
}

const steps = { min: number(0), max: number(18), exact: true, step: number(1) };

describe("preview: scores", () => {
  it("draws the range with bands, steps and cut-offs, to scale", () => {
    const card = shown(
      {
        bands: {
          kind: "bands",
          bands: [
            { name: "low", from: number(0), to: number(8) },
            { name: "high", from: number(9), to: number(18) },
          ],
        },
        cutOffs: [{ name: "case", comparison: "at_least", at: number(10) }],
      },
      steps,
    );
    const [bar] = find(card, { tag: "svg", role: "img" });
    assert.ok(bar !== undefined);
    assert.equal(attribute(bar, "aria-label"), "Possible range 0 to 18. Bands: low 0 to 8, high 9 to 18. Cut-offs: case 10");
    // Nineteen steps of 100 / 19 percent each: a band holds its steps whole, so bands of whole numbers touch.
    const bands = find(bar, { class: "band" }).map((band) => [attribute(band, "x"), attribute(band, "width")]);
    assert.deepEqual(bands, [
      ["0%", "47.37%"],
      ["47.37%", "52.63%"],
    ]);
    assert.equal(attribute(one(bar, { class: "cut" }), "x"), "55.26%");
    assert.equal(attribute(one(bar, { tag: "pattern" }), "width"), "0.055556");
    assert.deepEqual(find(bar, { tag: "text" }).map(textOf), ["0", "18", "10"]);
    assert.match(textOf(card), /low 0 to 8 high 9 to 18/);
    assert.match(textOf(card), /0 to 18 in steps of 1: 19 values/);
  });

  it("shows a gap between bands as a gap, and bands without an end up to the next", () => {
    const bands = (names: readonly (readonly [string, string, string?])[]) => ({
      kind: "bands" as const,
      bands: names.map(([name, from, to]) => ({ name, from: number(from), to: to === undefined ? undefined : number(to) })),
    });
    const widths = (card: ReturnType<typeof shown>) =>
      find(card, { class: "band" }).map((band) => [attribute(band, "x"), attribute(band, "width")]);
    const gap = shown(
      {
        bands: bands([
          ["low", "0", "4"],
          ["high", "6", "10"],
        ]),
      },
      { min: number(0), max: number(10), exact: true },
    );
    assert.deepEqual(widths(gap), [
      ["0%", "40%"],
      ["60%", "40%"],
    ]);
    const open = shown(
      {
        bands: bands([
          ["low", "0"],
          ["high", "5"],
        ]),
      },
      { min: number(0), max: number(10), exact: true },
    );
    assert.deepEqual(widths(open), [
      ["0%", "50%"],
      ["50%", "50%"],
    ]);
    assert.match(textOf(open), /low 0 to below 5 high from 5/);
  });

  it("draws a bar for each set of bands, by covariate too", () => {
    const band = [{ name: "all", from: number(0), to: number(18) }];
    const card = shown(
      {
        bands: {
          kind: "by",
          by: "sex",
          sets: new Map([
            ["f", band],
            ["m", band],
          ]),
        },
        bandSets: new Map([["clinical_use", { kind: "bands", bands: band }]]),
      },
      steps,
    );
    assert.deepEqual(find(card, { tag: "figcaption" }).map(textOf), ["sex: f", "sex: m", "clinical use"]);
    assert.equal(find(card, { tag: "svg", role: "img" }).length, 3);
  });

  it("says which answers reach the ends", () => {
    const answers = (code: string, blank?: string) =>
      new Map(["a1", "a2", "a3", "a4", "a5", "a6"].map((id) => [id, id === blank ? "" : code]));
    const card = shown({}, { ...steps, witness: { min: answers("0"), max: answers("3", "a6") } });
    assert.equal(fact(card, "Lowest"), "0 all 6 answers “Never”");
    assert.equal(fact(card, "Highest"), "18 a1 to a5: “Always”; a6: blank");
  });

  it("says what cannot be proved, and which values can be reached", () => {
    const outer = shown({}, { min: number(0), max: number("18.5"), exact: false });
    assert.match(textOf(outer), /Cannot be proved exactly: this is an outer bound, and the score may not reach its ends\./);
    assert.equal(find(outer, { class: "outer" }).length, 1);
    assert.match(attribute(one(outer, { role: "img" }), "aria-label") ?? "", /^Outer bound 0 to 18\.5/);
    assert.match(
      textOf(shown({}, { min: number(0), max: number(9), exact: true, attainable: [0, 4, "4.5", 9].map(number) })),
      /4 values can be reached: 0, 4, 4\.5, 9/,
    );
    assert.match(textOf(shown({}, { min: number(0), exact: true })), /No upper end\./);
    const values = scores();
    assert.deepEqual(find(one(one(values, { id: "score-kind" }), { class: "values" }), { tag: "li" }).map(textOf), ["content", "other"]);
  });

  it("compares the declared range with the possible one", () => {
    const range = { min: number(0), max: number(18) };
    assert.equal(fact(shown({ range }, steps), "Declared range"), "0 to 18, as computed");
    assert.equal(fact(shown({ range: { min: number(0), max: number(36) } }, steps), "Declared range"), "0 to 36, but 0 to 18 is possible");
    assert.equal(fact(shown({ range: { min: number(0) } }, steps), "Declared range"), "0 to open, as computed");
    assert.equal(
      fact(shown({ range }, { ...steps, exact: false }), "Declared range"),
      "0 to 18 (the possible range cannot be proved exactly)",
    );
  });

  it("says what happens with missing answers", () => {
    const rows = (parts: Partial<Score>) => find(shown(parts), { tag: "tr" }).slice(1).map(textOf);
    assert.equal(fact(shown({}), "Missing answers"), "all 6 must be answered, else there is no score");
    const plain = { above: false, always: [] };
    assert.deepEqual(rows({ missing: { ...plain, allow: 2, fill: "person_mean" } }), [
      "none sum of all 6",
      "1 or 2 a missing one counts as the mean of those answered",
      "3 or more no score",
    ]);
    assert.deepEqual(rows({ method: "mean", missing: { ...plain, need: { share: number("0.5") }, always: ["a1", "a2"] } }), [
      "none mean of all 6",
      "1 to 3 the mean is taken over those answered",
      "a1 and a2 no score",
      "4 or more no score",
    ]);
    assert.deepEqual(rows({ missing: { ...plain, allow: 6, fill: number(0) } }), [
      "none sum of all 6",
      "1 to 5 a missing one counts 0",
      "all 6 no score",
    ]);
    assert.match(
      fact(shown({ missing: { ...plain, need: { share: number("0.8") }, fill: "none" } }), "Missing answers") ?? "",
      /^at least 5 of 6 must be answered \(at least 80%\)/,
    );
    assert.match(
      fact(shown({ missing: { ...plain, above: true, need: { share: number("0.5") }, fill: "none" } }), "Missing answers") ?? "",
      /^at least 4 of 6 must be answered \(more than half\)/,
    );
    assert.match(
      fact(shown({ missing: { ...plain, need: { count: 7 } } }), "Missing answers") ?? "",
      /7 are asked for, which can never be/,
    );
  });

  it("puts a pipeline into words", () => {
    const card = shown({
      entries: [
        { first: "a1", last: "a3", minus: false },
        { first: "a5", minus: true },
        { first: "a6", minus: false, weight: number(2) },
      ],
      method: "mean",
      transform: [
        { kind: "add", by: number(-1) },
        { kind: "multiply", by: number(25) },
        { kind: "rescale", low: number(100), high: number(0) },
      ],
      round: { to: number("0.5"), mode: "half_even" },
      when: formula("a4 == 1"),
      higher: text("worse"),
      source: "a paper",
    });
    assert.equal(fact(card, "Made from"), "mean of 5 items: a1 to a3, a5 and a6; a5 reversed; a6 times 2");
    assert.equal(fact(card, "Then"), "minus 1, then times 25, then rescaled to 100 to 0");
    assert.equal(fact(card, "Rounded"), "to steps of 0.5, halves to the even number");
    assert.equal(fact(card, "Only where"), "a4 is 1");
    assert.equal(fact(card, "Higher means"), "worse");
    assert.equal(fact(card, "Source"), "a paper");
  });

  it("lists cases in their order, marks group scores, folds helpers", () => {
    const root = scores();
    assert.match(textOf(one(root, { id: "score-kind" })), /“content”, if work is at least 12 “other”, otherwise/);
    assert.match(textOf(one(root, { id: "score-team" })), /group score.*one value for each leaving, shown from 10 answers on/);
    const helpers = one(root, { tag: "details" });
    assert.match(textOf(helpers), /^1 helper score/);
    assert.equal(find(helpers, { id: "score-steps" }).length, 1);
    assert.match(textOf(one(root, { id: "score-work" })), /Used in share, kind, root, steps, team/);
  });
});

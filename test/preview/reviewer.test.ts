import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import { viewOf } from "../../server/features/preview.ts";
import { renderBody } from "../../server/preview/body.ts";
import type { View } from "../../server/preview/view.ts";
import type { Problem, Severity } from "../../server/problem.ts";
import { everything } from "./everything.ts";
import { instrument, number, options, response, score, text } from "./instruments.ts";
import { attribute, find, one, readBody, textOf } from "./reading.ts";
import { fullView } from "./views.ts";

const reviewer = (view: View = fullView()) => readBody(renderBody(view, "reviewer")).root;

describe("preview: reviewer", () => {
  it("shows what each code counts, so that a reverse-keyed item runs the other way", () => {
    const table = one(one(reviewer(), { id: "review-section-feelings" }), { tag: "table" });
    assert.deepEqual(find(table, { tag: "th", scope: "col" }).map(textOf), [
      "Item",
      "1 Strongly disagree",
      "2 Disagree",
      "3 Neither agree nor disagree",
      "4 Agree",
      "5 Strongly agree",
      "99 Prefer not to say",
    ]);
    const counts = (item: string) => find(one(table, { id: `review-${item}` }), { tag: "td" }).map(textOf);
    assert.deepEqual(counts("w1"), ["1", "2", "3", "4", "5", "missing"]);
    assert.deepEqual(counts("w2"), ["5", "4", "3", "2", "1", "missing"]);
    // In no score: its codes count nothing.
    assert.deepEqual(counts("w4"), ["·", "·", "·", "·", "·", "missing"]);
    assert.match(textOf(one(table, { id: "review-w2" })), /reverse-keyed/);
  });

  it("says once what holds for every item of a table", () => {
    const all = instrument({
      responses: [
        response({
          id: "r",
          options: options([
            ["0", "No"],
            ["1", "Yes"],
          ]),
        }),
      ],
      sections: [
        {
          id: "s",
          items: [
            { id: "a", response: "r" },
            { id: "b", response: "r" },
          ],
        },
      ],
      scores: [score({ id: "t", entries: [{ first: "a", last: "b", minus: false }], method: "sum" })],
    });
    const root = reviewer({ instrument: all });
    assert.equal(textOf(one(root, { tag: "caption" })), "r: one of these; all in t");
    assert.equal(textOf(one(root, { id: "review-a" })), "a 0 1");
  });

  it("calls a part without a title by its id, once", () => {
    const heading = (text: string) => textOf(one(readBody(renderBody(viewOf(analyse(text)), "reviewer")).root, { class: "part" }));
    const text = (head: string) =>
      `instrument: t\nsections: {consent: {${head} response: {options: {1: "Yes", 0: "No"}}, items: {a: Do you agree?}}}\n`;
    assert.match(heading(text("kind: consent,")), /^consent /);
    assert.doesNotMatch(heading(text("kind: consent,")), /^consent consent/i);
    assert.match(heading(text("kind: screening,")), /^Screening consent /);
    assert.match(heading(text("kind: consent, title: Your consent,")), /^Consent Your consent consent /);
  });

  it("says what a score does with an item that its row does not show", () => {
    const parts = instrument({
      responses: [
        response({
          id: "r",
          options: options([
            ["1", "No"],
            ["2", "Yes"],
          ]),
        }),
      ],
      sections: [
        {
          id: "s",
          items: [
            { id: "a", response: "r" },
            { id: "b", response: "r", reverse: true },
          ],
        },
      ],
      recodes: [{ id: "turned", rows: [] }],
      scores: [
        score({
          id: "t",
          entries: [
            { first: "a", minus: true, weight: number(2) },
            { first: "b", minus: false, reverse: false, recode: "turned" },
          ],
          method: "sum",
        }),
      ],
    });
    const root = reviewer({ instrument: parts });
    assert.match(textOf(one(root, { id: "review-a" })), /in t \(reversed there, weight 2\)/);
    assert.match(textOf(one(root, { id: "review-b" })), /in t \(not reversed there, recoded by turned\)/);
  });

  it("gives every fact of an item", () => {
    const root = reviewer();
    const words = (item: string) => textOf(one(root, { id: `review-${item}` }));
    assert.match(
      words("w4"),
      /asked only if w2 is at least 4 counts 1 where it is not asked signpost: Help is there day and night: 0800 000 000\./,
    );
    assert.match(
      words("weekly_hours"),
      /number, 0 to 80 hours \(hours\) in long_hours, root must hold: weekly_hours is at most 60, else “Is that right\?”/,
    );
    assert.match(
      words("age"),
      /whole number, at least 16 years \(age_years\) -9 Prefer not to say missing may identify the participant together with others/,
    );
    assert.match(words("why"), /source: own wording note: asked since 2\.0\.0/);
    assert.match(words("capital"), /right answer: b standard: General knowledge, Wales/);
    assert.match(words("last1"), /in no score, on purpose/);
    assert.match(words("leaving"), /asked once more/);
    assert.match(words("points"), /points given out, total 100/);
    assert.match(words("why_ticked"), /none None of these only by itself/);
    assert.match(words("rest"), /rating, 1 to 9 \(importance9\) 1 Not important.*9 Critical UR Unable to rate missing/);
  });

  it("gives the facts of the document, with links only to the web", () => {
    const root = reviewer();
    const facts = textOf(find(root, { tag: "dl" })[0] ?? root);
    assert.match(facts, /Version 2\.1\.0/);
    assert.match(facts, /Languages English, Cymraeg, العربية/);
    assert.match(facts, /Source Author A\. Work and rest\. Journal 2020 10\.1000\/182 \(published wording\)/);
    assert.match(facts, /Planned 250 participants/);
    const addresses = find(root, { tag: "a" }).flatMap((link) => attribute(link, "href") ?? []);
    assert.ok(addresses.includes("https://doi.org/10.1000/182"));
    assert.ok(addresses.includes("https://creativecommons.org/licenses/by/4.0/"));
  });

  it("shows recodes in words, and what a response is used by", () => {
    const words = textOf(reviewer());
    assert.match(words, /halves 1 → 0; from 2 and below 5 → 0\.5; everything else → missing/);
    assert.match(words, /agree5 one of these; used by 4 items/);
  });

  it("puts each finding where it was found, the rest at the top", () => {
    const shown = everything();
    const places = new Map<object, readonly [number, number]>();
    let next = 100;
    for (const section of shown.sections.values()) {
      places.set(section, [next, next + 999]);
      next += 1000;
    }
    const w2 = shown.items.get("w2");
    const work = shown.scores.get("work");
    assert.ok(w2 !== undefined && work !== undefined);
    places.set(w2, [1200, 1250]);
    places.set(work, [9000, 9100]);
    const problem = (start: number, severity: Severity, message: string): Problem => ({
      code: "a-code",
      severity,
      message,
      range: { start, end: start + 5 },
      related: [],
      fixes: [],
    });
    const problems = [
      problem(0, "info", "whole"),
      problem(1210, "warning", "in w2"),
      problem(1300, "error", "in feelings"),
      problem(9010, "error", "in work"),
    ];
    const locate = (object: object) => {
      const place = places.get(object);
      return place === undefined ? undefined : { start: place[0], end: place[1] };
    };
    const view = fullView({ instrument: shown, problems, locate });
    const root = reviewer(view);
    const findings = (node: Parameters<typeof find>[0]) => find(node, { tag: "li", class: "finding" }).map(textOf);
    assert.deepEqual(findings(one(root, { tag: "header" })), ["Note whole a-code"]);
    assert.deepEqual(findings(one(root, { id: "review-w2" })), ["Warning in w2 a-code"]);
    assert.deepEqual(findings(one(root, { id: "review-section-feelings" })), ["Error in feelings a-code", "Warning in w2 a-code"]);
    assert.equal(textOf(one(root, { class: "summary" })), "2 errors, 1 warning, 1 note");
    const card = one(readBody(renderBody(view, "scores")).root, { id: "score-work" });
    assert.deepEqual(findings(card), ["Error in work a-code"]);
    const [finding] = find(card, { class: "finding" });
    assert.deepEqual(finding && [attribute(finding, "data-start"), attribute(finding, "data-end")], ["9010", "9015"]);
    assert.equal(textOf(one(reviewer(fullView({ problems: [] })), { class: "summary" })), "No findings");
  });

  it("ties elements to their places where these are known, and leaves them out where they are not", () => {
    const shown = everything();
    const seen = new Set<string | undefined>();
    const locate = (object: object, property?: string) => {
      seen.add(property);
      return object === shown.items.get("w1") ? { start: 10, end: property === undefined ? 90 : 50 } : undefined;
    };
    const root = readBody(renderBody(fullView({ instrument: shown, locate }), "participant")).root;
    const row = one(root, { id: "item-w1" });
    const table = one(one(root, { id: "section-feelings" }), { tag: "table" });
    assert.deepEqual([attribute(row, "data-start"), attribute(row, "data-end")], ["10", "90"]);
    assert.deepEqual(find(table, { "data-end": "50" }).map(textOf), ["I can settle a hard day at work.", "About: past 6 months"]);
    assert.equal(attribute(one(root, { id: "item-w2" }), "data-start"), undefined);
    assert.ok(seen.has("stem") && seen.has("title") && seen.has("when"));
  });

  it("says what has no translation", () => {
    const root = reviewer(fullView({ language: "cy" }));
    assert.match(textOf(one(root, { id: "review-w2" })), /not translated into Cymraeg/);
    assert.doesNotMatch(textOf(one(root, { id: "review-w1" })), /not translated/);
    assert.match(textOf(one(root, { id: "review-section-details" })), /not translated into Cymraeg/);
    assert.equal(text("x").own, "x");
  });
});

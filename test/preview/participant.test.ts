import assert from "node:assert/strict";
import { renderBody } from "../../server/preview/body.ts";
import type { Live, View } from "../../server/preview/view.ts";
import { instrument, options, response, text } from "./instruments.ts";
import { attribute, elements, find, one, readBody, textOf } from "./reading.ts";
import { fullView } from "./views.ts";

const participant = (view: View = fullView()) => readBody(renderBody(view, "participant")).root;

describe("preview: participant", () => {
  it("is well-formed, with every id once and every reference answered", () => {
    for (const mode of ["participant", "reviewer", "scores"] as const) {
      const { root, errors } = readBody(renderBody(fullView(), mode));
      assert.deepEqual(errors, [], mode);
      const ids = elements(root).flatMap((element) => attribute(element, "id") ?? []);
      assert.equal(new Set(ids).size, ids.length, mode);
      for (const element of elements(root)) {
        for (const name of ["for", "aria-labelledby", "aria-describedby"]) {
          for (const id of (attribute(element, name) ?? "").split(" ").filter((part) => part !== "")) {
            assert.ok(ids.includes(id), `${mode}: ${name}="${id}"`);
          }
        }
      }
    }
  });

  it("names every control", () => {
    const root = participant();
    for (const control of [...find(root, { tag: "input" }), ...find(root, { tag: "textarea" })]) {
      const id = attribute(control, "id") ?? "";
      const labelled = attribute(control, "aria-label") ?? attribute(control, "aria-labelledby");
      const labels = [
        ...find(root, { tag: "label", for: id }),
        ...find(root, { tag: "label" }).filter((label) => elements(label).includes(control)),
      ];
      assert.ok(labelled !== undefined || labels.some((label) => textOf(label) !== ""), id);
    }
  });

  it("fills the bar of progress in the direction of the language, beside words of it", () => {
    const barIn = (language: string) => find(readBody(renderBody(fullView({ language }), "participant")).root, { class: "progress" })[0];
    const [arabic, hebrew] = [barIn("ar"), barIn("he")];
    assert.ok(arabic && hebrew);
    assert.equal(attribute(arabic, "dir"), undefined);
    assert.equal(attribute(one(arabic, { tag: "span" }), "dir"), undefined);
    assert.match(textOf(arabic), /^الصفحة 1 من \d+$/);
    // A language that the tool has no words in has English ones from left to right.
    assert.equal(attribute(hebrew, "dir"), undefined);
    assert.equal(attribute(one(hebrew, { tag: "span" }), "dir"), "ltr");
    assert.match(textOf(hebrew), /^Page 1 of \d+$/);
  });

  it("shows a page for each section and for each item of a section laid out by page", () => {
    const pages = find(participant(), { tag: "section", class: "page" });
    assert.deepEqual(
      pages.map((page) => textOf(one(page, { class: "progress" }))),
      [1, 2, 3, 4, 5, 6].map((page) => `Page ${page} of 6`),
    );
    assert.deepEqual(
      pages.map((page) => attribute(page, "id")),
      ["section-consent", "section-feelings", "section-details", "section-closing", "page-closing-last2", "section-jobs"],
    );
  });

  it("makes a matrix a table with a heading for each row and each column", () => {
    const table = one(one(participant(), { id: "section-feelings" }), { tag: "table" });
    const columns = find(table, { tag: "th", scope: "col" });
    assert.deepEqual(columns.map(textOf), [
      "Strongly disagree",
      "Disagree",
      "Neither agree nor disagree",
      "Agree",
      "Strongly agree",
      "Prefer not to say",
    ]);
    const row = one(table, { tag: "tr", "data-item": "w2" });
    assert.match(textOf(one(row, { tag: "th", scope: "row" })), /^My work wears me out\. \*/);
    const radios = find(row, { tag: "input", type: "radio", name: "w2" });
    assert.deepEqual(
      radios.map((radio) => attribute(radio, "value")),
      ["1", "2", "3", "4", "5", "99"],
    );
    assert.equal(attribute(radios[1] ?? row, "aria-labelledby"), `w2 ${attribute(columns[1] ?? table, "id")}`);
  });

  it("asks each kind of response with its own control", () => {
    const root = participant();
    const controls = (item: string) => find(one(root, { id: `item-${item}` }), { tag: "input" }).map((input) => attribute(input, "type"));
    assert.deepEqual(controls("leaving"), ["radio", "radio"]);
    assert.deepEqual(controls("why_ticked"), ["checkbox", "checkbox", "checkbox", "text", "checkbox"]);
    assert.deepEqual(controls("weekly_hours"), ["number"]);
    assert.deepEqual(controls("age"), ["number", "checkbox"]);
    assert.deepEqual(controls("rest"), Array(10).fill("radio"));
    assert.deepEqual(controls("today"), ["range"]);
    assert.deepEqual(controls("started"), ["date"]);
    assert.deepEqual(controls("bedtime"), ["time"]);
    assert.deepEqual(controls("service"), ["text"]);
    assert.deepEqual(controls("order"), ["number", "number", "number"]);
    assert.deepEqual(controls("points"), ["number", "number"]);
    assert.deepEqual(controls("photo"), ["file"]);
    assert.equal(find(one(root, { id: "item-why" }), { tag: "textarea", name: "why" }).length, 1);
  });

  it("gives numbers their bounds and unit, sliders their anchors, allocations what is left", () => {
    const root = participant(fullView({ filled: new Map([["points__a", ["30"]]]) }));
    const hours = one(root, { tag: "input", name: "weekly_hours" });
    assert.deepEqual([attribute(hours, "min"), attribute(hours, "max"), attribute(hours, "step")], ["0", "80", "any"]);
    assert.match(textOf(one(root, { id: "item-weekly_hours" })), /hours 0 to 80/);
    assert.match(textOf(one(root, { id: "item-age" })), /years at least 16/);
    assert.match(textOf(one(root, { id: "item-today" })), /Worst day 0 ?Best day 100/);
    assert.match(textOf(one(root, { id: "item-points" })), /30 of 100 given out/);
  });

  it("keeps a slider without an answer until it is moved", () => {
    const untouched = one(participant(), { tag: "input", type: "range" });
    assert.deepEqual([attribute(untouched, "name"), attribute(untouched, "data-name")], [undefined, "today"]);
    const moved = one(participant(fullView({ filled: new Map([["today", ["40"]]]) })), { tag: "input", type: "range" });
    assert.deepEqual([attribute(moved, "name"), attribute(moved, "value")], ["today", "40"]);
  });

  it("says in words who is asked what, and what else happens", () => {
    const words = (id: string) => textOf(one(participant(), { id }));
    assert.match(words("item-why"), /^Asked only if “Have you thought of leaving\?” is "Yes"/);
    assert.match(words("section-closing"), /Asked only if “I can settle a hard day at work\.” is above 0/);
    assert.match(words("section-consent"), /The questionnaire ends here if “I agree to take part\.” is "No"/);
    assert.match(words("item-leaving"), /A blank is asked about once and then accepted/);
    assert.match(words("item-weekly_hours"), /Unless “How many hours do you work in a week\?” is at most 60: Is that right\?/);
    assert.match(words("section-feelings"), /Shown when the answer needs help: Help is there day and night: 0800 000 000\./);
    assert.match(words("section-feelings"), /About: past 6 months/);
    assert.match(words("item-why_ticked"), /Workload \(only if “How many hours do you work in a week\?” is above 30\)/);
    assert.match(words("item-why_ticked"), /Options in an order that is drawn anew for each participant/);
    assert.match(words("section-jobs"), /Repeated for each: job \(at least once and at most 3 times\)/);
    assert.match(words("item-nothing_yet"), /nothing to answer on yet/);
  });

  it("pipes earlier answers by their labels", () => {
    assert.match(textOf(one(participant(), { id: "item-why" })), /You answered “leaving”/);
    const filled = new Map([["leaving", ["yes"]]]);
    assert.match(textOf(one(participant(fullView({ filled })), { id: "item-why" })), /You answered “Yes”/);
  });

  it("shows another language with its direction, and marks what is not translated", () => {
    const root = participant(fullView({ language: "ar" }));
    const whole = one(root, { class: "participant" });
    assert.deepEqual([attribute(whole, "lang"), attribute(whole, "dir")], ["ar", "rtl"]);
    assert.equal(textOf(one(root, { tag: "h1" })), "العمل والراحة");
    const untranslated = one(one(root, { id: "item-w2" }), { class: "stem" });
    const marked = find(untranslated, { tag: "span", lang: "en" });
    assert.deepEqual(
      marked.map((element) => [attribute(element, "dir"), textOf(element)]),
      [["ltr", "My work wears me out."]],
    );
    const note = one(one(root, { id: "item-why" }), { class: "routing" });
    assert.deepEqual([attribute(note, "lang"), attribute(note, "dir")], [undefined, undefined]);
    assert.match(textOf(note), /^يُسأل فقط إذا انطبق ما يلي: إجابتك عن السؤال .*هي «Yes»$/);
  });

  it("keeps what has been filled in", () => {
    const filled = new Map([
      ["w1", ["4"]],
      ["why_ticked", ["pay", "else"]],
      ["why_ticked__else__other", ["the commute"]],
      ["why", ["<b>tired</b>"]],
      ["order__b", ["1"]],
      ["age__-9", ["-9"]],
    ]);
    const root = participant(fullView({ filled }));
    const checked = find(root, { tag: "input", checked: true }).map((input) => [attribute(input, "name"), attribute(input, "value")]);
    assert.deepEqual(checked, [
      ["w1", "4"],
      ["why_ticked", "pay"],
      ["why_ticked", "else"],
      ["age__-9", "-9"],
    ]);
    assert.equal(attribute(one(root, { name: "why_ticked__else__other" }), "value"), "the commute");
    assert.equal(attribute(one(root, { name: "order__b" }), "value"), "1");
    assert.equal(textOf(one(root, { tag: "textarea", name: "why" })), "<b>tired</b>");
  });

  it("hides what is not asked, says what does not fit, and shows the scores so far", () => {
    const live: Live = {
      asked: (id) => (id === "why" ? false : id === "closing" ? undefined : true),
      holds: () => undefined,
      screenedOut: () => false,
      messages: (id) => (id === "weekly_hours" ? [{ words: "Is that right?" }] : []),
      scores: new Map([
        ["work", { value: "12", band: "very high", trace: ["w1: answer 4"] }],
        ["share", { because: "too few answers", trace: [] }],
      ]),
    };
    const root = participant(fullView({ live, filled: new Map() }));
    assert.equal(
      textOf(one(root, { id: "item-why" })),
      'Asked only if “Have you thought of leaving?” is "Yes" not asked with these answers',
    );
    assert.equal(find(root, { name: "why" }).length, 0);
    assert.match(textOf(one(root, { id: "section-closing" })), /not asked with these answers$/);
    assert.equal(textOf(one(root, { id: "item-weekly_hours-message" })), "Is that right?");
    assert.match(attribute(one(root, { name: "weekly_hours" }), "aria-describedby") ?? "", /item-weekly_hours-message/);
    const scores = one(root, { tag: "aside" });
    assert.match(textOf(scores), /Work satisfaction 12 very high w1: answer 4/);
    assert.match(textOf(scores), /Share of the best too few answers/);
  });

  it("ticks beforehand what the author ticks, until something is filled in", () => {
    const ticked = instrument({
      responses: [response({ id: "r", options: options([["1", "One", { preselected: true }]]) })],
      sections: [{ id: "s", items: [{ id: "a", stem: text("A"), response: "r" }] }],
    });
    assert.equal(find(participant({ instrument: ticked }), { checked: true }).length, 1);
    assert.equal(find(participant({ instrument: ticked, filled: new Map() }), { checked: true }).length, 0);
  });

  it("shows an empty instrument and sections that go round in a circle", () => {
    assert.equal(textOf(one(participant({ instrument: instrument({ id: "empty" }) }), { tag: "h1" })), "empty");
    const circle = instrument({
      sections: [
        { id: "a", parent: "b", title: text("First"), items: [{ id: "x", stem: text("X") }] },
        { id: "b", parent: "a", title: text("Second") },
      ],
    });
    assert.equal(find(participant({ instrument: circle }), { id: "item-x" }).length, 1);
  });
});

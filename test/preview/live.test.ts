import assert from "node:assert/strict";
import fc from "fast-check";
import { renderBody } from "../../server/preview/body.ts";
import { cellsOf } from "../../server/preview/cells.ts";
import { liveOf } from "../../server/preview/live.ts";
import type { Filled } from "../../server/preview/view.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { everything } from "./everything.ts";
import { attribute, type Element, find, one, readBody, textOf } from "./reading.ts";
import { fullView } from "./views.ts";

const instrument = everything();
const compiled = compileInstrument(instrument);
const live = (filled: Readonly<Record<string, string[]>>) => liveOf(compiled, new Map(Object.entries(filled)));

describe("preview: answers given in it", () => {
  it("reads the controls of each response as the cells of a data file", () => {
    const filled = new Map(
      Object.entries({
        w1: ["4"],
        why_ticked: ["pay", "else"],
        why_ticked__else__other: ["the commute"],
        weekly_hours: ["37.5"],
        "age__-9": ["-9"],
        order__a: ["2"],
        order__c: ["1"],
        points__a: ["30"],
        points__b: ["70"],
        why: [""],
        unknown: ["x"],
      }),
    );
    assert.deepEqual(
      [...cellsOf(instrument, filled)],
      [
        ["w1", "4"],
        ["why_ticked", "pay;else"],
        ["weekly_hours", "37.5"],
        ["age", "-9"],
        ["order", "c;a"],
        ["points", "a=30;b=70"],
      ],
    );
  });

  it("routes by the answers so far", () => {
    assert.equal(live({}).asked("why"), undefined);
    assert.equal(live({ leaving: ["no"] }).asked("why"), false);
    assert.equal(live({ leaving: ["yes"] }).asked("why"), true);
    assert.equal(live({}).asked("w1"), true);
    assert.equal(live({ w1: ["3"] }).asked("closing"), true);
    assert.equal(live({ w1: ["3"] }).asked("last1"), true);
    assert.equal(live({}).asked("closing"), undefined);
  });

  it("offers the options whose condition holds", () => {
    const labels = (filled: Readonly<Record<string, string[]>>) =>
      find(one(readBody(renderBody(fullView({ live: live(filled) }), "participant")).root, { id: "item-why_ticked" }), {
        tag: "label",
      }).map((label) => textOf(label).split(" (only")[0]);
    assert.deepEqual(labels({}), ["Pay", "Another reason", "None of these"]);
    assert.deepEqual(labels({ weekly_hours: ["40"] }), ["Pay", "Workload", "Another reason", "None of these"]);
  });

  it("ends where the screening says so, and asks nothing after it", () => {
    const ended = live({ take_part: ["no"] });
    assert.equal(ended.screenedOut("consent"), true);
    assert.equal(ended.asked("take_part"), true);
    assert.equal(ended.asked("w1"), false);
    assert.equal(ended.asked("details"), false);
    assert.equal(live({ take_part: ["yes"] }).screenedOut("consent"), false);
  });

  it("says what does not fit", () => {
    const said = (filled: Readonly<Record<string, string[]>>, id: string, language?: string) =>
      liveOf(compiled, new Map(Object.entries(filled)), language)
        .messages(id)
        .map(({ words, language: own }) => (own === undefined ? words : `${own.tag}: ${words}`));
    assert.deepEqual(said({ weekly_hours: ["70"] }, "weekly_hours"), ["Is that right?"]);
    assert.deepEqual(said({ weekly_hours: ["70"] }, "weekly_hours", "cy"), ["en: Is that right?"]);
    assert.deepEqual(said({ weekly_hours: ["90"] }, "weekly_hours").slice(0, 1), [
      "“90” is not a possible answer: please give a number (0 to 80)",
    ]);
    assert.deepEqual(said({ weekly_hours: ["90"] }, "weekly_hours", "cy").slice(0, 1), [
      "nid yw “90” yn ateb posibl; mae angen rhif (0 i 80)",
    ]);
    assert.deepEqual(said({ weekly_hours: ["90"] }, "weekly_hours", "he").slice(0, 1), [
      "en: “90” is not a possible answer: please give a number (0 to 80)",
    ]);
    assert.deepEqual(said({ why_ticked: ["pay", "none"] }, "why_ticked"), ["“None of these” cannot be ticked together with others"]);
    assert.deepEqual(said({ order__a: ["1"], order__b: ["1"] }, "order"), ["place 1 is given twice"]);
    assert.deepEqual(said({ points__a: ["30"] }, "points"), ["30 of 100 given out"]);
    assert.deepEqual(said({ points__a: ["30"] }, "points", "ar"), ["وُزِّع 30 من 100"]);
    assert.deepEqual(said({ points__a: ["30"], points__b: ["70"] }, "points"), []);
    assert.deepEqual(said({}, "weekly_hours"), []);
  });

  it("scores as it goes, with the way to each value", () => {
    const { scores } = live({ w1: ["5"], w2: ["1"], w3: ["4"] });
    const work = scores.get("work");
    assert.deepEqual([work?.value, work?.band], ["14", "very high"]);
    assert.ok(work?.trace.some((line) => line.startsWith("w2: answer 1 -> reversed")));
    assert.deepEqual([scores.get("kind")?.value, scores.get("long_hours")?.because], ["content", "too few answers"]);
    assert.equal(live({ w1: ["5"] }).scores.get("work")?.because, "too few answers");
    assert.equal(live({ w1: ["5"], w2: ["1"] }).scores.get("work")?.value, "15");
  });

  it("marks the value on its scale", () => {
    const scored = live({ w1: ["5"], w2: ["1"], w3: ["4"] });
    const root = readBody(renderBody(fullView({ live: scored }), "scores")).root;
    const card = one(root, { id: "score-work" });
    assert.match(textOf(card), /With these answers: 14 very high/);
    // 14 of 3 to 15, with half a step on either side.
    assert.equal(attribute(one(card, { tag: "circle" }), "cx"), "88.46%");
  });

  it("gives back whatever was filled in: rendered, read and rendered again it is the same", () => {
    const names = controlNames(readBody(renderBody(fullView(), "participant")).root);
    const answers = fc.dictionary(fc.constantFrom(...names.keys()), fc.nat({ max: 5 })).map((picks): Filled => {
      const filled = new Map<string, readonly string[]>();
      for (const [name, pick] of Object.entries(picks)) {
        const values = names.get(name) ?? [];
        filled.set(name, [values.length === 0 ? `<"${pick}'&>\n` : (values[pick % values.length] ?? "")]);
      }
      return filled;
    });
    fc.assert(
      fc.property(answers, (filled) => {
        const again = filledIn(readBody(renderBody(fullView({ filled }), "participant")).root);
        assert.deepEqual(Object.fromEntries(again), Object.fromEntries(filled));
      }),
      { numRuns: 40 },
    );
  });
});

type Root = Parameters<typeof find>[0];

/** Every control by its name, with the values that it can be ticked with. Numbers, dates and the like take what we give them. */
function controlNames(root: Root): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const control of controls(root)) {
    const name = attribute(control, "name") ?? attribute(control, "data-name") ?? "";
    const type = attribute(control, "type");
    const values =
      type === "radio" || type === "checkbox" ? [attribute(control, "value") ?? ""] : type === "text" || type === undefined ? [] : ["7"];
    if (type !== "file") {
      names.set(name, [...(names.get(name) ?? []), ...values]);
    }
  }
  return names;
}

/** What a form of the page would send. */
function filledIn(root: Root): Filled {
  const filled = new Map<string, string[]>();
  for (const control of controls(root)) {
    const type = attribute(control, "type");
    const ticked = type !== "radio" && type !== "checkbox" ? true : attribute(control, "checked") !== undefined;
    const value = control.tagName === "textarea" ? rawText(control) : attribute(control, "value");
    const name = attribute(control, "name");
    if (name !== undefined && value !== undefined && value !== "" && ticked) {
      filled.set(name, [...(filled.get(name) ?? []), value]);
    }
  }
  return filled;
}

function controls(root: Root): readonly Element[] {
  return [...find(root, { tag: "input" }), ...find(root, { tag: "textarea" })];
}

function rawText(element: Element): string {
  return element.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}

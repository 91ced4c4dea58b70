import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import { parseFormula } from "../../server/expression/parser.ts";
import type { Instrument } from "../../server/model/instrument.ts";
import { askOf, askOnScreen } from "../../server/routing/ask.ts";
import { caseReach } from "../../server/routing/cases.ts";
import { type Decision, decide } from "../../server/routing/decide.ts";
import { type Reachability, reachability } from "../../server/routing/reachability.ts";
import { reasonInWords } from "../../server/routing/reason.ts";
import { instrumentGraph } from "../../server/scoring/range.ts";

const PHQ = `instrument: mood
responses:
  often4: {options: {0: Not at all, 1: Several days, 2: More than half the days, 3: Nearly every day}}
sections:
  mood:
    response: often4
    items: {p1: One, p2: Two, p3: Three, p4: Four, p5: Five, p6: Six, p7: Seven, p8: Eight, p9: Nine}
scores:
  total: {items: [p1..p9], method: sum, missing: {allow: 2, fill: person_mean}}
`;

describe("a condition", () => {
  const { instrument } = analyse(PHQ);
  const decideIn = (of: Instrument, formula: string): Decision => decide(askOf(instrumentGraph(of)), parseFormula(formula).tree);
  const decided = (formula: string): Decision => decideIn(instrument, formula);

  it("that asks for more than a score can be is never true, and says what the score can be", () => {
    const { isTrue, isFalse, isMissing, reason } = decided("total > 27");
    assert.deepEqual([isTrue.possible, isFalse.possible, isMissing.possible], ["no", "yes", "yes"]);
    assert.equal(reason && reasonInWords(reason), '"total" is 0 to 27');
  });

  it("that can be either names answers for both", () => {
    const { isTrue, isFalse } = decided("total >= 10 and p9 == 0");
    assert.equal(isTrue.possible, "yes");
    assert.equal(isTrue.witness?.get("p9"), "0");
    assert.ok([...(isTrue.witness?.values() ?? [])].reduce((sum, code) => sum + Number(code), 0) >= 9);
    assert.equal(isFalse.possible, "yes");
  });

  it("whose parts exclude each other names the two", () => {
    const { isTrue, reason } = decided("p1 >= 2 and p1 == 0");
    assert.equal(isTrue.possible, "no");
    assert.equal(reason && reasonInWords(reason), '"p1 >= 2" and "p1 == 0" exclude each other');
  });

  it("that can never be false is found through both sides of an or", () => {
    const { isFalse, isMissing, reason } = decided("p1 >= 2 or p1 <= 2");
    assert.deepEqual([isFalse.possible, isMissing.possible], ["no", "yes"]);
    assert.equal(reason && reasonInWords(reason), 'one of "p1 >= 2" and "p1 <= 2" always holds');
  });

  it("on a whole score and one of its items is decided together", () => {
    assert.equal(decided("total == 27 and p1 < 3").isTrue.possible, "no");
    assert.equal(decided("total == 27 and missing(p1)").isTrue.possible, "yes");
    assert.equal(decided("total == 26 and missing(p1) and missing(p2)").isTrue.possible, "no");
  });

  it("is not decided where nothing is known of what it reads", () => {
    const { instrument: open } = analyse("instrument: open\nsections: {s: {items: {why: {text: Why, response: {type: text}}}}}\n");
    assert.equal(decideIn(open, 'why == "pay"').isTrue.possible, "unknown");
    assert.equal(decideIn(open, "missing(why)").isTrue.possible, "yes");
  });

  it("is not decided where it reads what is not there or is faulty", () => {
    const { instrument: faulty } = analyse(`${PHQ}  broken: {items: [p1, nowhere], method: sum}\n`);
    for (const formula of ["nowhere > 1", "broken > 100", "total > 27 and broken > 1"]) {
      assert.equal(decideIn(faulty, formula).isTrue.possible, "unknown", formula);
    }
  });

  it("is decided among those for whom others hold already", () => {
    const given = [parseFormula("p1 >= 2").tree];
    const { isTrue, isFalse, isMissing } = decide(askOf(instrumentGraph(instrument)), parseFormula("p1 >= 1").tree, given);
    assert.deepEqual([isTrue.possible, isFalse.possible, isMissing.possible], ["yes", "no", "no"]);
  });
});

const ROUTED = `instrument: routed
sections:
  filter:
    items:
      smokes: {text: Do you smoke, response: {options: {"yes": "Yes", "no": "No"}}}
      since: {text: Since when, response: {type: integer, min: 0, max: 80}, when: smokes == "yes"}
      never: {text: Never asked, response: {from: 0, to: 3}, when: smokes == "no" and since > 1}
      after_never: {text: Waits for it, response: {from: 0, to: 3}, when: never >= 0}
      daily: {text: Daily, response: {options: {0: Never, 1: Some, 2: {label: Most, when: smokes == "no"}}}, when: smokes == "yes"}
      always: {text: Always, response: {from: 0, to: 3}, when: since >= 0 or missing(since)}
  smokers:
    when: smokes == "yes"
    items:
      one: {text: One, response: {from: 0, to: 3}}
      other: {text: Other, response: {from: 0, to: 3}, when: smokes == "no"}
      again: {text: Again, response: {from: 0, to: 3}, skipped: 0, when: smokes == "yes"}
  nobody:
    when: one > 3
    items: {lost: {text: Lost, response: {from: 0, to: 3}}}
scores:
  s: {items: [one, again, since], method: sum}
  kind:
    cases:
      - when: one >= 2
        is: high
      - when: one == 3
        is: top
      - when: one == 5
        is: beyond
      - otherwise: low
`;

describe("routing", () => {
  const { instrument } = analyse(ROUTED);
  const item = (id: string, of = instrument): Reachability => reachability(of, found(of.items.get(id)), askOnScreen(of));
  const section = (id: string): Reachability => reachability(instrument, found(instrument.sections.get(id)), askOnScreen(instrument));

  it("finds an item that its condition can never let through, through the routing of what it reads", () => {
    const { asked, blame } = item("never");
    assert.equal(asked.possible, "no");
    assert.equal(blame?.kind, "own");
    const waiting = item("after_never");
    assert.equal(waiting.asked.possible, "no");
    assert.equal(waiting.blame?.kind === "own" && waiting.blame.reason && reasonInWords(waiting.blame.reason), '"never" is never there');
  });

  it("finds an item whose condition and its section's exclude each other", () => {
    const { asked, blame } = item("other");
    assert.equal(asked.possible, "no");
    assert.equal(blame?.kind, "together");
  });

  it("finds a section that nobody comes to, and blames it for its items", () => {
    assert.equal(section("nobody").asked.possible, "no");
    assert.deepEqual(item("lost").blame, { kind: "section", section: "nobody" });
    assert.equal(section("smokers").asked.possible, "yes");
  });

  it("finds a condition that is always true, also because of the section around it", () => {
    assert.equal(item("always").own?.isFalse.possible, "no");
    assert.equal(item("again").own?.isFalse.possible, "no");
    assert.equal(item("since").own?.isFalse.possible, "yes");
  });

  it("finds cases that nobody comes to, because of those before them or by themselves", () => {
    const cases = caseReach(instrumentGraph(instrument), found(instrument.scores.get("kind")));
    assert.deepEqual(
      cases.map(({ possible }) => possible),
      ["yes", "no", "no", "yes"],
    );
  });

  it("leaves the items of a cycle undecided", () => {
    const { instrument: cyclic } = analyse(`instrument: cyclic
sections:
  s:
    items:
      a: {text: A, response: {from: 0, to: 3}, when: b == 1}
      b: {text: B, response: {from: 0, to: 3}, when: a == 1}
      c: {text: C, response: {from: 0, to: 3}, when: t > 2}
scores:
  t: {items: [c], method: sum}
`);
    assert.notEqual(item("a", cyclic).asked.possible, "yes");
  });
});

function found<T>(thing: T | undefined): T {
  assert.ok(thing !== undefined);
  return thing;
}

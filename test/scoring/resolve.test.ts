import assert from "node:assert/strict";
import {
  endsBeforeReversal,
  evaluationOrder,
  membersOf,
  neededCount,
  possibleAnswers,
  responseOf,
  routingOf,
} from "../../server/model/resolve.ts";
import { exact, parseExact } from "../../server/number/exact.ts";
import { entries, instrument, item, options, response, score, section } from "./build.ts";

const AGREE = response("agree", { options: options("1 2 3 4 5 99!") });
const YES_NO = response("yes_no", { options: options("yes=1 no=0") });

describe("following the references of an instrument", () => {
  it("takes the response of the item, else of the nearest section that has one", () => {
    const small = instrument({
      responses: [AGREE, YES_NO],
      sections: [section("outer", { response: "agree" }), section("inner", { parent: "outer" })],
      items: [item("a", { section: "inner" }), item("b", { section: "inner", response: "yes_no" })],
    });
    assert.deepEqual(
      small.items.values().map((each) => responseOf(small, each)?.id),
      ["agree", "yes_no"],
    );
  });

  it("lists valid answers with their scores, and leaves missing codes out", () => {
    const small = instrument({
      responses: [
        AGREE,
        YES_NO,
        response("nine", { type: "rating", from: exact(1), to: exact(9) }),
        response("age", { type: "integer", min: exact(16) }),
      ],
      items: [
        item("a", { response: "agree" }),
        item("b", { response: "yes_no" }),
        item("c", { response: "nine" }),
        item("d", { response: "age" }),
        item("e", { response: "yes_no", key: "no" }),
      ],
    });
    const scores = (id: string): unknown => {
      const each = small.items.get(id);
      const possible = each && possibleAnswers(small, each);
      return possible?.kind === "codes" ? possible.answers.map(({ code, score }) => `${code}=${score}`).join(" ") : possible?.kind;
    };
    assert.equal(scores("a"), "1=1 2=2 3=3 4=4 5=5");
    assert.equal(scores("b"), "yes=1 no=0");
    assert.equal(scores("c"), "1=1 2=2 3=3 4=4 5=5 6=6 7=7 8=8 9=9");
    assert.equal(scores("d"), "interval");
    assert.equal(scores("e"), "yes=0 no=1");
  });

  it("reverses in the declared range, after the recode of the entry", () => {
    const small = instrument({
      responses: [AGREE],
      items: [item("a", { response: "agree" })],
      scores: [
        score("plain", { entries: entries("-a") }),
        score("recoded", {
          entries: entries("-a", {
            recode: {
              rows: [
                { match: { kind: "interval", lowOpen: false, high: exact(2), highOpen: false }, to: exact(10) },
                { match: { kind: "code", code: "3", number: exact(3) } },
                { match: { kind: "else" }, to: exact(40) },
              ],
            },
          }),
        }),
      ],
    });
    const ends = small.scores.values().map((each) => {
      const [member] = membersOf(small, each).members;
      const found = member && endsBeforeReversal(small, member, () => undefined);
      return `${found?.low}..${found?.high}`;
    });
    assert.deepEqual(ends, ["1..5", "10..40"]);
  });

  it("expands spans, and says what it could not follow", () => {
    const small = instrument({
      items: [item("a"), item("b", { reverse: true }), item("c")],
      scores: [
        score("s", { entries: entries("a..c") }),
        score("t", { entries: [...entries("c..a"), ...entries("-b"), ...entries("a..x"), ...entries("-b", { reverse: false })] }),
      ],
    });
    const [first, second] = small.scores.values().map((each) => membersOf(small, each));
    assert.deepEqual(
      first?.members.map(({ id, reversed }) => [id, reversed]),
      [
        ["a", false],
        ["b", true],
        ["c", false],
      ],
    );
    assert.deepEqual(second?.unknown, [
      { place: 0, why: "span_backwards", id: "c" },
      { place: 1, why: "minus_on_reversed", id: "b" },
      { place: 2, why: "undefined_name", id: "x" },
    ]);
    assert.deepEqual(
      second?.members.map(({ reversed }) => reversed),
      [true, false],
    );
  });

  it("counts what a missing rule needs as whole numbers, comparing shares exactly", () => {
    const rule = { above: false, always: [] };
    const share = (text: string, above: boolean): number[] =>
      [1, 2, 5, 6, 10].map((n) => neededCount({ ...rule, need: { share: parseExact(text) ?? exact(0) }, above }, n));
    assert.deepEqual(share("0.5", false), [1, 1, 3, 3, 5]);
    assert.deepEqual(share("0.5", true), [1, 2, 3, 4, 6]);
    assert.deepEqual(share("0.8", false), [1, 2, 4, 5, 8]);
    assert.deepEqual(share("0.8", true), [1, 2, 5, 5, 9]);
    assert.equal(neededCount({ ...rule, need: { share: exact(2, 3) } }, 6), 4);
    assert.equal(neededCount({ ...rule, need: { count: 4 }, above: true }, 6), 5);
    assert.equal(neededCount({ ...rule, allow: 2 }, 9), 7);
    assert.equal(neededCount(undefined, 9), 9);
  });

  it("orders scores by what they read, through routing, and names every cycle", () => {
    const name = (id: string) => ({ kind: "name" as const, id, start: 0, end: 0, head: { start: 0, end: 0 } });
    const small = instrument({
      sections: [section("all"), section("follow_up", { when: name("screen") })],
      items: [item("a"), item("b", { section: "follow_up", when: name("a") })],
      scores: [
        score("late", { entries: entries("b total") }),
        score("total", { entries: entries("a") }),
        score("screen", { value: name("total") }),
        score("chicken", { value: name("egg") }),
        score("egg", { value: name("chicken") }),
        score("omelette", { value: name("egg") }),
      ],
    });
    const { order, cycles, cyclic } = evaluationOrder(small);
    assert.deepEqual(order, ["total", "screen", "late"]);
    assert.deepEqual(cycles, [["chicken", "egg"]]);
    assert.deepEqual([...cyclic].sort(), ["chicken", "egg", "omelette"]);
    const routed = small.items.get("b");
    assert.equal(routed && routingOf(small, routed).length, 2);
  });
});

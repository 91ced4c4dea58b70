import assert from "node:assert/strict";
import { parseExact } from "../../server/number/exact.ts";
import { agreesWithCell } from "../../server/scoring/agreement.ts";
import { batchOf } from "../../server/scoring/batch.ts";
import { groupCollector } from "../../server/scoring/group.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { printValue } from "../../server/scoring/printValue.ts";
import { publishedInstrument, publishedTable } from "./published.ts";
import { compiled, person } from "./score.ts";

describe("group scores", () => {
  it("gives the net promoter scores that R gives, the whole sample first", () => {
    const made = compileInstrument(publishedInstrument("nps"));
    const answers = publishedTable("nps", "responses.csv");
    const expected = publishedTable("nps", "group_expected.csv");
    const batch = batchOf(made, answers.header);
    const groups = groupCollector(made);
    for (const row of answers.rows) groups.add(batch.person(row, () => undefined));
    const rows = groups.rows();
    assert.deepEqual(
      rows.map(({ group, n }) => [group, String(n)]),
      expected.rows.map(([group, n]) => [group, n]),
    );
    for (const [place, { value }] of rows.entries()) assert.ok(agreesWithCell(expected.rows[place]?.[2] ?? "", value, parseExact("1e-9")));
  });

  it("suppresses small groups, has no row for a group without an answer, and sees people without a code only in the whole sample", () => {
    const made = compiled(`
sections:
  main:
    items:
      team: {text: Team, response: {options: {b: B, a: A, c: C}}}
      x: {text: X, response: {from: 0, to: 10}}
      y: {text: "Y", response: {from: 0, to: 10}}
scores:
  half: {items: [x], transform: [{divide: 2}]}
  average: {level: group, value: mean(half), by: team, smallest_group: 2, round: {to: 0.1, mode: half_up}}
  pairs: {level: group, value: sum(x * y)}
  above: {level: group, value: average - 1, by: team}`);
    const groups = groupCollector(made);
    for (const [team, x, y] of [
      ["a", 3, 1],
      ["a", 4, ""],
      ["b", 9, 1],
      ["c", "", 5],
      ["", 6, 2],
    ]) {
      groups.add(person(made, { team: team ?? "", x: x ?? "", y: y ?? "" }));
    }
    assert.deepEqual(
      groups.rows().map(({ score, by, group, n, value, suppressed }) => [score, by, group, n, printValue(value), suppressed].join(" ")),
      [
        // (3 + 4 + 9 + 6) / 4 / 2 = 2.75, and (3 + 4) / 2 / 2 = 1.75
        "average team ALL 4 2.8 false",
        "average team b 1  true",
        "average team a 2 1.8 false",
        // 3 x 1 + 9 x 1 + 6 x 2, over those with both; y has four answers and so has x.
        "pairs  ALL 4 24 false",
        // What would give a suppressed value away is suppressed too.
        "above team ALL 4 1.8 false",
        "above team b 1  true",
        "above team a 2 0.8 false",
      ],
    );
  });
});

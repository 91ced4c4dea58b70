import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyse } from "../../server/analysis/engine.ts";
import { answer } from "../../server/checklist/answer.ts";
import { CHECKLISTS } from "../../server/checklist/lists.ts";
import { run } from "../../server/cli/run.ts";
import { fakeWorld } from "../cli/fake-world.ts";

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));
const STUDY = readFileSync(join(SAMPLES, "jdr-core-set.delphi.yaml"), "utf8");

const statuses = (id: string, text: string): Readonly<Record<string, string>> => {
  const list = CHECKLISTS.find((one) => one.id === id) ?? assert.fail(id);
  const { items } = answer(list, [{ file: "a.yaml", analysis: analyse(text) }]);
  return Object.fromEntries(items.map(({ item, found }) => [item.id, found.status]));
};

describe("checklists", () => {
  it("have as many items as their papers, each under its own number", () => {
    const sizes = Object.fromEntries(CHECKLISTS.map(({ id, items }) => [id, new Set(items.map((item) => item.id)).size]));
    assert.deepEqual(sizes, { accord: 35, credes: 16, "cos-stad": 11, coreq: 32, cherries: 30 });
    for (const { items, citation } of CHECKLISTS) {
      assert.match(citation, /doi:10\.\d+\/\S+$/);
      assert.equal(items.length, new Set(items.map(({ id }) => id)).size);
    }
  });

  // What is taken out of the study, and the items of each list that go missing with it.
  const CUTS: readonly (readonly [string, RegExp, Readonly<Record<string, readonly string[]>>])[] = [
    ["the day of the rule", /^ {2}declared: .*\n/m, { accord: ["M12"], credes: ["3"], "cos-stad": ["9"] }],
    ["a rule that is declared too late", /declared: 2026-01-22/, { accord: ["M12"], credes: ["3"], "cos-stad": ["9"] }],
    ["affected people", /affected: true, /, { accord: ["M5"], "cos-stad": ["7"] }],
    ["a target", /target: 20, minimum: 10/, { accord: ["M3"] }],
    ["an aim", /^ {4}aim: Decide.*\n/m, { accord: ["M11"] }],
    ["dates", /^ {4}closes: 2026-05-25\n/m, { accord: ["R1"] }],
    ["feedback", /^ {4}feedback: .*\n/gm, { accord: ["M17"] }],
    ["what is asked", /^ {4}ask: .*\n/gm, { accord: ["M13"] }],
    ["stability", /^stability: .*\n/m, { credes: ["6"] }],
    ["what becomes of the rest", /^undecided: .*\n/m, { "cos-stad": ["10"] }],
    ["anonymity", /^anonymity: .*\n/m, { accord: ["M18"] }],
  ];
  for (const [what, cut, lost] of CUTS)
    it(`miss what is not there: ${what}`, () => {
      const text = STUDY.replace(cut, what.startsWith("a rule") ? "declared: 2026-03-01" : "");
      assert.notEqual(text, STUDY);
      for (const [list, ids] of Object.entries(lost)) {
        const [before, after] = [statuses(list, STUDY), statuses(list, text)];
        const changed = Object.keys(before).filter((id) => before[id] !== after[id]);
        assert.deepEqual(changed, ids, list);
        for (const id of ids) assert.equal(after[id], "missing", `${list} ${id}`);
      }
    });

  it("claim nothing of a study that says nothing", () => {
    for (const { id, about } of CHECKLISTS) {
      const found = statuses(id, `${about[0]}: empty\n`);
      const claimed = Object.entries(found).filter(([, status]) => status === "met" || status === "computed");
      assert.deepEqual(claimed, [], id);
    }
    assert.equal(statuses("accord", "delphi: empty\n").M12, "missing");
  });

  it("take a key of the author's own for what only the paper can say", () => {
    assert.equal(statuses("accord", STUDY).O3, "prose");
    assert.equal(statuses("accord", `${STUDY}x-funding: None\n`).O3, "met");
    assert.equal(statuses("accord", `${STUDY}x-funding:\n`).O3, "prose");
  });
});

describe("cli: checklist", () => {
  const checklist = async (...words: readonly string[]) => {
    const world = fakeWorld(SAMPLES);
    const code = await run(["checklist", ...words], world);
    return { code, ...world.shown() };
  };
  it("says where each item stands", async () => {
    const { code, out } = await checklist(
      "accord",
      "jdr-core-set.delphi.yaml",
      "--ratings",
      "data/jdr-core-set-ratings.csv",
      "--format",
      "json",
    );
    assert.equal(code, 0);
    const made: { items: { id: string; status: string; says: string; line: number | null }[] } = JSON.parse(out);
    const item = (id: string) => made.items.find((one) => one.id === id) ?? assert.fail(id);
    assert.equal(STUDY.split("\n")[(item("M18").line ?? 0) - 1], "anonymity: quasi");
    assert.equal(STUDY.split("\n")[(item("M12").line ?? 0) - 1], "consensus:");
    assert.match(item("R3").says, /^round 1: 60 of 60, round 2: 57 of 60/);
    assert.match(item("M12").says, /at least 70% of those who rated it chose critical/);
  });
  it("prints each list for the documents that it is about", async () => {
    for (const [list, file, head] of [
      ["credes", "jdr-core-set.delphi.yaml", /^16 items: /m],
      ["cos-stad", "appropriateness.delphi.yaml", /^11 items: /m],
      ["coreq", "imaging-support.guide.yaml", /^32 items: /m],
      ["cherries", "link-worker-retention.instrument.yaml", /^30 items: /m],
    ] as const) {
      const { code, out } = await checklist(list, file);
      assert.equal(code, 0);
      assert.match(out, head);
      const table = (await checklist(list, file, "--format", "markdown")).out;
      assert.equal(table.split("\n").filter((line) => line.startsWith("| ")).length, Number(/^(\d+) items/m.exec(table)?.[1]) + 2);
    }
  });
  it("refuses what it cannot do, with a reason", async () => {
    for (const [words, reason] of [
      [[], /needs the name of one/],
      [["acord", "jdr-core-set.delphi.yaml"], /did you mean "accord"/],
      [["accord"], /at least one document/],
      [["accord", "phq9.instrument.yaml"], /held against a Delphi study, and none was given/],
      [["accord", "nothing.yaml"], /nothing\.yaml/],
      [["coreq", "imaging-support.guide.yaml", "--ratings", "data/jdr-core-set-ratings.csv"], /needs a Delphi study/],
    ] as const) {
      const { code, err } = await checklist(...words);
      assert.equal(code, 2, words.join(" "));
      assert.match(err, reason);
    }
  });
});

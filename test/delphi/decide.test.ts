import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../server/cli/run.ts";
import { fakeWorld } from "../cli/fake-world.ts";
import { temporaryFolder } from "../cli/temporary-folder.ts";

const STUDY = `delphi: core-set
title: What should a staff survey measure?
version: 1.0.0
language: en
licence: {name: CC0, permission: free}
panel: {groups: {staff: {affected: true, target: 4, minimum: 3}, managers: {target: 2, minimum: 2}}, membership: exactly_one}
responses:
  importance9: {from: 1, to: 9, bands: {low: [1, 3], middle: [4, 6], critical: [7, 9]}, unable: {code: UR}}
statements:
  work:
    response: importance9
    items:
      w1: Workload
      w2: Time pressure
      w3: {text: Work on days off, introduced: 2}
rounds:
  1: {mode: mixed, opens: 2026-02-02, closes: 2026-02-23}
  2: {mode: rating, opens: 2026-03-16, closes: 2026-04-06, ask: all, add: suggested}
  3: {mode: rating, opens: 2026-05-04, closes: 2026-05-25, ask: undecided}
consensus:
  scope: each_group
  include: {percent_in: critical, at_least: 70}
  exclude: {percent_in: low, at_least: 70}
  otherwise: carry
decide_after: [2, 3]
stability: {measure: percent_changed_band, below: 30}
stop: {any: [{rounds: 3}, {all_items: [include, exclude]}]}
undecided: report
`;

const LONG = `round,panellist,group,statement,rating
1,a,staff,w1,8
1,a,staff,w2,5
1,b,staff,w1,7
1,b,staff,w2,2
1,c,staff,w1,9
1,c,staff,w2,2
1,m,managers,w1,7
1,m,managers,w2,7
1,n,managers,W1,8
1,n,managers,w2,5
2,a,staff,w1,8
2,a,staff,w2,2
2,a,staff,w3,5
2,b,staff,w1,9
2,b,staff,w2,UR
2,b,staff,w3,
2,c,staff,w1,NR
2,m,managers,w1,8
2,m,managers,w2,3
2,m,managers,w3,9
2,n,managers,w1,8
2,n,managers,w2,2
2,n,managers,w3,9
3,a,staff,w3,8
3,b,staff,w3,6
3,m,managers,w3,9
3,n,managers,w3,9
`;

const WIDE = `Round;Panellist;Group;w1;w2;W3;comment
1;a;staff;8;5;;ok
1;b;staff;7;2;;
1;c;staff;9;2;;
1;m;managers;7;7;;
1;n;managers;8;5;;
2;a;staff;8;2;5;
2;b;staff;9;UR;;
2;c;staff;NR;NR;NR;
2;m;managers;8;3;9;
2;n;managers;8;2;9;
3;a;staff;;;8;
3;b;staff;;;6;
3;m;managers;;;9;
3;n;managers;;;9;
`;

const COUNTS = `statement,group,code,n
w1,staff,8,3
w1,managers,5,2
w2,staff,2,3
w2,managers,UR,2
`;

describe("cli: delphi decide", () => {
  const folder = temporaryFolder({
    "core-set.delphi.yaml": STUDY,
    "late.delphi.yaml": STUDY.replace("{mode: mixed, ", "{mode: mixed, feedback: {show: [median]}, "),
    "phq.instrument.yaml": "instrument: phq\n",
    "long.csv": LONG,
    "wide.csv": WIDE,
    "counts.csv": COUNTS,
    "panel.csv":
      "panellist,group,invited_from,invited_to\na,staff,1,\nb,staff,1,\nc,staff,1,2\nd,staff,1,3\nm,managers,1,\nn,managers,1,\n",
    "columns.csv": "round,panellist,statement\n1,a,w1\n",
  });
  after(() => folder.remove());
  const decide = async (...words: readonly string[]) => {
    const world = fakeWorld(folder.path);
    const code = await run(["delphi", "decide", ...words], world);
    return { code, ...world.shown() };
  };
  const json = async (...words: readonly string[]) => JSON.parse((await decide(...words, "--format", "json")).out);

  it("gives the decisions, the ledger, the stability and what other rules would have decided", async () => {
    const found = await json("core-set.delphi.yaml", "long.csv");
    assert.equal(found.version, 1);
    assert.deepEqual(Object.keys(found), ["version", "rounds", "stability", "sensitivity"]);
    assert.deepEqual(Object.keys(found.rounds), ["2", "3"]);
    assert.deepEqual(found.rounds["2"].statements.w2, {
      decision: "exclude",
      category: null,
      groups: {
        staff: { invited: 3, returned: 2, rated: 1, codes: { 2: 1, UR: 1 } },
        managers: { invited: 2, returned: 2, rated: 2, codes: { 2: 1, 3: 1 } },
      },
      pooled: { invited: 5, returned: 4, rated: 3, codes: { 2: 2, 3: 1, UR: 1 } },
      criteria: [
        { rule: "percent_in critical at_least 70", scope: "staff", value: { k: 0, n: 1, percent: 0 }, holds: false },
        { rule: "percent_in critical at_least 70", scope: "managers", value: { k: 0, n: 2, percent: 0 }, holds: false },
        { rule: "percent_in low at_least 70", scope: "staff", value: { k: 1, n: 1, percent: 100 }, holds: true },
        { rule: "percent_in low at_least 70", scope: "managers", value: { k: 2, n: 2, percent: 100 }, holds: true },
      ],
    });
    const decisions = (round: string) =>
      Object.entries(found.rounds[round].statements).map(([id, outcome]) => `${id} ${(outcome as { decision: string }).decision}`);
    assert.deepEqual(decisions("2"), ["w1 include", "w2 exclude", "w3 carry"]);
    assert.deepEqual(decisions("3"), ["w3 undecided"]);
    assert.deepEqual(found.rounds["2"].ledger, { in: 2, added: 1, merged: 0, accepted: 1, rejected: 1, carried: 1 });
    assert.deepEqual(found.rounds["3"].ledger, { in: 1, added: 0, merged: 0, accepted: 0, rejected: 0, carried: 1 });
    assert.deepEqual(found.stability["1-2"].w2, { measure: "percent_changed_band", value: { k: 3, n: 3, percent: 100 }, stable: false });
    assert.deepEqual(found.stability["2-3"].w3, {
      measure: "percent_changed_band",
      value: { k: 1, n: 3, percent: 33.3333333333 },
      stable: false,
    });
    const pooled = found.sensitivity.find(({ variant }: { variant: string }) => variant === "scope pooled");
    assert.deepEqual(pooled.changes, [{ statement: "w3", round: 3, from: "undecided", to: "include" }]);
    assert.ok(found.sensitivity.some(({ variant }: { variant: string }) => variant === "include at_least 75"));
  });

  it("reads a column for each statement as it reads a row for each rating", async () => {
    const long = await decide("core-set.delphi.yaml", "long.csv", "--format", "json");
    const wide = await decide("core-set.delphi.yaml", "wide.csv", "--format", "json");
    assert.equal(wide.out, long.out);
    assert.equal(wide.code, 0);
    assert.equal(wide.err, 'wide.csv:comment: warning unknown-statement: no statement is called "comment": the column is not read\n');
  });

  it("counts those invited by the panel", async () => {
    const found = await json("core-set.delphi.yaml", "long.csv", "--panel", "panel.csv");
    assert.deepEqual([found.rounds["2"].statements.w1.groups.staff.invited, found.rounds["3"].statements.w3.groups.staff.invited], [4, 3]);
  });

  it("reads counts, of the last round that is decided", async () => {
    const { out, code } = await decide("core-set.delphi.yaml", "counts.csv", "--counts", "--format", "json");
    const { rounds, stability } = JSON.parse(out);
    assert.equal(code, 0);
    assert.deepEqual(stability, {});
    assert.equal(rounds["3"].statements.w1.decision, "undecided");
    assert.equal(rounds["3"].statements.w2.decision, "undecidable");
    assert.deepEqual(rounds["3"].statements.w2.groups.managers, { invited: 2, returned: 2, rated: 0, codes: { UR: 2 } });
  });

  it("prints a report for people", async () => {
    const { out, err, code } = await decide("core-set.delphi.yaml", "long.csv");
    assert.equal(code, 0);
    assert.equal(err, "");
    assert.equal(out, readFileSync(join(import.meta.dirname, "data", "decisions.txt"), "utf8"));
  });

  it("prints a table", async () => {
    const { out } = await decide("core-set.delphi.yaml", "long.csv", "--format", "csv");
    const [head, first] = out.split("\n");
    assert.match(head ?? "", /^round,statement,decision,category,scope,invited,returned,rated,percent_in critical at_least 70,/);
    assert.equal(first, "2,w1,include,,staff,3,2,2,2 of 2 (100%),true,0 of 2 (0%),false");
  });

  it("prints a page with the ratings drawn, and nothing of it from elsewhere", async () => {
    const { out } = await decide("core-set.delphi.yaml", "long.csv", "--format", "html");
    assert.match(out, /<svg [^>]*aria-label="Ratings of staff: 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0, 8: 1, 9: 1"/);
    assert.ok(!/https?:|<script/.test(out));
  });

  it("says what is wrong and with what exit code", async () => {
    assert.deepEqual([(await decide("core-set.delphi.yaml")).code, (await decide("phq.instrument.yaml", "long.csv")).code], [2, 2]);
    assert.match((await decide("phq.instrument.yaml", "long.csv")).err, /is not a Delphi study but an instrument/);
    assert.match((await decide("core-set.delphi.yaml", "columns.csv")).err, /missing-column: the ratings have no column "rating"/);
    const late = await decide("late.delphi.yaml", "long.csv");
    assert.equal(late.code, 1);
    assert.match(late.err, /feedback-in-first-round/);
    assert.match(late.out, /w1 +include/);
  });
});

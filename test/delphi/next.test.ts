import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../server/analysis/engine.ts";
import { applyEdits } from "../../server/cli/check/apply-fixes.ts";
import { run } from "../../server/cli/run.ts";
import { isFlowSafe, statementAdded, withEntry } from "../../server/delphi/studyEdits.ts";
import { fakeWorld } from "../cli/fake-world.ts";
import { temporaryFolder } from "../cli/temporary-folder.ts";
import { HEAD } from "./tables.ts";

const STUDY = `${HEAD}anonymity: quasi
panel: {groups: {staff: {affected: true, target: 3, minimum: 3}, managers: {target: 2, minimum: 2}}, membership: exactly_one}
responses:
  importance9: {from: 1, to: 9, bands: {low: [1, 3], middle: [4, 6], critical: [7, 9]}, unable: {code: UR}}
statements:
  work:                                # what people do
    response: importance9
    items:
      w1: Workload                     # kept
      # about time
      w2: {text: Time pressure}
      w3: Conflict
  home:
    response: importance9
    items:
      h1: Sleep
rounds:
  1: {mode: mixed, opens: 2026-02-02, closes: 2026-02-23, suggest: {max: 5, adopt_if: 2}}
  2: {mode: rating, opens: 2026-03-16, closes: 2026-04-06, ask: all, add: suggested, feedback: {own: true, show: [median, distribution], by: group}}
  3: {mode: rating, opens: 2026-05-04, closes: 2026-05-25, ask: undecided, feedback: {show: [median, mean, sd, iqr]}}
consensus: {scope: each_group, include: {percent_in: critical, at_least: 70}, exclude: {percent_in: low, at_least: 70}, otherwise: carry}
decide_after: [2, 3]
undecided: report
`;

const WHO = { a: "staff", b: "staff", c: "staff", m: "managers", n: "managers" };

function ratings(rounds: Readonly<Record<number, Readonly<Record<string, readonly (number | string)[]>>>>): string {
  const rows = Object.entries(rounds).flatMap(([round, statements]) =>
    Object.entries(statements).flatMap(([id, given]) =>
      Object.entries(WHO).map(([who, group], i) => [round, who, group, id, given[i] ?? ""].join(",")),
    ),
  );
  return `round,panellist,group,statement,rating\n${rows.join("\n")}\n`;
}

const ONE = { w1: [8, 8, 8, 8, 8], w2: [2, 2, 2, 2, 2], w3: [5, 5, 5, 5, 5], h1: [9, 1, 5, 9, 1] };
const TWO = { w1: [8, 8, 8, 8, 8], w2: [2, 2, 1, 2, 2], w3: [5, 5, 5, 5, 5], h1: [9, 1, 5, 9, 1], w4: [9, 9, 9, 9, 9] };
const SUGGESTED = `id,group,text,suggested_by
w4,work,"Work on days off, unpaid",3
h2,home,Meals,1
`;

describe("cli: delphi next", () => {
  const folder = temporaryFolder({
    "core-set.delphi.yaml": STUDY,
    "broken.delphi.yaml": STUDY.replace("otherwise: carry", "minimum_rated: 3"),
    "one.csv": ratings({ 1: ONE }),
    "two.csv": ratings({ 1: ONE, 2: TWO }),
    "three.csv": ratings({ 1: ONE, 2: TWO, 3: { w3: [5, 5, 5, 5, 5], h1: [8, 8, 8, 8, 8] } }),
    "wrong.csv": ratings({ 1: { ...ONE, w9: [1, 1, 1, 1, 1] } }),
    "suggested.csv": SUGGESTED,
  });
  after(() => folder.remove());
  const read = (name: string) => readFileSync(join(folder.path, name), "utf8");
  const next = async (...words: readonly string[]) => {
    const world = fakeWorld(folder.path);
    const code = await run(["delphi", "next", ...words], world);
    return { code, ...world.shown() };
  };

  it("says why the study cannot come through standard input", async () => {
    const { code, out, err } = await next("-", "one.csv");
    const message = 'delphi next writes into the file of the study, which cannot come through standard input ("-")';
    assert.deepEqual([code, out, err], [2, "", `scalewright: ${message}\n`]);
  });
  it("shows what it would change, and changes nothing", async () => {
    const { out, code } = await next("core-set.delphi.yaml", "one.csv", "--suggested", "suggested.csv", "--diff");
    assert.equal(code, 0);
    assert.deepEqual(
      out.split("\n").filter((line) => /^[-+](?![-+])/.test(line)),
      ['+      w4: {text: "Work on days off, unpaid", introduced: 2, from: {round: 1, suggested_by: 3}}'],
    );
    assert.equal(read("core-set.delphi.yaml"), STUDY);
  });

  it("writes three rounds one after the other, and each a second time without a change", async () => {
    const one = await next("core-set.delphi.yaml", "one.csv", "--suggested", "suggested.csv");
    assert.equal(one.err, "after round 1: 0 included, 0 excluded, 1 added (w4), suggested by too few: h2, 5 asked in round 2\n");
    const added = STUDY.replace(
      "      w3: Conflict\n",
      '      w3: Conflict\n      w4: {text: "Work on days off, unpaid", introduced: 2, from: {round: 1, suggested_by: 3}}\n',
    );
    assert.equal(read("core-set.delphi.yaml"), added);
    assert.match((await next("core-set.delphi.yaml", "one.csv", "--suggested", "suggested.csv")).err, /the study says so already/);
    assert.equal(read("core-set.delphi.yaml"), added);

    assert.equal((await next("core-set.delphi.yaml", "two.csv")).err, "after round 2: 2 included, 1 excluded, 2 asked in round 3\n");
    const decided = added
      .replace("w1: Workload   ", "w1: {text: Workload, decided: {after: 2, as: include}}   ")
      .replace("w2: {text: Time pressure}", "w2: {text: Time pressure, decided: {after: 2, as: exclude}}")
      .replace("suggested_by: 3}}", "suggested_by: 3}, decided: {after: 2, as: include}}");
    assert.equal(read("core-set.delphi.yaml"), decided);
    await next("core-set.delphi.yaml", "two.csv");
    assert.equal(read("core-set.delphi.yaml"), decided);

    assert.equal(
      (await next("core-set.delphi.yaml", "three.csv")).err,
      "after round 3: 1 included, 0 excluded, 1 undecided, round 3 is the last that the study plans, so that no round 4 is written\n",
    );
    assert.equal(
      read("core-set.delphi.yaml"),
      decided
        .replace("w3: Conflict", "w3: {text: Conflict, decided: {after: 3, as: undecided}}")
        .replace("h1: Sleep", "h1: {text: Sleep, decided: {after: 3, as: include}}"),
    );
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name.endsWith(".tmp")),
      [],
    );
    writeFileSync(join(folder.path, "core-set.delphi.yaml"), STUDY);
  });

  it("writes what the panel sees: own ratings, groups, sheets, nothing of a group that is too small", async () => {
    const { code } = await next("core-set.delphi.yaml", "one.csv", "-o", "new.delphi.yaml", "--feedback", "round-2", "--smallest", "3");
    assert.equal(code, 0);
    assert.deepEqual(readdirSync(join(folder.path, "round-2")).sort(), [
      "group-ratings-round-1.csv",
      "own-ratings-round-1.csv",
      "sheets-round-1.html",
    ]);
    assert.deepEqual(read("round-2/own-ratings-round-1.csv").split("\n").slice(0, 3), [
      "panellist,group,statement,text,own",
      "a,staff,w1,Workload,8",
      "a,staff,w2,Time pressure,2",
    ]);
    const groups = read("round-2/group-ratings-round-1.csv").split("\n");
    assert.deepEqual(groups.slice(0, 3), [
      "statement,text,group,shown,median,n_1,n_2,n_3,n_4,n_5,n_6,n_7,n_8,n_9",
      "w1,Workload,staff,yes,8,0,0,0,0,0,0,0,3,0",
      "w1,Workload,managers,too few,,,,,,,,,,",
    ]);
    const sheets = read("round-2/sheets-round-1.html");
    assert.equal(sheets.match(/<section>/g)?.length, 5);
    assert.match(
      sheets,
      /Ratings of round 1 for a<\/p>[\s\S]*?<th scope="row">Workload<\/th><td>8<\/td><td><div class="small">staff, 3 ratings: median 8<\/div><svg/,
    );
    assert.match(sheets, /managers: too few ratings to be shown/);
    assert.equal(read("core-set.delphi.yaml"), STUDY);
  });

  it("writes nothing where the study or the data have errors", async () => {
    const broken = await next("broken.delphi.yaml", "one.csv");
    assert.equal(broken.code, 1);
    assert.match(broken.err, /no-otherwise[\s\S]*nothing was written: mend the errors of the study first/);
    const wrong = await next("core-set.delphi.yaml", "wrong.csv");
    assert.equal(wrong.code, 1);
    assert.match(wrong.err, /unknown-statement[\s\S]*nothing was written: mend the errors of the data first/);
    assert.equal(read("core-set.delphi.yaml"), STUDY);
  });
});

describe("delphi: edits of statements", () => {
  const FORMS: readonly (readonly [string, string])[] = [
    ["w1: Workload", "w1: {text: Workload, decided: X}"],
    ["w1: Workload # why", "w1: {text: Workload, decided: X} # why"],
    ["w1: Feedback on one's work", "w1: {text: Feedback on one's work, decided: X}"],
    ["w1: Pay, hours", 'w1: {text: "Pay, hours", decided: X}'],
    ["w1: 'Time: short'", "w1: {text: 'Time: short', decided: X}"],
    ["w1: {text: Workload}", "w1: {text: Workload, decided: X}"],
    ["w1: {text: Workload, }", "w1: {text: Workload, decided: X }"],
    ["w1: {text: Workload, decided: {after: 1, as: exclude}} # then", "w1: {text: Workload, decided: X} # then"],
    [
      "w1:\n        text: Workload # words\n        minor: true # small",
      "w1:\n        text: Workload # words\n        minor: true # small\n        decided: X",
    ],
    ["w1: {en: Workload, cy: Llwyth}", "w1: {text: {en: Workload, cy: Llwyth}, decided: X}"],
    [
      "w1:\n        en: Workload\n        cy: Llwyth",
      "w1:\n        text:\n          en: Workload\n          cy: Llwyth\n        decided: X",
    ],
    ["w1: |\n        Workload\n        at night", 'w1:\n        text: "Workload\\nat night\\n"\n        decided: X'],
    ["w1: Workload\n        at night", 'w1:\n        text: "Workload at night"\n        decided: X'],
  ];
  const whole = (form: string) =>
    `${HEAD}statements:\n  work:\n    response: {from: 1, to: 9}\n    items:\n      ${form}\n      w2: Time\n`;
  const DECIDED = "{after: 2, as: include}";

  for (const crlf of [false, true])
    for (const [before, now] of FORMS) {
      it(`${JSON.stringify(before)}${crlf ? " with CRLF" : ""}`, () => {
        const lines = (text: string) => (crlf ? text.replaceAll("\n", "\r\n") : text);
        const text = lines(whole(before));
        const { delphi, range } = analyse(text);
        const [statement, last] = [delphi?.statements.get("w1"), delphi && statementAdded(delphi, "work", "w3", "Pay")];
        assert.ok(statement && last);
        const changed = applyEdits(
          text,
          [withEntry(statement, "decided", DECIDED), last].map(({ at, newText }) => ({ range: range(at), newText })),
        );
        assert.equal(changed, lines(whole(now.replace("X", DECIDED)).replace("w2: Time\n", "w2: Time\n      w3: Pay\n")));
        const again = analyse(changed).delphi;
        assert.deepEqual(again?.statements.get("w1")?.decided, { after: 2, as: "include" });
        assert.equal(again?.statements.get("w1")?.text?.own, statement.text?.own);
        assert.deepEqual(again?.statements.ids(), ["w1", "w2", "w3"]);
      });
    }

  it("in a list on one line", () => {
    const text = `${HEAD}statements: {work: {response: {from: 1, to: 9}, items: {w1: Workload, w2: {text: Time}}}}\n`;
    const { delphi, range } = analyse(text);
    const [statement, last] = [delphi?.statements.get("w1"), delphi && statementAdded(delphi, "work", "w3", "Pay")];
    assert.ok(statement && last);
    const changed = applyEdits(
      text,
      [withEntry(statement, "decided", DECIDED), last].map(({ at, newText }) => ({ range: range(at), newText })),
    );
    assert.match(changed, /items: \{w1: \{text: Workload, decided: \{after: 2, as: include\}\}, w2: \{text: Time\}, w3: Pay\}/);
  });

  it("quotes what would not be read as it stands", () => {
    for (const safe of ["Workload", "Feedback on one's work", "10:30 is late".replace("10:30 is", "At 10:30"), "Question#3"])
      assert.ok(isFlowSafe(safe), safe);
    for (const unsafe of ["a, b", "a: b", "a #b", "{a", "yes", "- a", "'a", "1", "a:", " a", ""]) assert.ok(!isFlowSafe(unsafe), unsafe);
  });
});

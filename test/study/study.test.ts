import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { run } from "../../server/cli/run.ts";
import type { Wave } from "../../server/model/study.ts";
import { parseTimeSpan } from "../../server/model/timeSpan.ts";
import { exact } from "../../server/number/exact.ts";
import { printExact } from "../../server/number/print.ts";
import { dayAfter, overlappingWaves, parseDay, printDay } from "../../server/study/calendar.ts";
import { type Candidate, chooseSample } from "../../server/study/chooseSample.ts";
import { coarsened } from "../../server/study/coarsen.ts";
import { disclosureOf, leaving } from "../../server/study/disclosure.ts";
import { boundaries } from "../../server/study/stretches.ts";
import { fakeWorld } from "../cli/fake-world.ts";
import { temporaryFolder } from "../cli/temporary-folder.ts";

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));
const span = (text: string) => parseTimeSpan(text) ?? assert.fail(text);
const later = (day: string, text: string) => printDay(dayAfter(parseDay(day) ?? 0, span(text)));

describe("study: calendar", () => {
  it("counts months by the calendar and ends on the last day of a short one", () => {
    assert.equal(later("2026-01-31", "1 month"), "2026-02-28");
    assert.equal(later("2024-01-31", "1 month"), "2024-02-29");
    assert.equal(later("2026-08-31", "6 months"), "2027-02-28");
    assert.equal(later("2024-02-29", "1 year"), "2025-02-28");
    assert.equal(later("2026-03-15", "-1 month"), "2026-02-15");
    assert.equal(later("2026-03-01", "-2 weeks"), "2026-02-15");
    assert.equal(later("2026-12-30", "3 days"), "2027-01-02");
  });
  it("finds windows that share a day only for some people", () => {
    const wave = (id: string, from: string, low: string, high: string): Wave => ({
      id,
      after: span(from),
      window: [span(low), span(high)],
    });
    // From 1 to 30 January a month is 31 or 30 days; from 31 January 2024 it is 29.
    const waves = [wave("w0", "0 days", "0 days", "29 days"), wave("w1", "1 month", "0 days", "0 days")];
    const [found] = overlappingWaves(waves);
    assert.equal(found && printDay(found.anchor), "2024-01-31");
    assert.deepEqual(overlappingWaves([wave("w0", "0 days", "0 days", "27 days"), wave("w1", "1 month", "0 days", "0 days")]), []);
  });
  it("refuses what is no day", () => {
    for (const text of ["2026-02-30", "2026-13-01", "26-01-01", "", "2026-1-1"]) assert.equal(parseDay(text), undefined);
  });
});

describe("study: sample", () => {
  // numpy.quantile([1, 2, 4, 8, 16, 32], [1/3, 2/3]) and numpy.quantile([3, 5, 7, 11], [.25, .5, .75]).
  it("divides by the quantiles that numpy gives", () => {
    assert.deepEqual(
      boundaries(
        [32, 1, 4, 2, 16, 8].map((one) => exact(one)),
        3,
      ).map((one) => one.valueOf()),
      [10 / 3, 32 / 3],
    );
    assert.deepEqual(
      boundaries(
        [7, 3, 11, 5].map((one) => exact(one)),
        4,
      ).map(printExact),
      ["4.5", "6", "8"],
    );
  });
  const candidate = fc.record({ a: fc.constantFrom("x", "y", "z"), b: fc.constantFrom("m", "n") });
  it("takes one of each kind before it takes a second, whatever the order of the file", () => {
    fc.assert(
      fc.property(fc.array(candidate, { minLength: 1, maxLength: 40 }), fc.nat(30), fc.nat(100), (people, target, seed) => {
        const all: Candidate[] = people.map(({ a, b }, i) => ({ id: `p${i}`, categories: [a, b] }));
        const { chosen, reserve } = chooseSample(all, target, 3, seed);
        assert.equal(chosen.length, Math.min(target, all.length));
        assert.equal(new Set([...chosen, ...reserve]).size, chosen.length + reserve.length);
        assert.deepEqual(chooseSample([...all].reverse(), target, 3, seed), { chosen, reserve });
        const kinds = new Set(all.map(({ categories }) => categories.join()));
        const taken = chosen.map(({ categories }) => categories.join());
        assert.equal(new Set(taken).size, Math.min(kinds.size, chosen.length));
      }),
    );
  });
});

describe("study: disclosure", () => {
  const table = {
    header: ["id", "Age", "site"],
    rows: [
      ["1", "31", "a"],
      ["2", "34", "a"],
      ["3", "35", "a"],
      ["4", "", "b"],
    ],
  };
  it("counts combinations of what leaves", () => {
    const found = disclosureOf(table, ["age", "site"], { coarsen: [{ name: "age", to: "five_year_band" }] }, 2);
    assert.deepEqual(found.small, [
      { values: ["", "b"], count: 1 },
      { values: ["35-39", "a"], count: 1 },
    ]);
    assert.equal(found.exposed, 2);
    assert.deepEqual(found.without, [
      { column: "age", exposed: 1 },
      { column: "site", exposed: 2 },
    ]);
  });
  it("writes what leaves without key and identifiers", () => {
    assert.deepEqual(leaving(table, { key: ["id"], remove: ["e-mail"], coarsen: [{ name: "age", to: "ten_year_band" }] }), {
      header: ["Age", "site"],
      rows: [
        ["30-39", "a"],
        ["30-39", "a"],
        ["30-39", "a"],
        ["", "b"],
      ],
    });
  });
  it("makes coarser only what can be", () => {
    assert.equal(coarsened("42", "five_year_band"), "40-44");
    assert.equal(coarsened("forty", "five_year_band"), undefined);
    assert.equal(coarsened("2026-02-23", "month"), "2026-02");
    assert.equal(coarsened("2026-02-23", "year"), "2026");
    assert.equal(coarsened("Bath", "region"), "Bath");
  });
});

describe("cli: study", () => {
  const study = async (...words: readonly string[]) => {
    const world = fakeWorld(SAMPLES);
    const code = await run(["study", ...words], world);
    return { code, ...world.shown() };
  };
  it("chooses 20 of 342 people who differ, the same with each run", async () => {
    const words = ["sample", "link-worker-retention.study.yaml", "data/link-worker-retention-answers.csv"];
    const { code, out } = await study(...words, "--format", "json");
    assert.equal(code, 0);
    const made = JSON.parse(out);
    assert.deepEqual([made.answered, made.eligible, made.target, made.reserve], [342, 186, 20, 10]);
    const of = (as: string) => made.people.filter((one: { as: string }) => one.as === as);
    assert.deepEqual([of("chosen").length, of("reserve").length, of("eligible").length], [20, 10, 156]);
    const nation = made.variations.find(({ name }: { name: string }) => name === "nation");
    assert.deepEqual(
      nation.categories.map(({ chosen }: { chosen: number }) => chosen > 2),
      [true, true, true, true],
    );
    const eligible = readFileSync(join(SAMPLES, "data/link-worker-retention-answers.csv"), "utf8")
      .split("\n")
      .flatMap((line) => (line.split(",")[2] === "yes" ? [line.split(",")[0]] : []));
    for (const { id } of made.people) assert.ok(eligible.includes(id), id);
    assert.equal((await study(...words, "--format", "json")).out, out);
    assert.notEqual((await study(...words, "--format", "json", "--seed", "2")).out, out);
    const csv = (await study(...words, "--format", "csv")).out.split("\n");
    assert.equal(csv[0], "person,as,order,self_efficacy,nation");
    assert.equal(csv.length, 188);
  });
  it("says which combinations are too small, and when each person is due", async () => {
    const found = await study("disclose", "new-starters.study.yaml", "data/new-starters-answers.csv");
    assert.equal(found.code, 1);
    assert.match(found.out, /^"staff_number" names people and is still in the file$/m);
    assert.match(found.out, /^2 combinations have fewer, with 11 people in them$/m);
    const due = await study("calendar", "new-starters.study.yaml", "--start", "2026-08-31", "--format", "csv");
    assert.equal(
      due.out,
      "person,wave,due,from,to\n,w0,2026-08-31,2026-08-31,2026-09-28\n,w1,2026-11-30,2026-11-16,2026-12-28\n,w2,2027-02-28,2027-02-14,2027-03-28\n,w3,2027-08-31,2027-08-17,2027-09-28\n",
    );
    assert.equal((await study("calendar", "new-starters.study.yaml", "data/new-starters-answers.csv")).out.split("\n").length, 1602);
  });
  it("tells what repeats, what leaves and what is covered", async () => {
    const starters = JSON.parse((await study("overview", "new-starters.study.yaml", "--format", "json")).out);
    const table = (of: { tables: { name: string; rows: string[][] }[] }, name: string) =>
      of.tables.find((one) => one.name === name)?.rows ?? [];
    assert.deepEqual(
      table(starters, "waves").map((row) => row.slice(0, 6)),
      [
        ["survey: consent", "2", "x", "", "", ""],
        ["survey: job", "2", "x", "", "", ""],
        ["survey: about_you", "1", "x", "", "", ""],
        ["survey: wellbeing", "5", "x", "x", "x", "x"],
        ["survey: settling", "4", "", "x", "x", "x"],
      ],
    );
    assert.equal(table(starters, "waves")[3]?.[6], "wb1 wb2 wb3 wb4 wb5");
    const leaves = new Map(table(starters, "linkage staffing").map(([name, becomes]) => [name, becomes]));
    assert.deepEqual(
      ["staff_number", "age", "wb1", "email"].map((name) => leaves.get(name)),
      ["key", "coarsened: five year band", "leaves", "removed"],
    );
    const workers = JSON.parse((await study("overview", "link-worker-retention.study.yaml", "--format", "json")).out);
    for (const [construct, ...cells] of table(workers, "coverage interviews")) assert.ok(cells.includes("x"), construct);
    assert.deepEqual(table(workers, "sampling")[0]?.slice(-2), ["self_efficacy (3) x nation (4)", "12"]);
  });
  it("refuses what it cannot do, with a reason", async () => {
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /study needs one of: overview, sample, disclose, calendar/],
      [["draw"], /study cannot "draw"/],
      [["sample", "new-starters.study.yaml", "data/new-starters-answers.csv"], /has no sampling/],
      [["sample", "phq9.instrument.yaml", "data/phq9-responses.csv"], /is not a study that joins documents but an instrument/],
      [["sample", "link-worker-retention.study.yaml", "data/phq9-responses.csv"], /has no column "follow_up", "nation"/],
      [["sample", "link-worker-retention.study.yaml", "data/nothing.csv"], /nothing\.csv/],
      [
        ["sample", "link-worker-retention.study.yaml", "data/link-worker-retention-answers.csv", "--sample", "x"],
        /no sample "x": known are/,
      ],
      [["disclose", "new-starters.study.yaml", "data/new-starters-answers.csv", "--column", "ward"], /has no column "ward"/],
      [["calendar", "new-starters.study.yaml"], /or --start DATE/],
      [["calendar", "new-starters.study.yaml", "--start", "soon"], /needs a day such as/],
      [["calendar", "link-worker-retention.study.yaml", "--start", "2026-01-01"], /has no waves/],
      [["calendar", "new-starters.study.yaml", "data/phq9-responses.csv"], /no column "start_date"/],
    ];
    for (const [words, reason] of wrong) {
      const { code, err } = await study(...words);
      assert.equal(code, 2, words.join(" "));
      assert.match(err, reason);
    }
  });
  it("chooses nobody by a study with an error, and tells of rows that cannot be read", async () => {
    const text = readFileSync(join(SAMPLES, "link-worker-retention.study.yaml"), "utf8");
    const folder = temporaryFolder({
      "a.study.yaml": text.replace("follow_up ==", "folow_up =="),
      "link-worker-retention.instrument.yaml": readFileSync(join(SAMPLES, "link-worker-retention.instrument.yaml")),
      "link-worker-interviews.guide.yaml": readFileSync(join(SAMPLES, "link-worker-interviews.guide.yaml")),
      "starts.csv": "who,start_date\na,2026-02-30\nb,\nc,2026-01-31\n",
      "new-starters.study.yaml": readFileSync(join(SAMPLES, "new-starters.study.yaml")),
      "new-starters.instrument.yaml": readFileSync(join(SAMPLES, "new-starters.instrument.yaml")),
    });
    try {
      const world = fakeWorld(folder.path);
      assert.equal(await run(["study", "sample", "a.study.yaml", "starts.csv"], world), 1);
      assert.match(world.shown().err, /sample-on-unknown-item[\s\S]*nobody was chosen/);
      const other = fakeWorld(folder.path);
      assert.equal(await run(["study", "calendar", "new-starters.study.yaml", "starts.csv", "--format", "csv"], other), 1);
      assert.match(other.shown().err, /starts\.csv:2.*"2026-02-30" is no day/);
      assert.match(other.shown().out, /^c,w1,2026-04-30,2026-04-16,2026-05-28$/m);
    } finally {
      folder.remove();
    }
  });
});

describe("study: waves far away", () => {
  it("have no days", () => {
    const wave: Wave = { id: "w1", after: span("99999999999 months"), window: [span("-1 week"), span("1 week")] };
    assert.deepEqual(overlappingWaves([wave, { ...wave, id: "w2" }]), []);
  });
});

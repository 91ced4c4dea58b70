// Deciding a large Delphi study in process: 500 statements, 1,000 panellists in two groups, three rounds, a rating missing now and then.
import { bundled } from "./bundled.mjs";
import { random } from "./generate.mjs";
import { median } from "./numbers.mjs";

const [STATEMENTS, PANELLISTS, ROUNDS] = [500, 1000, 3];

/** Milliseconds of processor time for the decisions of all rounds with their ledger after reading, the first time in a program and the median of later times, and for all that `decide` reports. */
export async function delphi(times = 9) {
  const { analyse, countRatings, decideStudy, readRatings, reportOnRatings } = await bundled(
    "delphi",
    `
      export { analyse } from "./server/analysis/engine.ts";
      export { countRatings } from "./server/delphi/countRatings.ts";
      export { decideStudy } from "./server/delphi/decideStudy.ts";
      export { readRatings } from "./server/delphi/readRatings.ts";
      export { reportOnRatings } from "./server/delphi/studyReport.ts";`,
  );
  const study = analyse(text()).delphi;
  const { ratings } = readRatings(study, table());
  const decide = () => decideStudy(study, new Map([...ratings.rounds.keys()].map((round) => [round, countRatings(study, ratings, round)])));
  const timed = (work) => {
    const before = process.cpuUsage();
    const made = work();
    const { user, system } = process.cpuUsage(before);
    return { took: (user + system) / 1000, made };
  };
  const decided = Array.from({ length: times }, () => timed(decide));
  const reported = Array.from({ length: 3 }, () => timed(() => reportOnRatings(study, ratings)).took);
  const decisions = decided[0].made.reduce((sum, { statements }) => sum + statements.size, 0);
  return {
    statements: STATEMENTS,
    panellists: PANELLISTS,
    rounds: ROUNDS,
    decisions,
    first: decided[0].took,
    later: median(decided.slice(1).map(({ took }) => took)),
    whole: median(reported),
  };
}

const ID = Array.from({ length: STATEMENTS }, (_, i) => `s${String(i + 1).padStart(3, "0")}`);

function text() {
  return `delphi: large
panel: {groups: {staff: {affected: true, target: 600, minimum: 100}, managers: {target: 400, minimum: 100}}, membership: exactly_one}
responses: {importance9: {from: 1, to: 9, bands: {low: [1, 3], middle: [4, 6], critical: [7, 9]}, unable: {code: UR}}}
statements:
  all:
    response: importance9
    items:
${ID.map((id, i) => `      ${id}: Statement ${i + 1}\n`).join("")}rounds:
  1: {mode: rating, opens: 2026-02-02, closes: 2026-02-23}
  2: {mode: rating, opens: 2026-03-16, closes: 2026-04-06, ask: all}
  3: {mode: rating, opens: 2026-05-04, closes: 2026-05-25, ask: all}
consensus:
  scope: each_group_and_pooled
  include: {all: [{percent_in: critical, at_least: 70}, {percent_in: low, below: 15}, {iqr: {at_most: 2, quantile: type7}}]}
  exclude: {all: [{percent_in: low, at_least: 70}, {percent_in: critical, below: 15}]}
  otherwise: carry
  minimum_rated: 8
decide_after: [1, 2, 3]
stability: {measure: percent_changed_band, below: 15}
undecided: report
`;
}

/** A column for each statement. */
function table() {
  const next = random(500);
  const rows = [];
  for (let round = 1; round <= ROUNDS; round++)
    for (let person = 0; person < PANELLISTS; person++) {
      const group = person < 600 ? "staff" : "managers";
      const ratings = ID.map((_, i) => {
        const chance = next();
        if (chance < 0.02) return chance < 0.01 ? "UR" : "";
        const middle = 2 + (i % 7);
        return String(Math.min(9, Math.max(1, Math.round(middle + (next() + next() - 1) * 4))));
      });
      rows.push([String(round), `p${person}`, group, ...ratings]);
    }
  return { header: ["round", "panellist", "group", ...ID], rows };
}

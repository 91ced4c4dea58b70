import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { analyse } from "../server/analysis/engine.ts";
import { countRatings } from "../server/delphi/countRatings.ts";
import { decideStudy } from "../server/delphi/decideStudy.ts";
import { readRatings } from "../server/delphi/readRatings.ts";
import type { Delphi } from "../server/model/delphi.ts";
import { randomNumbers } from "../server/number/randomNumbers.ts";

const SAMPLES = fileURLToPath(new URL("../samples/", import.meta.url));

/** The synthetic data beside the samples, each from its own seed: `node --import tsx test/drawSamples.ts` writes them. */
export function drawnSamples(): ReadonlyMap<string, string> {
  return new Map([
    ["jdr-core-set-ratings.csv", coreSet()],
    ["jdr-core-set-panel.csv", panel()],
    ["jdr-core-set-suggested.csv", SUGGESTED],
    ["appropriateness-ratings.csv", appropriateness()],
    ["link-worker-retention-answers.csv", linkWorkers()],
    ["new-starters-answers.csv", newStarters()],
  ]);
}

const csv = (rows: readonly (readonly (string | number)[])[]): string => rows.map((row) => `${row.join(",")}\n`).join("");
const study = (name: string): Delphi => {
  const { delphi } = analyse(readFileSync(`${SAMPLES}${name}`, "utf8"));
  if (!delphi) throw new Error(`${name} is no Delphi study`);
  return delphi;
};

/** How high people rate a statement on the whole, from 1 to 9, in each group, and how far apart they are. */
const OPINIONS: Readonly<Record<string, readonly [number, number, number]>> = {
  d01: [8.4, 8.2, 0.9],
  d02: [8.1, 7.9, 1],
  d03: [7.6, 7.2, 1.4],
  d04: [6.9, 6.2, 1.8],
  d05: [8.3, 7.6, 1],
  d06: [7.4, 5.6, 1.9],
  n01: [5.2, 4.8, 2],
  r01: [8.2, 8.1, 0.9],
  r02: [8.1, 8.3, 0.9],
  r03: [7.5, 7.1, 1.4],
  r04: [6.8, 7.2, 1.6],
  r05: [7.2, 7.4, 1.4],
  r06: [7.6, 7.8, 1.1],
  n02: [7.9, 6.4, 1.5],
  o01: [8.3, 8.1, 0.9],
  o02: [7, 7.6, 1.5],
  o03: [7.8, 8.2, 1.1],
  o04: [2.1, 2, 0.8],
  o05: [7.5, 8, 1.3],
};
const PEOPLE = [
  ...Array.from({ length: 40 }, (_, i) => ({ id: `F${String(i + 1).padStart(2, "0")}`, group: "frontline", place: 0 })),
  ...Array.from({ length: 20 }, (_, i) => ({ id: `M${String(i + 1).padStart(2, "0")}`, group: "managers", place: 1 })),
];

/** Sixty people, of whom fifty-odd stay; from round to round ratings draw nearer to what the group thinks. */
function coreSet(): string {
  const delphi = study("jdr-core-set.delphi.yaml");
  const chance = randomNumbers(20260202);
  const normal = () => Array.from({ length: 12 }, chance).reduce((sum, one) => sum + one, -6);
  const rows: (string | number)[][] = [["round", "panellist", "group", "statement", "rating"]];
  const held = new Map<string, number>();
  let asked = [...delphi.statements.ids()];
  let here = PEOPLE;
  for (const round of [1, 2, 3]) {
    if (round > 1) here = here.filter(() => chance() > 0.06);
    if (round === 3) asked = asked.filter((id) => !decidedBy(delphi, rows).has(id));
    for (const { id: person, group, place } of here)
      for (const id of asked) {
        if ((delphi.statements.get(id)?.introduced ?? 1) > round) continue;
        const [one = 5, two = 5, spread = 1] = OPINIONS[id] ?? [];
        const mean = place === 0 ? one : two;
        const before = held.get(`${person} ${id}`);
        const drawn = before === undefined ? mean + normal() * spread : before + (mean - before) * 0.35 + normal() * 0.35;
        const rating = Math.min(9, Math.max(1, Math.round(drawn)));
        held.set(`${person} ${id}`, rating);
        const left = chance();
        rows.push([round, person, group, id, left < 0.01 ? "UR" : left < 0.02 ? "" : rating]);
      }
  }
  return csv(rows);
}

function decidedBy(delphi: Delphi, [header = [], ...rows]: readonly (readonly (string | number)[])[]): ReadonlySet<string> {
  const read = readRatings(delphi, { header: header.map(String), rows: rows.map((row) => row.map(String)) });
  if ("wrong" in read) throw new Error(read.wrong);
  const counts = new Map([1, 2].map((round) => [round, countRatings(delphi, read.ratings, round)]));
  const after = decideStudy(delphi, counts).find(({ round }) => round === 2)?.statements ?? new Map();
  return new Set([...after].flatMap(([id, { decision }]) => (decision === "include" || decision === "exclude" ? [id] : [])));
}

const panel = (): string =>
  csv([["panellist", "group", "invited_from", "invited_to"], ...PEOPLE.map(({ id, group }) => [id, group, 1, 3])]);

const SUGGESTED = csv([
  ["id", "group", "text", "suggested_by"],
  ["n01", "demands", "Moving between sites in one day", 4],
  ["n02", "resources", "A place to rest during shifts", 7],
  ["n03", "outcomes", "Thoughts of a change of profession", 1],
]);

/** Eleven people; before they meet, two measures divide them. */
function appropriateness(): string {
  const delphi = study("appropriateness.delphi.yaml");
  const chance = randomNumbers(20260302);
  const opinions: Readonly<Record<string, readonly [number, number]>> = {
    t1: [7.8, 0.8],
    t2: [8.3, 0.7],
    t3: [7.2, 1.3],
    t4: [7.9, 0.9],
    p1: [7.4, 1],
    p2: [4.8, 1.4],
    p3: [8, 0.8],
    p4: [5, 2.6],
  };
  const rows: (string | number)[][] = [["round", "panellist", "group", "statement", "rating"]];
  for (const round of [1, 2])
    for (let person = 1; person <= 11; person++)
      for (const id of delphi.statements.ids()) {
        const [mean = 5, spread = 1] = opinions[id] ?? [];
        const drawn = mean + Array.from({ length: 12 }, chance).reduce((sum, one) => sum + one, -6) * (round === 1 ? spread : spread * 0.7);
        rows.push([round, `E${String(person).padStart(2, "0")}`, "experts", id, Math.min(9, Math.max(1, Math.round(drawn)))]);
      }
  return csv(rows);
}

/** 342 answers to the survey, of which about half agree to an interview. */
function linkWorkers(): string {
  const chance = randomNumbers(342);
  const among = <T>(choices: readonly T[]): T => choices[Math.floor(chance() * choices.length)] as T;
  const expected = Array.from({ length: 10 }, (_, i) => `expected_${i + 1}`);
  const actual = Array.from({ length: 10 }, (_, i) => `actual_${i + 1}`);
  const header = ["respondent_id", "take_part", "follow_up", "employed", "leave_past", "leave_next", "reasons"];
  const about = ["nation", "age_group", "gender"];
  const scale = ["se1", "se2", "se3", "se4", "se5", "se6"];
  const rows: (string | number)[][] = [[...header, ...about, ...scale, ...expected, ...actual]];
  for (let person = 1; person <= 342; person++) {
    const confidence = 2 + chance() * 4;
    const leaves = chance() < 0.45;
    const nation = chance() < 0.82 ? "england" : among(["scotland", "wales", "northern_ireland"]);
    rows.push([
      `R${String(person).padStart(3, "0")}`,
      "yes",
      chance() < 0.55 ? "yes" : "no",
      "yes",
      leaves ? "yes" : "no",
      leaves ? among(["yes", "no", "unsure"]) : among(["no", "no", "unsure"]),
      leaves ? among(["pay", "workload", "pay;workload", "support", "progression"]) : "",
      nation,
      among(["under_35", "from_35", "from_50"]),
      chance() < 0.78 ? "woman" : "man",
      ...scale.map(() => Math.min(6, Math.max(1, Math.round(confidence + (chance() - 0.5) * 2)))),
      ...expected.map(() => Math.floor(4 + chance() * 7)),
      ...actual.map(() => Math.floor(2 + chance() * 8)),
    ]);
  }
  return csv(rows);
}

/** The answers of 400 people at the start of a job, seven in ten of whom agree to the linkage. */
function newStarters(): string {
  const chance = randomNumbers(400);
  const items = ["wb1", "wb2", "wb3", "wb4", "wb5"];
  const rows: (string | number)[][] = [["participant", "take_part", "link_agreed", "start_date", "staff_number", "age", ...items]];
  const first = Date.UTC(2026, 0, 5);
  for (let person = 1; person <= 400; person++) {
    const linked = chance() < 0.7;
    const day = new Date(first + Math.floor(chance() * 180) * 86_400_000).toISOString().slice(0, 10);
    rows.push([
      `P${String(person).padStart(3, "0")}`,
      "yes",
      linked ? "yes" : "no",
      day,
      linked ? `S${String(100_000 + Math.floor(chance() * 899_999))}` : "",
      Math.floor(18 + (chance() + chance()) * 24),
      ...items.map(() => Math.floor(chance() * 5)),
    ]);
  }
  return csv(rows);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, text] of drawnSamples()) writeFileSync(`${SAMPLES}data/${name}`, text);

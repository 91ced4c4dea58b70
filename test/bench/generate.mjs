// Makes instruments of any size that are without findings: node generate.mjs. The same numbers give the same files each time.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Random numbers from 0 to 1 that are the same each time (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SITUATIONS = [
  "On a usual shift, I",
  "At my main place of work, I",
  "In my role as a link worker, I",
  "When the team is short, I",
  "In my own caseload, I",
];
const FEELINGS = [
  "have enough time to",
  "feel supported by my manager to",
  "am encouraged to",
  "have the training to",
  "am confident that I can",
  "am trusted to",
  "have the tools to",
];
const ACTS = [
  "meet the goals that I set",
  "remain calm when plans change",
  "take the breaks that are mine",
  "plan my caseload for the week",
  "talk about safety concerns",
  "turn down unsuitable referrals",
  "keep records up to date",
  "decide how I do my work",
  "learn new ways of imaging",
  "leave work behind in the evening",
  "support people with complex needs",
  "reach the people who need the service most",
];
const PLACES = ["", "", "", " at weekends", " in the first hour", " before noon", " with new colleagues", " in remote clinics"];
const NOTES = ["Adapted with permission; wording checked with public advisers.", "Asked in the first round.", "The codebook says more."];

const RESPONSES = {
  agree5: { low: 1, high: 5, labels: ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"] },
  true6: {
    low: 1,
    high: 6,
    labels: ["Not at all true", "Mostly not true", "Slightly untrue", "Slightly true", "Mostly true", "Completely true"],
  },
  often5: { low: 0, high: 4, labels: ["Never", "Rarely", "Sometimes", "Often", "Always"] },
  felt: { low: 0, high: 100 },
};
const SCORED = Object.keys(RESPONSES);

/** The content of an instrument with so many items: a fifth of them routed, four fifths scored, about eight items to a score. */
function contentOf(count, seed) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const scores = Array.from({ length: Math.max(2, Math.round(count / 8)) }, (_, i) => ({
    id: `domain_${i + 1}`,
    response: pick(SCORED),
    members: [],
  }));
  const digits = count > 9999 ? 5 : 4;
  const items = [];
  for (let i = 0; i < count; i++) {
    const kind = next();
    // A number makes each stem one of its own: items that ask the same are a finding.
    const item = {
      id: `q${String(i + 1).padStart(digits, "0")}`,
      text: `${pick(SITUATIONS)} ${pick(FEELINGS)} ${pick(ACTS)}${pick(PLACES)} (situation ${i + 1}).`,
    };
    if (kind < 0.8) {
      const score = pick(scores);
      item.response = score.response;
      item.reverse = next() < 0.25;
      item.require = next() < 0.7;
      item.range = RESPONSES[score.response];
      score.members.push(item);
    } else if (kind < 0.9) Object.assign(item, { response: "hours", require: next() < 0.5, range: { low: 0, high: 60 } });
    else Object.assign(item, { response: "words", require: false });
    // Follow-up questions are routed; what a routed answer counts in a score is for its author to say.
    if (i > 3 && kind >= 0.8) {
      const asked = items[Math.floor(next() * i)];
      const other = items[Math.floor(next() * i)];
      if (!asked.range) item.when = `answered(${asked.id})`;
      else if (next() < 0.5) item.when = `${asked.id} >= ${asked.range.low + 1}`;
      else item.when = `${asked.id} >= ${asked.range.low + 1} and answered(${other.id})`;
    }
    if (next() < 0.15) item.note = pick(NOTES);
    items.push(item);
  }
  for (const score of scores) score.method = next() < 0.7 ? "mean" : "sum";
  return { items, scores: scores.filter(({ members }) => members.length > 0) };
}

/** An instrument as text. `fault`: one item has a value that no schema allows. */
export function instrument(count, seed, { id = `inst-${count}`, fault = false } = {}) {
  const { items, scores } = contentOf(count, seed);
  const lines = [
    "# Scores are documented in the codebook.",
    `instrument: ${id}`,
    "title: Working lives of social prescribing link workers",
    `version: 1.${seed % 10}.0`,
    "language: en-GB",
    "authors: [A. Researcher, B. Analyst]",
    "licence: {name: CC0 1.0, spdx: CC0-1.0, permission: free}",
    "description: |",
    "  Cross-sectional survey of link workers: intention to leave in the past and next six months,",
    "  demographics, role experience. Mostly closed questions, with some free text.",
    "",
    "responses:",
  ];
  for (const [name, { low, labels }] of Object.entries(RESPONSES)) {
    if (!labels) continue;
    lines.push(`  ${name}:`, "    options:");
    for (const [i, label] of labels.entries()) lines.push(`      ${low + i}: ${label}`);
  }
  lines.push(
    "  felt: {type: vas, from: 0, to: 100, step: 1, anchors: {0: Not at all, 100: Completely}}",
    "  hours: {type: integer, min: 0, max: 60, unit: hours}",
    "  words: {type: text}",
    "",
    "sections:",
  );
  const wrong = fault ? items[Math.floor(items.length / 2)] : undefined;
  items.forEach((item, i) => {
    if (i % 25 === 0) lines.push(`  # block ${i / 25 + 1}`, `  block_${i / 25 + 1}:`, `    title: Block ${i / 25 + 1}`, "    items:");
    lines.push(`      ${item.id}:`);
    if (item.text.length > 110) {
      const cut = item.text.lastIndexOf(" ", 90);
      lines.push("        text: >-", `          ${item.text.slice(0, cut)}`, `          ${item.text.slice(cut + 1)}`);
    } else lines.push(`        text: ${item.text}`);
    lines.push(`        response: ${item.response}`);
    if (item.reverse) lines.push("        reverse: true");
    lines.push(`        require: ${item === wrong ? "truly" : item.require}`);
    if (item.when) lines.push(`        when: ${item.when}`);
    if (item.note) lines.push(`        note: ${item.note}`);
  });
  lines.push("", "scores:");
  for (const { id: name, members, method, response } of scores) {
    const { low, high } = RESPONSES[response];
    const times = method === "sum" ? members.length : 1;
    const [from, to] = [low * times, high * times];
    const third = (part) => from + Math.ceil(((to - from) * part) / 3);
    lines.push(`  ${name}:`, `    label: ${name.replace("_", " ").replace("d", "D")}`);
    if (members.length <= 8) lines.push(`    items: [${members.map((item) => item.id).join(", ")}]`);
    else lines.push("    items:", ...members.map((item) => `      - ${item.id}`));
    if (members.length > 1) lines.push(`    method: ${method}`);
    lines.push(`    missing: {need: ${Math.max(1, Math.ceil(members.length * 0.8))}${method === "sum" ? ", fill: person_mean" : ""}}`);
    lines.push(
      `    range: [${from}, ${to}]`,
      "    higher: more of it",
      "    bands:",
      `      low: ${from}`,
      `      moderate: ${third(1)}`,
      `      high: ${third(2)}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** Looked for like everything else, and not shown: made-up items cannot read well. */
const SILENCED = [
  "free-text-may-identify",
  "hard-to-read-stem",
  "long-stem",
  "no-reference-period",
  "single-polarity-scale",
  "straight-line-score",
  "untested-score",
  "unused-response",
];

/** Writes the files of all measures into a folder: one for each size, and a folder of 1,000 of the usual size, of which each 20th has a fault. */
export function generate(folder, sizes = [20, 200, 2000, 10000], files = 1000) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "files"), { recursive: true });
  writeFileSync(join(folder, "scalewright.config.yaml"), `severities:\n${SILENCED.map((code) => `  ${code}: off\n`).join("")}`);
  for (const size of sizes) writeFileSync(join(folder, `inst-${size}.instrument.yaml`), instrument(size, 1000 + size));
  for (let i = 1; i <= files; i++) {
    const id = `inst-${String(i).padStart(4, "0")}`;
    writeFileSync(
      join(folder, "files", `${id}.instrument.yaml`),
      instrument(20 + Math.floor(random(i)() * 41), 5000 + i, { id, fault: i % 20 === 0 }),
    );
  }
}

if (process.argv[1] === import.meta.filename) generate(join(import.meta.dirname, "made"));

// Scoring a large data file, CSV to CSV: 36 items, six scores, against R's psych where R is installed.
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./batch.mjs";
import { random } from "./generate.mjs";

const made = join(import.meta.dirname, "made");
const ITEMS = Array.from({ length: 36 }, (_, i) => `q${String(i + 1).padStart(2, "0")}`);
const [instrumentFile, dataFile, scoresFile] = ["scored.instrument.yaml", "answers.csv", "scores.csv"].map((name) => join(made, name));

/** Six scores of six items, a quarter of them reverse-keyed, one of six answers may be missing. */
async function makeFiles(rows) {
  const lines = ["instrument: scored", "title: Scored", "version: 1.0.0", "language: en", "responses:"];
  lines.push(
    "  agree5:",
    "    options: {1: Never, 2: Rarely, 3: Sometimes, 4: Often, 5: Always}",
    "sections:",
    "  all:",
    "    response: agree5",
    "    items:",
  );
  for (const [i, id] of ITEMS.entries()) lines.push(`      ${id}: {text: Statement ${i + 1}${i % 4 === 3 ? ", reverse: true" : ""}}`);
  lines.push("scores:");
  for (let i = 0; i < 6; i++) lines.push(`  s${i + 1}: {items: [${ITEMS[i * 6]}..${ITEMS[i * 6 + 5]}], method: mean, missing: {need: 5}}`);
  writeFileSync(instrumentFile, `${lines.join("\n")}\n`);
  const next = random(36);
  const out = createWriteStream(dataFile);
  out.write(`id,${ITEMS.join(",")}\n`);
  let block = "";
  for (let row = 1; row <= rows; row++) {
    block += `${row}`;
    for (let i = 0; i < ITEMS.length; i++) block += next() < 0.03 ? "," : `,${1 + Math.floor(next() * 5)}`;
    block += "\n";
    if (block.length > 1 << 20) {
      if (!out.write(block)) await once(out, "drain");
      block = "";
    }
  }
  out.end(block);
  await once(out, "finish");
}

/** Seconds, processor seconds, peak MiB and megabytes a second; `psych`: the same by R, or why there is none. */
export async function scoring(rows) {
  await makeFiles(rows);
  const megabytes = statSync(dataFile).size / 1e6;
  const ours = run([process.execPath, join("..", "..", "dist", "cli.js"), "score", instrumentFile, dataFile, "-q", "-o", scoresFile]);
  if (ours.status !== 0 || !existsSync(scoresFile)) throw new Error("the data could not be scored");
  return { rows, megabytes, ...ours, speed: megabytes / ours.wall, psych: withPsych() };
}

/** The highest code of each item of the RAND 36-Item Health Survey. */
const RAND36 = [5, 5, ...Array(10).fill(3), ...Array(7).fill(2), 5, 6, 5, ...Array(9).fill(6), 5, 5, 5, 5, 5];

/** The same with the published key of the RAND-36: recodes, and sixteen scores that are means of what is answered. */
export async function rand36(rows) {
  const data = join(made, "rand36.csv");
  const next = random(3636);
  const out = createWriteStream(data);
  out.write(`respondent_id,${RAND36.map((_, i) => `r36_${String(i + 1).padStart(2, "0")}`).join(",")}\n`);
  let block = "";
  for (let row = 1; row <= rows; row++) {
    block += `R${row}${RAND36.map((top) => (next() < 0.03 ? "," : `,${1 + Math.floor(next() * top)}`)).join("")}\n`;
    if (block.length < 1 << 20) continue;
    if (!out.write(block)) await once(out, "drain");
    block = "";
  }
  out.end(block);
  await once(out, "finish");
  const megabytes = statSync(data).size / 1e6;
  const key = join("..", "scoring", "rand36", "rand36.instrument.yaml");
  const ours = run([process.execPath, join("..", "..", "dist", "cli.js"), "score", key, data, "-q", "-o", scoresFile]);
  if (ours.status !== 0) throw new Error("the data could not be scored");
  return { rows, megabytes, ...ours, speed: megabytes / ours.wall };
}

function withPsych() {
  const probe = spawnSync("Rscript", ["-e", 'stopifnot(requireNamespace("psych"))'], { stdio: "ignore" });
  if (probe.status !== 0) return "not run: R with the package psych is not installed";
  const keys = Array.from({ length: 6 }, (_, i) => ITEMS.slice(i * 6, i * 6 + 6).map((id, j) => ((i * 6 + j) % 4 === 3 ? `-${id}` : id)));
  const list = keys.map((ids, i) => `s${i + 1}=c(${ids.map((id) => `"${id}"`).join(",")})`).join(",");
  const code = `d <- read.csv("${dataFile}"); s <- psych::scoreItems(list(${list}), d[-1], min=1, max=5, impute="none"); write.csv(s$scores, "${join(made, "psych.csv")}")`;
  return run(["Rscript", "-e", code]);
}

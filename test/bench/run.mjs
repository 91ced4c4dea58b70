// `npm run bench`: installs the peers here, measures Scalewright beside them, prints the table and writes it to results.md.
// -- --rounds=3 --sizes=20,200,2000,10000 --only=lsp,typing,harder,batch,cold,parse,ranges,delphi,scoring,preview --rows=1000000
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const here = import.meta.dirname;
const root = join(here, "..", "..");
const { values: flags } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    sizes: { type: "string", default: "20,200,2000,10000" },
    only: { type: "string", default: "lsp,typing,harder,batch,cold,parse,ranges,delphi,scoring,preview" },
    rows: { type: "string", default: "1000000" },
    count: { type: "string", default: "11" },
  },
});
const rounds = Number(flags.rounds);
const sizes = flags.sizes.split(",").map(Number);
const only = new Set(flags.only.split(","));

if (!existsSync(join(here, "node_modules", "yaml-language-server")))
  must("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], here);
must(process.execPath, ["esbuild.mjs", "--production"], root);
const { generate } = await import("./generate.mjs");
const made = join(here, "made");
generate(made, sizes);

const { median, quantile, ratio, shown } = await import("./numbers.mjs");
const lines = [];
const print = (line) => {
  console.log(line);
  lines.push(line);
  writeFileSync(join(here, "results.md"), `${lines.join("\n")}\n`);
};
const row = (...cells) => print(`| ${cells.join(" | ")} |`);
const head = (...cells) => {
  row(...cells);
  row(...cells.map((_, i) => (i === 0 ? "---" : "---:")));
};

/** What is measured, its name, its unit, and which part of the values is shown. */
const MEASURES = [
  ["start", "start to first findings", "ms", 0.5],
  ["open", "open to first findings", "ms", 0.5],
  ["openAll", "open to all findings", "ms", 0.5],
  ["edit", "edit to findings", "ms", 0.5],
  ["edit", "edit to findings, p95", "ms", 0.95],
  ["editCpu", "processor time of an edit", "ms", 0.5],
  ["editScored", "edit that a score rests on", "ms", 0.5],
  ["editScoredCpu", "its processor time", "ms", 0.5],
  ["structure", "new item, deleted item", "ms", 0.5],
  ["completion", "completion right after an edit", "ms", 0.5],
  ["completion", "the same, p95", "ms", 0.95],
  ["hover", "hover", "ms", 0.5],
  ["outline", "outline right after an edit", "ms", 0.5],
  ["symbols", "entries of the outline", "", 0.5],
  ["memoryOpen", "most memory, after open", "MiB", 0.5],
  ["memoryAll", "most memory, after all", "MiB", 0.5],
];

print("# Scalewright beside what one would use instead");
print("");
print(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} processors (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} GiB.`,
);
print(
  "Medians; the programs took turns in the same run, on the same files and with the same schema. Ratios hold on other machines, times do not.",
);

if (only.has("lsp") || only.has("typing")) await measureServers();
if (only.has("harder")) await measureHarder();
if (only.has("batch")) await measureBatch(false);
if (only.has("cold")) await measureBatch(true);
if (only.has("parse")) await measureParse();
if (only.has("ranges")) await measureRanges();
if (only.has("delphi")) await measureDelphi();
if (only.has("scoring")) await measureScoring();
if (only.has("preview")) await measurePreview();

async function measureServers() {
  const { OURS, PEER, PEER_AT_ONCE, servers } = await import("./servers.mjs");
  const { session } = await import("./lsp.mjs");
  const { typing } = await import("./typing.mjs");
  const names = Object.keys(servers);
  print("\n## Language server\n");
  print(`\`${PEER}\` waits 200 ms before it looks at an edit; beside it stands the same server with that wait taken out.\n`);
  print(
    "Scalewright keeps V8's code of itself from its first start on, as it does for its users: all rounds but the first begin with it.\n",
  );
  head("measure", "items", OURS, PEER, "without its wait", "times", "times without its wait");
  for (const size of only.has("lsp") ? sizes : []) {
    const all = Object.fromEntries(names.map((name) => [name, {}]));
    for (let round = 0; round < rounds; round++)
      for (const name of names) {
        const found = await session(name, size, { count: Number(flags.count), seed: round + 1 });
        if (found.error) console.error(`${name} with ${size} items: ${found.error}`);
        for (const [measure, values] of Object.entries(found))
          if (Array.isArray(values)) all[name][measure] = [...(all[name][measure] ?? []), ...values];
      }
    for (const [measure, title, unit, part] of MEASURES) {
      const [ours, peer, atOnce] = [OURS, PEER, PEER_AT_ONCE].map((name) =>
        all[name][measure] ? quantile(all[name][measure], part) : undefined,
      );
      row(
        title,
        size,
        shown(ours, unit),
        shown(peer, unit),
        shown(atOnce, unit),
        unit === "" ? "" : ratio(ours, peer),
        unit === "" ? "" : ratio(ours, atOnce),
      );
    }
  }
  if (!only.has("typing")) return;
  print("\n### Typing 24 characters, one each 100 ms, with completion at each\n");
  head("server", "items", "answered in time", "completion, median", "completion, p95", "last character to findings", "processor time");
  for (const size of [20, 2000].filter((one) => sizes.includes(one)))
    for (const name of names) {
      const { answered, times, lag, cpu } = await typing(name, size);
      const p = (part) => (times.length > 0 ? quantile(times, part) : undefined);
      row(name, size, `${answered} of 24`, shown(p(0.5), "ms"), shown(p(0.95), "ms"), shown(lag, "ms"), shown(cpu, "ms"));
    }
}

async function measureHarder() {
  const { servers } = await import("./servers.mjs");
  const { DOCUMENTS, formatting, harder } = await import("./harder.mjs");
  const names = Object.keys(servers);
  print("\n## What is harder to read, and laying out\n");
  head("document", "measure", ...names, "times", "times without its wait");
  const compare = (document, measure, all) =>
    row(document, measure, ...all.map((time) => shown(time, "ms")), ...all.slice(1).map((time) => ratio(all[0], time)));
  for (const document of Object.keys(DOCUMENTS)) {
    const all = names.map(() => ({ open: [], hover: [], edit: [] }));
    for (let round = 0; round < rounds; round++)
      for (const [i, name] of names.entries()) {
        const { open, hover, edit, error } = await harder(name, document);
        if (error) console.error(`${name}, ${document}: ${error}`);
        all[i].edit.push(...edit);
        if (open) all[i].open.push(open);
        if (hover) all[i].hover.push(hover);
      }
    const of = (measure) => all.map((one) => (one[measure].length > 0 ? median(one[measure]) : undefined));
    compare(document, "open to first findings", of("open"));
    compare(document, "a hover asked for at once", of("hover"));
    compare(document, "edit to findings", of("edit"));
  }
  for (const isLaidOut of [true, false]) {
    const all = names.map(() => []);
    for (let round = 0; round < rounds; round++)
      for (const [i, name] of names.entries()) all[i].push(await formatting(name, 4000, isLaidOut));
    compare(isLaidOut ? "4,000 items, laid out" : "4,000 items, each line indented twice as far", "formatting", all.map(median));
  }
}

async function measureBatch(one) {
  const { forget, programs, run } = await import("./batch.mjs");
  const count = one ? 1 : readdirSync(join(made, "files")).length;
  print(one ? "\n## One file, cold\n" : `\n## Checking ${count.toLocaleString("en")} files\n`);
  head("program", "time", "processor time", "memory", one ? "lines printed" : "files a second", "times as fast is scalewright");
  forget();
  const all = {};
  for (let round = 0; round < (one ? rounds * 3 : rounds); round++)
    for (const [name, command] of Object.entries(programs(one))) {
      if (name.endsWith("nothing changed") && round === 0) run(command);
      all[name] = [...(all[name] ?? []), run(command)];
    }
  forget();
  const of = (name, key) => median(all[name].map((each) => each[key]));
  for (const name of Object.keys(all)) {
    const wall = of(name, "wall");
    const last = one ? of(name, "lines") : Math.round(count / wall);
    row(
      name,
      shown(wall, "s"),
      shown(of(name, "cpu"), "s"),
      shown(of(name, "memory"), "MiB"),
      last,
      ratio(of("scalewright", "wall"), wall),
    );
  }
}

async function measureParse() {
  const { parse } = await import("./parse.mjs");
  print("\n## Reading the text, with positions\n");
  head("items", "scalewright", "yaml.parseDocument", "times", "of all parts read fast");
  for (const size of sizes) {
    const { ours, theirs, share, megabytes } = await parse(size);
    row(
      size,
      `${shown(ours, "ms")} (${shown(ours / megabytes, "ms/MB")})`,
      `${shown(theirs, "ms")} (${shown(theirs / megabytes, "ms/MB")})`,
      ratio(ours, theirs),
      `${(share * 100).toFixed(1)} %`,
    );
  }
}

async function measureRanges() {
  const { ranges } = await import("./ranges.mjs");
  const { items, scales, exact, first, later } = await ranges();
  print(`\n## Proving the ranges of ${scales} overlapping scales of ${items} items, with witnesses\n`);
  head("", "first time in a program", "later, median", "exact, with witnesses for both ends");
  row("scalewright", shown(first, "ms"), shown(later, "ms"), `${exact} of ${scales}`);
}

async function measureDelphi() {
  const { delphi } = await import("./delphi.mjs");
  const { statements, panellists, rounds: asked, decisions, first, later, whole } = await delphi();
  print(
    `\n## Deciding ${statements} statements by ${panellists.toLocaleString("en")} panellists in ${asked} rounds, in process, after reading\n`,
  );
  head("", "first time in a program", "later, median", "with stability and sensitivity", "decisions");
  row("scalewright", shown(first, "ms"), shown(later, "ms"), shown(whole, "ms"), decisions);
}

async function measureScoring() {
  const { rand36, scoring } = await import("./scoring.mjs");
  const { rows, megabytes, wall, cpu, memory, speed, psych } = await scoring(Number(flags.rows));
  print(`\n## Scoring ${rows.toLocaleString("en")} rows of 36 items, CSV to CSV (${megabytes.toFixed(0)} MB)\n`);
  head("program", "time", "processor time", "memory", "megabytes a second");
  row("scalewright", shown(wall, "s"), shown(cpu, "s"), shown(memory, "MiB"), shown(speed, "MB/s"));
  if (typeof psych === "string") row("R psych", psych, "", "", "");
  else row("R psych", shown(psych.wall, "s"), shown(psych.cpu, "s"), shown(psych.memory, "MiB"), shown(megabytes / psych.wall, "MB/s"));
  const published = await rand36(Number(flags.rows));
  print(`\n## The same by the published key of the RAND-36: 16 scores (${published.megabytes.toFixed(0)} MB)\n`);
  head("program", "time", "processor time", "memory", "megabytes a second");
  row("scalewright", shown(published.wall, "s"), shown(published.cpu, "s"), shown(published.memory, "MiB"), shown(published.speed, "MB/s"));
}

async function measurePreview() {
  const { preview } = await import("./preview.mjs");
  const { found, page } = await preview();
  print("\n## Making the preview, after the analysis\n");
  head("items", "mode", "first time in a program", "later, median", "p95");
  for (const { size, modes } of found)
    for (const { mode, first, median: later, p95 } of modes) row(size, mode, shown(first, "ms"), shown(later, "ms"), shown(p95, "ms"));
  print(`\nThe page of the link-worker sample, with its styles: ${(page / 1000).toFixed(1)} kB.`);
  const { keyToPreview } = await import("./editor.mjs");
  const { where, modes } = keyToPreview();
  print(`\n### From a key to the preview of 340 items, ${where}\n`);
  head("mode", "median", "p95", "behind ten keys, one each 100 ms");
  for (const { mode, median: middle, p95, behind } of modes) row(mode, shown(middle, "ms"), shown(p95, "ms"), shown(behind, "ms"));
}

function must(command, args, cwd) {
  const { status } = spawnSync(command, args, {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32" && command === "npm",
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed`);
}

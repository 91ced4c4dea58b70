import type { Arguments } from "../arguments.ts";
import { type Command, HELP, OUT, QUIET } from "../command.ts";
import { type OpenedData, openData } from "../data/open-data.ts";
import { overwritten } from "../files/overwritten.ts";
import { nearest } from "../nearest.ts";
import { type EarlyThreads, earlyThreads } from "../score/early-threads.ts";
import { type LoadedInstrument, loadInstrument } from "../score/load-instrument.ts";
import { scoreOptions } from "../score/score-options.ts";
import { refuse, type World } from "../world.ts";

export const score: Command = {
  usage: "FILE DATA [options]",
  about: [
    "Scores data with an instrument. DATA is a CSV file (comma, semicolon or tab), an .xlsx file, an .sav file where its reader is installed, or - for " +
      "standard input. Columns are named like the items; every other column is kept.",
    "A score that has an error, or rests on one, is left out; its findings are printed and the exit code is 1.",
  ],
  options: [
    OUT,
    QUIET,
    { name: "map", value: "MAP.csv", summary: "columns that are named otherwise: a file with the columns column and item" },
    { name: "labels", summary: "the data hold the labels of options instead of their codes" },
    { name: "na", value: "WORDS", repeat: true, summary: "further spellings of a blank cell, joined by commas" },
    { name: "decimal", value: "MARK", choices: [".", ","], summary: "the decimal mark; a comma where semicolons separate, else a point" },
    { name: "keep-items", summary: "keep the columns of the items too" },
    { name: "helpers", summary: "write the helper scores too" },
    { name: "status", summary: "add why each score is there or not: ok, too_few, not_applicable, not_asked, out_of_range" },
    { name: "groups", value: "OUT.csv", summary: "write the scores of groups" },
    { name: "summary", summary: "print n, missing, minimum, maximum, mean, sd, alpha and item-total correlations of each score" },
    { name: "trace", value: "SCORE", summary: "show how SCORE comes about for one person, step by step" },
    { name: "row", value: "VALUE", summary: "the person to trace, by the value in the id column" },
    { name: "id", value: "COLUMN", summary: "the id column; by default the first that is no item" },
    { name: "data-report", value: "FILE", summary: "write every finding on the data to FILE" },
    {
      name: "engine",
      value: "NAME",
      choices: ["own", "duckdb"],
      summary: "duckdb scores a CSV or Parquet file as SQL; it is installed beside: npm install @duckdb/node-api",
    },
    { name: "print-sql", summary: "with --engine duckdb: print the SQL instead of running it" },
    {
      name: "threads",
      value: "N",
      whole: true,
      summary: "how many threads score a large file; by default as many as there are processors, where enough is left to score",
    },
    HELP,
  ],
  examples: [
    { says: "scores beside the columns that are no items", line: "score phq9.instrument.yaml answers.csv -o scores.csv" },
    { says: "how one person came to a score", line: "score phq9.instrument.yaml answers.csv --trace total --row R017" },
    { says: "is every item keyed as it should be?", line: "score phq9.instrument.yaml answers.csv --summary" },
  ],
  run: async (given, world) => {
    const [file, dataFile, ...more] = given.operands;
    if (dataFile === undefined || more.length > 0)
      return refuse(world, "score needs an instrument and one data file\nSee: scalewright score --help");
    if (file === "-" && dataFile === "-") return refuse(world, "only one of the two can be read from standard input");
    if (given.text("out") === "-" && given.flag("summary"))
      return refuse(world, "the scores and the summary cannot both go to standard output: name a file with -o");
    const results = ["out", "groups", "data-report"].map((name) => given.text(name));
    const clash = overwritten([file, dataFile, given.text("map")], results, world.cwd);
    if (clash !== undefined) return refuse(world, clash);
    if (given.text("engine") !== "duckdb" && given.flag("print-sql")) return refuse(world, "--print-sql needs --engine duckdb");
    const early = given.text("engine") === "duckdb" ? undefined : earlyThreads(given, dataFile, world);
    try {
      return await scoreFiles(given, world, early);
    } finally {
      early?.dismiss();
    }
  },
};

async function scoreFiles(given: Arguments, world: World, early: EarlyThreads | undefined): Promise<number> {
  const [file, dataFile = ""] = given.operands;
  const instrument = await loadInstrument(file, world);
  if ("wrong" in instrument) return refuse(world, instrument.wrong);
  if (early === undefined) {
    const { scoreWithDuckDb } = await import("../score/score-with-duckdb.ts");
    return await scoreWithDuckDb(given, instrument.loaded, dataFile, world);
  }
  const opened = await openData(dataFile, world);
  if ("wrong" in opened) return refuse(world, opened.wrong);
  try {
    return await scoreData(given, world, instrument.loaded, opened.data, early);
  } finally {
    opened.data.close();
  }
}

async function scoreData(given: Arguments, world: World, loaded: LoadedInstrument, data: OpenedData, early: EarlyThreads): Promise<number> {
  const read = scoreOptions(given, world, loaded.compiled.instrument, data.stream);
  if ("wrong" in read) return refuse(world, read.wrong);
  const { options } = read;
  const traced = given.text("trace");
  if (traced === undefined && given.text("row") !== undefined) return refuse(world, "--row needs --trace SCORE");
  if (traced !== undefined) {
    const scores = loaded.compiled.order;
    const near = nearest(traced, scores);
    const hint = near === undefined ? `; known are ${scores.join(", ")}` : `; did you mean "${near}"?`;
    if (!scores.includes(traced)) return refuse(world, `no score of a person is named "${traced}"${hint}`);
    const row = given.text("row");
    if (row === undefined) return refuse(world, "--trace needs --row VALUE: the person to show");
    const { traceRow } = await import("../score/trace-row.ts");
    return traceRow({ score: traced, row, id: given.text("id") }, loaded, data, options, world, given.text("out"));
  }
  const { scoreFile } = await import("../score/score-file.ts");
  return await scoreFile(given, loaded, data, options, world, early);
}

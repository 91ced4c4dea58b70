import type { Gap } from "../../delphi/ledger.ts";
import type { RatingsFinding } from "../../delphi/ratingsTable.ts";
import { type ReadCounts, readCounts } from "../../delphi/readCounts.ts";
import { type ReadRatings, readRatings } from "../../delphi/readRatings.ts";
import { reportOnCounts, reportOnRatings, type StudyReport } from "../../delphi/studyReport.ts";
import type { Arguments } from "../arguments.ts";
import { dataFindings } from "../data/data-findings.ts";
import { writeResult } from "../files/write-result.ts";
import { printConcise } from "../print/concise.ts";
import { makeReport } from "../print/report.ts";
import { EXIT, refuse, type World } from "../world.ts";
import { type LoadedStudy, loadStudy } from "./load-study.ts";
import { printDecisionsCsv } from "./print-decisions-csv.ts";
import { printDecisionsHtml } from "./print-decisions-html.ts";
import { printDecisionsJson } from "./print-decisions-json.ts";
import { printDecisionsText } from "./print-decisions-text.ts";
import { type ReadTable, readTable } from "./read-table.ts";

export const FORMATS: Readonly<Record<string, (report: StudyReport) => string>> = {
  text: printDecisionsText,
  json: printDecisionsJson,
  csv: printDecisionsCsv,
  html: printDecisionsHtml,
};

/** `delphi decide STUDY RATINGS`. Exit 1 where the study or the data have errors; what can be decided is written all the same. */
export async function decide([file, data, ...more]: readonly string[], given: Arguments, world: World): Promise<number> {
  if (data === undefined || more.length > 0)
    return refuse(world, "delphi decide needs a study and one file of ratings\nSee: scalewright delphi --help");
  if (file === "-" && data === "-") return refuse(world, "only one of the two can be read from standard input");
  const out = given.text("out");
  if (out !== undefined && (out === data || out === file || out === given.text("panel")))
    return refuse(world, `"${out}" is read and would be overwritten`);
  const study = await loadStudy(file, world);
  if ("wrong" in study) return refuse(world, study.wrong);
  const found = await reportFrom(study.loaded, data, given, world);
  if ("wrong" in found) return refuse(world, found.wrong);
  const print = FORMATS[given.text("format") ?? "text"] ?? printDecisionsText;
  const wrong = writeResult(print(found.report), out, world);
  if (wrong !== undefined) return refuse(world, wrong);
  return found.errors + showErrors(study.loaded, world) > 0 ? EXIT.findings : EXIT.fine;
}

export type Reported =
  | { readonly report: StudyReport; readonly ratings?: ReadRatings["ratings"]; readonly errors: number }
  | { readonly wrong: string };

/** Reads ratings or counts and works out what they say; findings on the data are shown. */
export async function reportFrom({ study }: LoadedStudy, data: string, given: Arguments, world: World): Promise<Reported> {
  const read = await readTable(data, world);
  if ("wrong" in read) return read;
  const panelFile = given.text("panel");
  const panel = panelFile === undefined ? undefined : await readTable(panelFile, world);
  if (panel && "wrong" in panel) return panel;
  if (given.flag("counts")) {
    const counts: ReadCounts | { readonly wrong: string } = readCounts(study, read.table);
    if ("wrong" in counts) return { wrong: `${data}: ${counts.wrong}` };
    return { report: reportOnCounts(study, counts.groups, counts.counts), errors: showFindings(counts.findings, read.table, world) };
  }
  const ratings = readRatings(study, read.table, panel?.table);
  if ("wrong" in ratings) return { wrong: `${data}: ${ratings.wrong}` };
  const report = reportOnRatings(study, ratings.ratings);
  return {
    report,
    ratings: ratings.ratings,
    errors: showFindings([...ratings.findings, ...report.gaps.map(gapFinding)], read.table, world),
  };
}

function gapFinding({ statement, from, to, kind }: Gap): RatingsFinding {
  const message =
    kind === "not asked"
      ? `"${statement}" was neither included nor excluded after round ${from}, and was not asked in round ${to}`
      : `"${statement}" was decided after round ${from}, and was asked again in round ${to}`;
  return { code: "ledger-unbalanced", severity: "warning", message };
}

/** Shows findings on a table; gives the number of errors. */
export function showFindings(found: readonly RatingsFinding[], table: ReadTable, world: World): number {
  const findings = dataFindings(table.file, world, undefined);
  if ("failed" in findings) return found.length;
  for (const { row, ...finding } of found) findings.add({ ...finding, line: row === undefined ? undefined : table.lines[row] });
  findings.finish();
  return findings.errors;
}

/** The errors of the study itself, which may make its decisions another matter than it meant. */
export function showErrors({ document, problems }: LoadedStudy, world: World): number {
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) world.err.write(printConcise(makeReport([{ file: document.file, text: document.text, problems: errors }])));
  return errors.length;
}

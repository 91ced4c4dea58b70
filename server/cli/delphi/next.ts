import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Engine } from "../../analysis/engine.ts";
import { countRatings } from "../../delphi/countRatings.ts";
import { roundFeedback, SMALLEST_SHOWN } from "../../delphi/feedback.ts";
import { askedIn, type NextRound, nextRound, type Suggestion } from "../../delphi/nextRound.ts";
import type { Ratings } from "../../delphi/ratings.ts";
import { readSuggestions } from "../../delphi/readSuggestions.ts";
import type { Delphi } from "../../model/delphi.ts";
import type { Arguments } from "../arguments.ts";
import { applyEdits } from "../check/apply-fixes.ts";
import { hostOf } from "../check/read-documents.ts";
import { unifiedDiff } from "../diff-lines.ts";
import { writeOutput } from "../files/output-file.ts";
import { systemReason } from "../files/read-file.ts";
import { writeResult } from "../files/write-result.ts";
import { EXIT, refuse, type World } from "../world.ts";
import { reportFrom, showErrors, showFindings } from "./decide.ts";
import { type LoadedStudy, loadStudy } from "./load-study.ts";
import { printGroupRatings, printOwnRatings, printSheets } from "./print-feedback.ts";
import { readTable } from "./read-table.ts";

/** `delphi next STUDY RATINGS`: writes what the last round with ratings decided into the study, and what the panel sees of it. */
export async function next([file, data, ...more]: readonly string[], given: Arguments, world: World): Promise<number> {
  if (file === "-") return refuse(world, 'delphi next writes into the file of the study, which cannot come through standard input ("-")');
  if (data === undefined || more.length > 0)
    return refuse(world, "delphi next needs the file of a study and one file of ratings\nSee: scalewright delphi --help");
  if (given.flag("counts")) return refuse(world, "delphi next needs the ratings of each panellist, not counts");
  const study = await loadStudy(file, world);
  if ("wrong" in study) return refuse(world, study.wrong);
  const { loaded } = study;
  // A rule that is at fault must not be written into the study as decisions.
  if (showErrors(loaded, world) > 0) return stopAt("the study", world);
  const found = await reportFrom(loaded, data, given, world);
  if ("wrong" in found) return refuse(world, found.wrong);
  const suggested = await suggestionsFrom(loaded.study, given, world);
  if ("wrong" in suggested) return refuse(world, suggested.wrong);
  const gaps = found.report.gaps.filter(({ kind }) => kind === "not asked");
  if (found.errors + suggested.errors + gaps.length > 0 || !found.ratings) return stopAt("the data", world);
  const after = Math.max(...found.ratings.rounds.keys());
  if (!Number.isFinite(after)) return refuse(world, `"${data}" has no ratings`);
  const outcomes = found.report.rounds.find(({ round }) => round === after)?.statements ?? new Map();
  const made = nextRound(loaded.study, after, outcomes, suggested.suggestions);
  const written = write(loaded, made, given, world);
  if ("wrong" in written) return refuse(world, written.wrong);
  const wrong = given.flag("diff") ? undefined : writeFeedback(written.study, found.ratings, made, given, world);
  return wrong === undefined ? EXIT.fine : refuse(world, wrong);
}

function stopAt(what: string, world: World): number {
  refuse(world, `nothing was written: mend the errors of ${what} first`);
  return EXIT.findings;
}

async function suggestionsFrom(
  study: Delphi,
  given: Arguments,
  world: World,
): Promise<{ readonly suggestions: readonly Suggestion[]; readonly errors: number } | { readonly wrong: string }> {
  const file = given.text("suggested");
  if (file === undefined) return { suggestions: [], errors: 0 };
  const table = await readTable(file, world);
  if ("wrong" in table) return table;
  const read = readSuggestions(study, table.table);
  if ("wrong" in read) return { wrong: `${file}: ${read.wrong}` };
  return { suggestions: read.suggestions, errors: showFindings(read.findings, table.table, world) };
}

/** Writes the study, whole or not at all, where anything changes; gives the study as it is then. */
function write(
  { document, study, range }: LoadedStudy,
  made: NextRound,
  given: Arguments,
  world: World,
): { readonly study: Delphi } | { readonly wrong: string } {
  const edits = made.edits.map(({ at, newText }) => ({ range: range(at), newText }));
  const text = applyEdits(document.text, edits);
  const { analysis } = new Engine(text, hostOf(document, world.cwd));
  const broken = analysis.problems.filter(({ severity }) => severity === "error");
  // What this writes is read again before it is kept: a study must never come out of it broken.
  if (!analysis.delphi || broken.length > 0)
    throw new Error(`the next round could not be written: ${broken[0]?.message ?? "the study cannot be read"}`);
  if (given.flag("diff")) {
    world.out.write(unifiedDiff(document.text, text, document.file));
    return { study: analysis.delphi };
  }
  const target = given.text("out") ?? document.absolute;
  if (target === undefined) return { wrong: "say with -o where the study is to be written" };
  if (text !== document.text || given.text("out") !== undefined) {
    const wrong = writeResult((document.byteOrderMark ? "\ufeff" : "") + text, target, world);
    if (wrong !== undefined) return { wrong };
  }
  if (!given.flag("quiet")) world.err.write(`${summary(study, analysis.delphi, made, text === document.text)}\n`);
  return { study: analysis.delphi };
}

function summary(before: Delphi, study: Delphi, { after, decided, added, notAdded, notTaken }: NextRound, isSame: boolean): string {
  const count = (as: string) => decided.filter((one) => one.as === as).length;
  const parts = [`${count("include")} included`, `${count("exclude")} excluded`];
  if (count("undecided") > 0) parts.push(`${count("undecided")} undecided`);
  const fresh = added.filter((id) => !before.statements.has(id));
  if (fresh.length > 0) parts.push(`${fresh.length} added (${fresh.join(", ")})`);
  if (notAdded.length > 0) parts.push(`suggested by too few: ${notAdded.join(", ")}`);
  if (notTaken.length > 0) parts.push(`round ${after} takes no suggestions, so that none is added: ${notTaken.join(", ")}`);
  if (study.rounds.some(({ number }) => number === after + 1))
    parts.push(`${askedIn(study, after + 1).length} asked in round ${after + 1}`);
  else parts.push(`round ${after} is the last that the study plans, so that no round ${after + 1} is written`);
  return `after round ${after}: ${parts.join(", ")}${isSame ? "; the study says so already" : ""}`;
}

/** What the next round shows, in three files of a folder. */
function writeFeedback(study: Delphi, ratings: Ratings, { after }: NextRound, given: Arguments, world: World): string | undefined {
  const folder = given.text("feedback");
  if (folder === undefined) return undefined;
  const shows = study.rounds.find(({ number }) => number === after + 1)?.feedback;
  if (!shows) return `round ${after + 1} of the study shows no feedback`;
  const asked = askedIn(study, after + 1).map(({ id }) => id);
  const smallest = given.whole("smallest") ?? SMALLEST_SHOWN;
  const feedback = roundFeedback(ratings, after, countRatings(study, ratings, after), shows, asked, smallest);
  try {
    mkdirSync(resolve(world.cwd, folder), { recursive: true });
  } catch (error) {
    return `cannot write "${folder}": ${systemReason(error)}`;
  }
  const files: readonly (readonly [string, string])[] = [
    ...(shows.own ? [[`own-ratings-round-${after}.csv`, printOwnRatings(study, feedback)] as const] : []),
    [`group-ratings-round-${after}.csv`, printGroupRatings(study, feedback)],
    [`sheets-round-${after}.html`, printSheets(study, feedback)],
  ];
  for (const [name, text] of files) {
    const wrong = writeOutput(join(folder, name), world.cwd, text);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

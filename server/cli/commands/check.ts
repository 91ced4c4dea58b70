import type { Severity } from "../../problem.ts";
import type { Arguments } from "../arguments.ts";
import type { ChangedFiles } from "../check/changed-since.ts";
import { checkAll, type FindMore } from "../check/check-all.ts";
import { type ReadDocument, readDocuments, textAt } from "../check/read-documents.ts";
import { settingsDocuments } from "../check/settings-documents.ts";
import { type Command, HELP, OUT, QUIET } from "../command.ts";
import { type Discovery, discoverNamed } from "../files/discover.ts";
import { paletteFor } from "../print/colour.ts";
import { type Destination, destinationsOf, FORMATS, type PrintContext } from "../print/formats.ts";
import { makeReport, type Report } from "../print/report.ts";
import { EXIT, refuse, type World } from "../world.ts";

const SEVERITIES = ["info", "warning", "error"] as const;

export const check: Command = {
  usage: "[FILE | FOLDER | GLOB | -] ... [options]",
  about: [
    "Checks documents: instruments, Delphi studies, topic guides, studies, libraries and translations. A folder stands for all documents in it; " +
      "without any, the current folder is checked.",
  ],
  options: [
    {
      name: "format",
      value: "NAME[=FILE]",
      repeat: true,
      summary: `how findings are printed: ${Object.keys(FORMATS).join(", ")}; with a FILE they are written there, and the text is still printed`,
    },
    OUT,
    QUIET,
    {
      name: "fail-on",
      value: "SEVERITY",
      choices: [...SEVERITIES, "never"],
      summary: "exit with 1 from this severity on; error by default",
    },
    { name: "max-warnings", value: "N", whole: true, summary: "exit with 1 where there are more warnings than this" },
    { name: "select", value: "CODES", repeat: true, summary: "report only these findings or categories, joined by commas" },
    { name: "ignore", value: "CODES", repeat: true, summary: "do not report these findings or categories" },
    { name: "fix", summary: "mend what can be mended safely, and report what is left" },
    { name: "unsafe-fixes", summary: "mend also what should be looked at afterwards" },
    { name: "diff", summary: "show what --fix would change, and change nothing; exit with 1 where it would" },
    {
      name: "changed-since",
      value: "REF",
      summary: "check only what differs from this commit or branch of git, and that versions say what changed",
    },
    { name: "baseline", value: "FILE", summary: "leave out the findings that FILE holds" },
    { name: "write-baseline", value: "FILE", summary: "write the findings to FILE, to be put up with from now on" },
    { name: "statistics", summary: "print how often each finding occurs instead of each of them" },
    { name: "stdin-filename", value: "NAME", summary: "the name of what is read from standard input" },
    { name: "allow-no-files", summary: "exit with 0 where there is nothing to check" },
    { name: "show-files", summary: "print the files that would be checked, and check none" },
    { name: "show-config", summary: "print the settings that hold for each file, and check none" },
    { name: "cache", summary: "remember in .scalewright-cache what was found, and check only what has changed since" },
    { name: "watch", summary: "check again whenever a file changes, until interrupted" },
    HELP,
  ],
  examples: [
    { says: "everything in the current folder", line: "check" },
    { says: "annotations for code scanning beside the text", line: "check surveys --format sarif=results.sarif" },
    { says: "mend what is safe to mend", line: "check phq9.instrument.yaml --fix" },
    { says: "only what a branch has changed", line: "check --changed-since main" },
  ],
  run: async (given, world) => {
    if (!given.flag("watch")) return await checkOnce(given, world);
    const { watch } = await import("../check/watch.ts");
    return await watch(given, world, () => checkOnce(given, world));
  },
};

async function checkOnce(given: Arguments, world: World): Promise<number> {
  const wantedFormats = destinationsOf(given.texts("format"), given.text("out"), world.env);
  if ("wrong" in wantedFormats) return refuse(world, wantedFormats.wrong);
  const codes = await chosenCodes(given);
  if ("wrong" in codes) return refuse(world, codes.wrong);
  const found = discoverNamed(given.operands.length === 0 ? ["."] : given.operands, world.cwd, given.flag("allow-no-files"));
  const files = await narrowed(found, given, world);
  if ("wrong" in files) return refuse(world, files.wrong);
  for (const missing of found.missing) refuse(world, missing);
  if (given.flag("show-files")) {
    world.out.write(files.files.map(({ path }) => `${path}\n`).join(""));
    return found.missing.length > 0 ? EXIT.usage : EXIT.fine;
  }
  if (files.files.length === 0) return nothingToCheck(found, given, world);
  const read = await readDocuments(files.files, world, given.text("stdin-filename"));
  if (given.flag("show-config")) {
    const { printSettings } = await import("../check/print-settings.ts");
    world.out.write(printSettings(read.documents, world.cwd));
    return found.missing.length + read.failed.length > 0 ? EXIT.usage : EXIT.fine;
  }
  for (const failed of read.failed) refuse(world, failed);
  const unread = found.missing.length + read.failed.length + read.documents.filter(({ unreadable }) => unreadable !== undefined).length;
  const findMore = files.changed && (await import("../check/version-findings.ts")).versionFindings(files.changed, world.cwd);
  const documents = [...read.documents, ...settingsDocuments(read.documents, world.cwd)];
  const code = await reportOn(documents, given, world, { destinations: wantedFormats.destinations, wanted: codes.wanted, findMore });
  return unread > 0 ? Math.max(EXIT.usage, code) : code;
}

/** What is to be found, and where it is to be written. */
interface Asked {
  readonly destinations: readonly Destination[];
  readonly wanted: (code: string) => boolean;
  readonly findMore: FindMore | undefined;
}

async function reportOn(
  documents: readonly ReadDocument[],
  given: Arguments,
  world: World,
  { destinations, wanted, findMore }: Asked,
): Promise<number> {
  let current = documents;
  let notWritten = false;
  const unsafe = given.flag("unsafe-fixes");
  if (given.flag("diff")) {
    const { diffOfFixes } = await import("../check/fix-documents.ts");
    const diff = diffOfFixes(documents, world, unsafe, wanted);
    world.out.write(diff);
    return diff === "" ? EXIT.fine : EXIT.findings;
  }
  if (given.flag("fix") || unsafe) {
    const { fixDocuments } = await import("../check/fix-documents.ts");
    const fixed = fixDocuments(documents, world, unsafe, wanted);
    for (const failed of fixed.failed) refuse(world, failed);
    notWritten = fixed.failed.length > 0;
    if (fixed.says !== undefined && !given.flag("quiet")) world.err.write(`${fixed.says}\n`);
    current = fixed.documents;
  }
  const texts = new Map(current.map((document) => [document.file, document.text]));
  const report = makeReport(
    await checkAll(current, world.cwd, wanted, await cacheOf(given, world), findMore),
    (file) => texts.get(file) ?? textAt(world.cwd, file),
  );
  const baselined = await withBaseline(report, given, world);
  if ("wrong" in baselined) return refuse(world, baselined.wrong);
  const wrong = await print(baselined.report, given, world, destinations);
  if (wrong !== undefined || notWritten) return wrong === undefined ? EXIT.usage : refuse(world, wrong);
  return verdict(baselined.report, given);
}

async function print(report: Report, given: Arguments, world: World, destinations: readonly Destination[]): Promise<string | undefined> {
  const fails = (severity: Severity): boolean => SEVERITIES.indexOf(severity) >= threshold(given);
  const rules: PrintContext["rules"] = async () => (await import("../rule-infos.ts")).ruleInfos();
  const context = { quiet: given.flag("quiet"), cwd: world.cwd, fails, rules };
  for (const { format, file } of destinations) {
    const palette = file === undefined ? paletteFor(world.out, world.env) : paletteFor({ ...world.out, isTerminal: false }, world.env);
    const statistics = given.flag("statistics") && (format === "text" || format === "concise");
    const text = statistics
      ? (await import("../check/statistics.ts")).printStatistics(report)
      : ((await FORMATS[format]?.(report, { ...context, palette })) ?? "");
    if (file === undefined) {
      world.out.write(text);
      continue;
    }
    const { writeOutput } = await import("../files/output-file.ts");
    const wrong = writeOutput(file, world.cwd, text);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function verdict({ counts }: Report, given: Arguments): number {
  const at = threshold(given);
  const failing = [counts.infos, counts.warnings, counts.errors].some((count, rank) => count > 0 && rank >= at);
  const most = given.whole("max-warnings");
  return failing || (most !== undefined && counts.warnings > most) ? EXIT.findings : EXIT.fine;
}

/** Rank of the mildest severity that fails the check; beyond all of them for `never`. */
function threshold(given: Arguments): number {
  const name = given.text("fail-on") ?? "error";
  const rank = ([...SEVERITIES] as readonly string[]).indexOf(name);
  return rank < 0 ? SEVERITIES.length : rank;
}

async function chosenCodes(given: Arguments): Promise<{ readonly wanted: (code: string) => boolean } | { readonly wrong: string }> {
  const [select, ignore] = [given.texts("select"), given.texts("ignore")];
  if (select.length + ignore.length === 0) return { wanted: () => true };
  const { chooseCodes } = await import("../check/choose-codes.ts");
  const { ruleInfos } = await import("../rule-infos.ts");
  return chooseCodes(select, ignore, ruleInfos());
}

type Narrowed = Pick<Discovery, "files"> & { readonly changed?: ChangedFiles };

async function narrowed(found: Discovery, given: Arguments, world: World): Promise<Narrowed | { readonly wrong: string }> {
  const ref = given.text("changed-since");
  if (ref === undefined) return { files: found.files };
  const { changedSince } = await import("../check/changed-since.ts");
  const changed = changedSince(ref, world.cwd);
  if ("wrong" in changed) return changed;
  return { files: found.files.filter(({ absolute }) => absolute === undefined || changed.rests(absolute)), changed };
}

async function cacheOf(given: Arguments, world: World) {
  return given.flag("cache") ? (await import("../check/cache.ts")).openCache(world.cwd) : undefined;
}

function nothingToCheck(found: Discovery, given: Arguments, world: World): number {
  if (found.missing.length > 0) return EXIT.usage;
  if (given.flag("allow-no-files") || given.text("changed-since") !== undefined) return EXIT.fine;
  const where = given.operands.length === 0 ? "in this folder" : `in ${given.operands.map((word) => `"${word}"`).join(", ")}`;
  return refuse(world, `there is no document ${where}; a document is named like phq9.instrument.yaml (--allow-no-files makes this fine)`);
}

async function withBaseline(
  report: Report,
  given: Arguments,
  world: World,
): Promise<{ readonly report: Report } | { readonly wrong: string }> {
  const [from, to] = [given.text("baseline"), given.text("write-baseline")];
  if (from === undefined && to === undefined) return { report };
  const { useBaseline } = await import("../check/use-baseline.ts");
  return useBaseline(report, { from, to, quiet: given.flag("quiet") }, world);
}

import { type Command, HELP, OUT, QUIET } from "../command.ts";
import { type Compared, compareVersions } from "../diff/compared.ts";
import { printDiffJson } from "../diff/print-diff-json.ts";
import { printDiffMarkdown } from "../diff/print-diff-markdown.ts";
import { isIncomplete, printDiffText } from "../diff/print-diff-text.ts";
import { namedVersions, versionsSince } from "../diff/versions.ts";
import { writeResult } from "../files/write-result.ts";
import { printConcise } from "../print/concise.ts";
import { makeReport } from "../print/report.ts";
import { EXIT, refuse, type World } from "../world.ts";

export const diff: Command = {
  usage: "OLD NEW | --rev REVISION [FILE | FOLDER] ...",
  about: [
    "Says how two versions of a document differ in what they mean: which data columns, codes, keys, routing, scoring and words changed, which scores " +
      "stay comparable and why others do not, and the version number that it needs.",
    "OLD and NEW are files, files at a revision of git, as in main:phq9.instrument.yaml, or - for one that comes through standard input. With --rev the documents of the working folder are compared with " +
      "what they were where the branch left that revision; documents whose libraries changed are among them.",
    "Exits with 1 where the version number does not say what changed, and where the new version has errors that keep parts of it from being compared.",
  ],
  options: [
    { name: "rev", value: "REVISION", summary: "compare with this commit, branch or tag of git" },
    { name: "format", value: "NAME", choices: ["text", "json", "markdown"], summary: "how the differences are printed" },
    { name: "stdin-filename", value: "NAME", summary: "the name of what is read from standard input" },
    OUT,
    QUIET,
    HELP,
  ],
  examples: [
    { says: "two files", line: "diff old/phq9.instrument.yaml phq9.instrument.yaml" },
    { says: "a file against a tag", line: "diff v1.0:phq9.instrument.yaml phq9.instrument.yaml" },
    { says: "what a branch did, as a comment to its pull request", line: "diff --rev origin/main --format markdown" },
  ],
  run: async (given, world) => {
    const rev = given.text("rev");
    const [old, now, ...more] = given.operands;
    if (rev === undefined && (old === undefined || now === undefined || more.length > 0))
      return refuse(world, "diff needs two versions, or --rev with a revision of git");
    const found =
      rev === undefined
        ? await namedVersions(old ?? "", now ?? "", world, given.text("stdin-filename"))
        : await versionsSince(rev, given.operands, world);
    if ("wrong" in found) return refuse(world, found.wrong);
    const all = found.pairs.map((pair) => compareVersions(pair.old, pair.now));
    // Of many documents those that mean what they meant are not worth a line.
    const compared = rev === undefined ? all : all.filter(({ diff: one }) => one.changes.length > 0 || isIncomplete(one));
    // A comment to a pull request is read without what stands on the terminal.
    const isToldWithin = given.text("format") === "markdown";
    if (!given.flag("quiet") && !isToldWithin) for (const says of found.apart) world.err.write(`${says}\n`);
    const wrong = writeResult(printed(compared, given.text("format"), found.apart), given.text("out"), world);
    if (wrong !== undefined) return refuse(world, wrong);
    return reportProblems(compared, world);
  },
};

function printed(compared: readonly Compared[], format: string | undefined, apart: readonly string[]): string {
  if (format === "json") return printDiffJson(compared);
  if (compared.length === 0 && apart.length === 0) return "nothing changed\n";
  if (format === "markdown") return printDiffMarkdown(compared, apart);
  if (compared.length === 0) return "no document changed that is there in both versions\n";
  return compared.map(({ now, diff: one }) => printDiffText(now.file, one)).join("\n");
}

/** What the version numbers fail to say, and what could not be read, as findings. Nobody can mend a version of the past. */
function reportProblems(compared: readonly Compared[], world: World): number {
  const olds = compared.map(({ old, diff: { unread } }) => ({ file: old.file, text: old.text, problems: unread.old }));
  const nows = compared.map(({ now, diff: { unread }, problems }) => ({
    file: now.file,
    text: now.text,
    problems: [...unread.now, ...problems],
  }));
  world.err.write(printConcise(makeReport([...olds, ...nows])));
  return makeReport(nows).counts.errors > 0 ? EXIT.findings : EXIT.fine;
}

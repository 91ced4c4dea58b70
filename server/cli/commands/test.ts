import type { Arguments } from "../arguments.ts";
import { readDocuments } from "../check/read-documents.ts";
import { type Command, HELP, OUT, QUIET } from "../command.ts";
import { discoverNamed } from "../files/discover.ts";
import { writeResult } from "../files/write-result.ts";
import { paletteFor } from "../print/colour.ts";
import { printConcise } from "../print/concise.ts";
import { makeReport } from "../print/report.ts";
import { type LoadedInstrument, loadDocument } from "../score/load-instrument.ts";
import { tornBy } from "../score/torn-by.ts";
import { printTestJson } from "../test/print-test-json.ts";
import { printTestJunit } from "../test/print-test-junit.ts";
import { printTestTap } from "../test/print-test-tap.ts";
import { printTestText } from "../test/print-test-text.ts";
import { runTests, type TestedFile } from "../test/run-tests.ts";
import { failedTests, type MutationSummary, type TestReport } from "../test/test-report.ts";
import { EXIT, refuse, type World } from "../world.ts";

export const test: Command = {
  usage: "FILE ... [options]",
  about: [
    "Runs the scoring tests of instruments: those with answers written in the instrument, and those over files of answers and expected scores.",
  ],
  options: [
    { name: "format", value: "NAME", choices: ["text", "json", "junit", "tap"], summary: "how the outcome is printed" },
    { name: "mutate", summary: "make one slip after another in the instrument, and list those that no test notices" },
    OUT,
    QUIET,
    { name: "allow-no-files", summary: "exit with 0 where there is nothing to test" },
    { name: "stdin-filename", value: "NAME", summary: "the name of what is read from standard input" },
    HELP,
  ],
  examples: [
    { says: "all tests of an instrument", line: "test phq9.instrument.yaml" },
    { says: "would the tests notice a forgotten reversal?", line: "test phq9.instrument.yaml --mutate" },
  ],
  run: async (given, world) => {
    if (given.operands.length === 0) return refuse(world, "test needs an instrument, or a folder of them");
    const found = discoverNamed(given.operands, world.cwd, given.flag("allow-no-files"));
    const read = await readDocuments(found.files, world, given.text("stdin-filename"));
    for (const missing of [...found.missing, ...read.failed]) refuse(world, missing);
    let unread = found.missing.length + read.failed.length;
    const files: TestReport["files"][number][] = [];
    /** What may have swallowed a test. */
    const torn: Parameters<typeof makeReport>[0][number][] = [];
    for (const document of read.documents) {
      if (document.unreadable !== undefined) {
        refuse(world, `${document.file}: ${document.unreadable.code}: ${document.unreadable.message}`);
        unread++;
        continue;
      }
      const loaded = loadDocument(document, world.cwd);
      // Other kinds of document have no scoring tests; one that was named by itself is a slip.
      if ("loaded" in loaded) {
        files.push(await tested(loaded.loaded, given, world));
        torn.push({ file: document.file, text: document.text, problems: tornBy(loaded.loaded.analysis) });
      } else if (given.operands.includes(document.file)) unread += refuse(world, loaded.wrong);
    }
    if (files.length === 0 && unread === 0)
      return given.flag("allow-no-files") ? EXIT.fine : refuse(world, "there is no instrument to test");
    const report = { files };
    const wrong = writeResult(printed(report, given, world), given.text("out"), world);
    if (wrong !== undefined) return refuse(world, wrong);
    const errors = makeReport(torn);
    world.err.write(printConcise(errors));
    return unread > 0 ? EXIT.usage : failedTests(report) + errors.counts.errors > 0 ? EXIT.findings : EXIT.fine;
  },
};

async function tested(loaded: LoadedInstrument, given: Arguments, world: World): Promise<TestReport["files"][number]> {
  const outcome: TestedFile = runTests(loaded, world.cwd);
  if (!given.flag("mutate")) return outcome;
  return { ...outcome, mutation: await mutated(loaded, outcome) };
}

async function mutated({ compiled, scoring }: LoadedInstrument, { checks }: TestedFile): Promise<MutationSummary> {
  const { mutate } = await import("../../scoring/mutate.ts");
  const { answersInWords } = await import("../test/answers-in-words.ts");
  const { killed, survivors, equivalent, undecided } = mutate(compiled, checks, scoring);
  return {
    killed,
    equivalent,
    undecided: undecided.map(({ change }) => change),
    survivors: survivors.map(({ mutant, answers }) => ({ change: mutant.change, answers: answersInWords(answers) })),
  };
}

function printed(report: TestReport, given: Arguments, world: World): string {
  switch (given.text("format")) {
    case "json":
      return printTestJson(report);
    case "junit":
      return printTestJunit(report);
    case "tap":
      return printTestTap(report);
    default:
      return printTestText(report, paletteFor(world.out, world.env), given.flag("quiet"));
  }
}

import type { Arguments } from "../arguments.ts";
import { type ReadDocument, readDocuments } from "../check/read-documents.ts";
import { type Command, HELP, QUIET } from "../command.ts";
import { unifiedDiff } from "../diff-lines.ts";
import { discoverNamed } from "../files/discover.ts";
import { writeOutput } from "../files/output-file.ts";
import { layOutDocument } from "../format/lay-out-document.ts";
import { plural } from "../print/text.ts";
import { EXIT, refuse, type World } from "../world.ts";

export const fmt: Command = {
  usage: "[FILE | FOLDER | GLOB | -] ... [options]",
  about: [
    "Lays documents out: two blanks a level, one behind commas and colons inside brackets, none at the ends of lines, at most one empty line in a row. " +
      "Comments, texts, numbers and the order of everything stay as they were written; what could be read otherwise afterwards is not written. " +
      "A folder stands for all documents in it; without any, the current folder is laid out.",
  ],
  options: [
    { name: "check", summary: "change nothing, name what would change, and exit with 1 where something would" },
    { name: "diff", summary: "change nothing, show what would change, and exit with 1 where something would" },
    { name: "stdin-filename", value: "NAME", summary: "the name of what is read from standard input" },
    { name: "allow-no-files", summary: "exit with 0 where there is nothing to lay out" },
    QUIET,
    HELP,
  ],
  examples: [
    { says: "everything in the current folder", line: "fmt" },
    { says: "in CI", line: "fmt --check" },
    { says: "from an editor, through standard input", line: "fmt -" },
  ],
  run: async (given, world) => {
    const found = discoverNamed(given.operands.length === 0 ? ["."] : given.operands, world.cwd, given.flag("allow-no-files"));
    for (const missing of found.missing) refuse(world, missing);
    if (found.files.length === 0 && found.missing.length === 0)
      return given.flag("allow-no-files") ? EXIT.fine : refuse(world, "there is no document here (--allow-no-files makes this fine)");
    const read = await readDocuments(found.files, world, given.text("stdin-filename"));
    for (const failed of read.failed) refuse(world, failed);
    let [left, changed] = [found.missing.length + read.failed.length, 0];
    for (const document of read.documents) {
      const outcome = one(document, given, world);
      if (outcome === "left") left++;
      if (outcome === "changed") changed++;
    }
    const isTold = given.flag("check") || given.flag("diff");
    if (!given.flag("quiet") && !given.flag("diff") && changed > 0)
      world.err.write(isTold ? `${plural(changed, "file")} would be laid out\n` : `laid out ${plural(changed, "file")}\n`);
    return left > 0 ? EXIT.usage : isTold && changed > 0 ? EXIT.findings : EXIT.fine;
  },
};

/** Lays one document out. `left`: it stays as it is, and why is said. */
function one(document: ReadDocument, given: Arguments, world: World): "same" | "changed" | "left" {
  const isStdin = document.isInput === true && !given.flag("check") && !given.flag("diff");
  const laidOut = document.unreadable ? { wrong: document.unreadable.message } : layOutDocument(document.text);
  if ("wrong" in laidOut) {
    // An editor that sends its text gets it back unchanged.
    if (isStdin) world.out.write(withMark(document, document.text));
    refuse(world, `${document.file}: ${laidOut.wrong}`);
    return "left";
  }
  const isSame = laidOut.text === document.text;
  if (isStdin) world.out.write(withMark(document, laidOut.text));
  else if (isSame) return "same";
  else if (given.flag("diff")) world.out.write(unifiedDiff(document.text, laidOut.text, document.file));
  else if (given.flag("check")) world.out.write(`${document.file}\n`);
  else if (document.absolute !== undefined) {
    const wrong = writeOutput(document.absolute, world.cwd, withMark(document, laidOut.text));
    if (wrong !== undefined) {
      refuse(world, wrong);
      return "left";
    }
  }
  return isSame || isStdin ? "same" : "changed";
}

const withMark = ({ byteOrderMark }: ReadDocument, text: string): string => (byteOrderMark ? "\ufeff" : "") + text;

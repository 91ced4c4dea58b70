import type { Score } from "../../model/instrument.ts";
import type { PossibleRange } from "../../scoring/range.ts";
import { type Command, HELP, OUT } from "../command.ts";
import { writeResult } from "../files/write-result.ts";
import { printConcise } from "../print/concise.ts";
import { makeReport } from "../print/report.ts";
import { printRangesJson, printRangesText } from "../ranges/print-ranges.ts";
import { type LoadedInstrument, loadInstrument } from "../score/load-instrument.ts";
import { tornBy } from "../score/torn-by.ts";
import { EXIT, refuse, type World } from "../world.ts";

export const ranges: Command = {
  usage: "FILE [options]",
  about: ["Proves what each score can be: its lowest and highest value, its steps, and the answers that reach the ends."],
  options: [
    { name: "format", value: "NAME", choices: ["text", "json"], summary: "how they are printed" },
    { name: "witness", summary: "print the answers that reach the ends too (json always has them)" },
    OUT,
    { name: "stdin-filename", value: "NAME", summary: "the name of what is read from standard input" },
    HELP,
  ],
  examples: [
    { says: "what can each score be, and with which answers?", line: "ranges phq9.instrument.yaml --witness" },
    { says: "for a program", line: "ranges phq9.instrument.yaml --format json" },
  ],
  run: async (given, world) => {
    const [file, ...more] = given.operands;
    if (more.length > 0) return refuse(world, "ranges takes one instrument");
    const read = await loadInstrument(file, world, given.text("stdin-filename"));
    if ("wrong" in read) return refuse(world, read.wrong);
    const { compiled, errors, rangeOf } = read.loaded;
    const ids = compiled.instrument.scores.ids().filter((id) => !errors.has(id) && !compiled.faulty.has(id));
    const found = ids.flatMap((score) => {
      const range = rangeOf(score);
      return range === undefined ? [] : [{ score, range: asDeclared(range, compiled.instrument.scores.get(score)?.range) }];
    });
    const text = given.text("format") === "json" ? printRangesJson(found) : printRangesText(found, given.flag("witness"));
    const wrong = writeResult(text, given.text("out"), world);
    if (wrong !== undefined) return refuse(world, wrong);
    return reportErrors(read.loaded, world);
  },
};

/** An end that is declared open (`range: [0, none]`) is open: the bounds of the items are not what ends the score. */
function asDeclared(range: PossibleRange, declared: Score["range"]): PossibleRange {
  if (declared === undefined) return range;
  const [opensBelow, opensAbove] = [declared.min === undefined, declared.max === undefined];
  if (!opensBelow && !opensAbove) return range;
  const { witness, min, max, minReached, maxReached, exact, step, values, mayBeMissing, outcomes } = range;
  return {
    ...{ minReached, maxReached, exact, step, values, mayBeMissing, outcomes },
    reaches: (from, to) => range.reaches(from, to),
    gives: (value) => range.gives(value),
    min: opensBelow ? undefined : min,
    max: opensAbove ? undefined : max,
    attainable: undefined,
    witness: witness && { min: opensBelow ? undefined : witness.min, max: opensAbove ? undefined : witness.max },
  };
}

/** Prints the errors of scores that have no range because of them, and those that may have swallowed a score. */
function reportErrors({ document, analysis, errors, compiled }: LoadedInstrument, world: World): number {
  const problems = [...new Set([...tornBy(analysis), ...[...errors.values()].flat()])];
  world.err.write(printConcise(makeReport([{ file: document.file, text: document.text, problems }])));
  for (const [id, why] of compiled.faulty) if (!errors.has(id)) world.err.write(`${document.file}: ${why}\n`);
  return problems.length + compiled.faulty.size > 0 ? EXIT.findings : EXIT.fine;
}

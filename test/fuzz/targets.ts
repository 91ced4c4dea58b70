import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "../../server/analysis/analysis.ts";
import { analyse, Engine } from "../../server/analysis/engine.ts";
import { applyEdits } from "../../server/cli/check/apply-fixes.ts";
import { readCsv } from "../../server/cli/data/read-csv.ts";
import { decode } from "../../server/cli/files/decode.ts";
import { run } from "../../server/cli/run.ts";
import { checkFormula } from "../../server/expression/check.ts";
import { describeFormula } from "../../server/expression/describe.ts";
import { parseFormula } from "../../server/expression/parser.ts";
import { printFormula } from "../../server/expression/printFormula.ts";
import { eachNode } from "../../server/expression/walk.ts";
import { scopeOf } from "../../server/model/scope.ts";
import type { Problem, Range } from "../../server/problem.ts";
import { rangeOf } from "../../server/scoring/range.ts";
import { fakeWorld } from "../cli/fake-world.ts";
import { temporaryFolder } from "../cli/temporary-folder.ts";
import { mutated } from "./mutate.ts";

const SEEDS = join(import.meta.dirname, "seeds");
const seed = (name: string): string => readFileSync(join(SEEDS, name), "utf8");
const named = (test: RegExp): string[] =>
  readdirSync(SEEDS)
    .filter((name) => test.test(name))
    .sort();

/** What is thrown at a part of the program. Whatever is thrown, it must neither fail nor name a place outside its input, nor lose a file. */
export interface Target {
  readonly name: string;
  /** How many of 200 inputs are its own. */
  readonly share: number;
  readonly seeds: readonly string[];
  take(input: Buffer): void | Promise<void>;
  close?(): void;
}

const BESIDE = new Map(named(/\.yaml$/).map((name) => [name, seed(name)]));
const HOST: Host = {
  read: (path) => (path.endsWith(".config.yaml") ? undefined : (BESIDE.get(path) ?? BESIDE.get("shared.library.yaml"))),
  isOutside: (path) => path.startsWith(".."),
};
const { instrument } = analyse(seed("short.instrument.yaml"));

export function targets(): readonly Target[] {
  const folder = temporaryFolder({ "short.instrument.yaml": seed("short.instrument.yaml") });
  return [
    { name: "documents", share: 48, seeds: named(/\.yaml$/).map(seed), take: (input) => takeDocument(textOf(input)) },
    { name: "formulas", share: 96, seeds: seed("formulas.txt").trimEnd().split("\n"), take: (input) => takeFormula(textOf(input)) },
    { name: "tables", share: 54, seeds: named(/\.csv$/).map(seed), take: takeTable },
    { name: "data", share: 1, seeds: named(/\.csv$/).map(seed), take: (input) => takeData(folder.path, input) },
    {
      name: "files",
      share: 1,
      seeds: named(/\.yaml$/).map(seed),
      take: (input) => takeFile(folder.path, input),
      close: () => folder.remove(),
    },
  ];
}

/** The input of a number, for the target that the number falls to. */
export function inputOf(all: readonly Target[], number: number): { readonly target: Target; readonly input: Buffer } {
  const turns = all.flatMap((target) => Array.from({ length: target.share }, () => target));
  const target = turns[number % turns.length];
  if (!target) throw new Error("there is nothing to throw at");
  return { target, input: mutated(target.seeds, number) };
}

function textOf(input: Buffer): string {
  const decoded = decode(input);
  return "text" in decoded ? decoded.text : input.toString("latin1");
}

function takeDocument(text: string): void {
  const { problems } = new Engine(text, HOST, [], "once").analysis;
  inText(problems, text.length);
  for (const { fixes } of problems) for (const { edits } of fixes) assert.equal(typeof applyEdits(text, edits), "string");
}

function inText(problems: readonly Problem[], length: number): void {
  for (const problem of problems) {
    const ranges = [
      problem.range,
      ...problem.related.filter(({ file }) => file === undefined).map(({ range }) => range),
      ...problem.fixes.flatMap(({ edits }) => edits.map(({ range }) => range)),
    ];
    for (const range of ranges) assert.ok(isWithin(range, length), `${problem.code} at ${range.start}-${range.end} of ${length}`);
  }
}

const isWithin = ({ start, end }: Range, length: number): boolean => start >= 0 && start <= end && end <= length;

function takeFormula(text: string): void {
  const { tree, problems } = parseFormula(text);
  inText(problems, text.length);
  eachNode(tree, (node) => assert.ok(isWithin(node, text.length), `${node.kind} at ${node.start}-${node.end} of ${text.length}`));
  for (const level of ["person", "group"] as const) inText(checkFormula(tree, scopeOf(instrument, level)).problems, text.length);
  describeFormula(tree);
  printFormula(tree);
  if (problems.length === 0) rangeOf(instrument, tree)?.gives(true);
}

function takeTable(input: Buffer): void {
  const read = readCsv(input);
  if ("wrong" in read) assert.ok(read.wrong.length > 0 && read.code.length > 0);
  else assert.ok(read.csv.rows.every((row) => row.length === read.csv.header.length));
}

async function takeData(cwd: string, input: Buffer): Promise<void> {
  const world = { ...fakeWorld(cwd), readStdin: readerOf(input), stdin: async () => input };
  const code = await run(["score", "short.instrument.yaml", "-", "--status", "-q"], world);
  assert.ok(code < 3, "a fault");
}

function readerOf(input: Buffer): (into: Uint8Array) => number {
  let at = 0;
  return (into) => {
    const part = input.subarray(at, at + into.length);
    into.set(part);
    at += part.length;
    return part.length;
  };
}

/** A file that is mended holds what it held, or what mending gives; nothing is left beside it. */
async function takeFile(cwd: string, input: Buffer): Promise<void> {
  const file = join(cwd, "mended.instrument.yaml");
  const before = readdirSync(cwd).length - (existsSync(file) ? 1 : 0);
  writeFileSync(file, input);
  const world = fakeWorld(cwd);
  const code = await run(["check", "mended.instrument.yaml", "--fix", "-q"], world);
  assert.ok(code < 3, world.shown().err);
  const now = readFileSync(file);
  assert.equal(readdirSync(cwd).length, before + 1, "a file is left beside");
  if ("unreadable" in decode(input)) assert.deepEqual(now, input);
  else assert.ok(withoutSilences(now).length >= withoutSilences(input).length / 2, "much of the file is gone");
  const again = await run(["check", "mended.instrument.yaml", "--fix", "-q"], fakeWorld(cwd));
  assert.ok(again < 3);
}

/** Comments that silence nothing are taken out safely, however many there are. */
const withoutSilences = (file: Buffer): string => file.toString("latin1").replace(/# scalewright-ignore[^\r\n]*/g, "");

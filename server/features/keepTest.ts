import type { Analysis } from "../analysis/analysis.ts";
import type { Instrument } from "../model/instrument.ts";
import { fieldsIn, find } from "../model/read/reader.ts";
import { responseOf } from "../model/resolve.ts";
import { cellsOf } from "../preview/cells.ts";
import type { Filled } from "../preview/view.ts";
import type { Edit } from "../problem.ts";
import { readAnswer } from "../scoring/answers.ts";
import { printValue } from "../scoring/printValue.ts";
import type { Field } from "../syntax/outline.ts";
import { placeIn } from "../syntax/place.ts";
import { textLength, wholeText } from "../syntax/segmentedText.ts";
import { compiled } from "./compiled.ts";

/** What a test from the preview would say: a name that is free, and the scores as they are now. */
export interface ProposedTest {
  readonly name: string;
  /** `total: 17, total.band: moderate`, to be corrected by who knows better. */
  readonly expect: string;
}

/** A proposal to keep answers as a scoring test; undefined where nothing is answered, or nothing is scored. */
export function proposeTest(analysis: Analysis, filled: Filled): ProposedTest | undefined {
  const { instrument } = analysis;
  const answers = new Map(
    [...cellsOf(instrument, filled)].flatMap(([id, cell]) => {
      const item = instrument.items.get(id);
      return item === undefined ? [] : [[id, readAnswer(instrument, item, cell).answer] as const];
    }),
  );
  if (answers.size === 0) return undefined;
  const person = compiled(analysis).score((id) => answers.get(id));
  const expect = instrument.scores.values().flatMap((score) => {
    const result = score.helper || score.level === "group" ? undefined : person.result(score.id);
    return result === undefined
      ? []
      : [`${score.id}: ${result.value.kind === "missing" ? "missing" : flowScalar(printValue(result.value))}`];
  });
  return expect.length === 0 ? undefined : { name: freeName(instrument), expect: expect.join(", ") };
}

function freeName({ tests }: Instrument): string {
  for (let number = 1; ; number++) {
    const name = `from the preview${number === 1 ? "" : ` ${number}`}`;
    if (!tests.has(name)) return name;
  }
}

/** The edit that adds a test, or why it cannot be added. */
export function keepTest(
  analysis: Analysis,
  filled: Filled,
  name: string,
  expect: string,
): { readonly edits: readonly Edit[] } | { readonly wrong: string } {
  const { instrument } = analysis;
  const title = name.replace(/\s+/g, " ").trim();
  if (title === "") return { wrong: "a test needs a name" };
  if (instrument.tests.has(title)) return { wrong: `there is a test named "${title}" already` };
  const expected = readExpected(instrument, expect);
  if ("wrong" in expected) return expected;
  const answers = answersOf(instrument, filled);
  if (answers.length === 0) return { wrong: "nothing is answered yet" };
  return { edits: [added(analysis, title, answers, expected.pairs)] };
}

type Pair = readonly [string, string];

/** `total: 17, total.band: moderate` as it was typed. */
function readExpected({ scores }: Instrument, text: string): { readonly pairs: readonly Pair[] } | { readonly wrong: string } {
  const pairs: Pair[] = [];
  for (const part of text.split(",").filter((one) => one.trim() !== "")) {
    const found = /^\s*([a-z][a-z0-9_]*)((?:\.[a-z][a-z0-9_]*)?)\s*:\s*(\S.*?)\s*$/.exec(part);
    if (found === null) return { wrong: `"${part.trim()}" is not a score with what it should be, such as total: 17` };
    const [, id = "", property = "", value = ""] = found;
    if (!scores.has(id)) return { wrong: `no score is named "${id}"` };
    pairs.push([`${id}${property}`, flowScalar(value.replace(/^(["'])(.*)\1$/, "$2"))]);
  }
  return pairs.length === 0 ? { wrong: "a test needs a score that it expects" } : { pairs };
}

/** The answers as a test writes them: neighbours with one answer as a span. */
function answersOf(instrument: Instrument, filled: Filled): readonly Pair[] {
  const runs: { first: string; last: string; at: number; value: string }[] = [];
  for (const [id, cell] of cellsOf(instrument, filled)) {
    const item = instrument.items.get(id);
    const type = item === undefined ? undefined : responseOf(instrument, item)?.type;
    const value = type === "multiple" || type === "rank" ? `[${cell.split(";").map(flowScalar).join(", ")}]` : flowScalar(cell);
    const at = instrument.items.indexOf(id);
    const open = runs.at(-1);
    if (open !== undefined && open.at + 1 === at && open.value === value) {
      open.last = id;
      open.at = at;
    } else runs.push({ first: id, last: id, at, value });
  }
  return runs.map(({ first, last, value }) => [first === last ? first : `${first}..${last}`, value]);
}

/** A value that stands between braces: in quotes where YAML would read something else. */
function flowScalar(text: string): string {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return text;
  return /^[A-Za-z_][\w-]*$/.test(text) && !/^(?:yes|no|on|off|y|n|null)$/i.test(text) ? text : JSON.stringify(text);
}

const WIDEST = 120;

/** Behind the last test, in its own indentation; else at the end of the document. */
function added(analysis: Analysis, name: string, answers: readonly Pair[], expect: readonly Pair[]): Edit {
  const text = wholeText(analysis.text);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const tests = find(analysis.fields, "tests");
  const entries = tests && fieldsIn({ report: () => undefined, anchor: (id) => analysis.anchor(id) }, tests);
  const last = entries?.at(-1);
  if (tests && last && tests.value.kind === "mapping" && tests.value.flow) {
    const end = analysis.range(placeIn(last.segment, last.value)).end;
    return { range: { start: end, end }, newText: `, ${keyText(name)}: {answers: {${flow(answers)}}, expect: {${flow(expect)}}}` };
  }
  const place = last === undefined ? undefined : analysis.range(placeIn(last.segment, last.key)).start;
  const indent = place === undefined ? "  " : text.slice(text.lastIndexOf("\n", place - 1) + 1, place);
  const lines = [`${keyText(name)}:`, ...part("answers", answers), ...part("expect", expect)].map((line) => `${indent}${line}`);
  if (last !== undefined) {
    const end = lineEnd(text, writtenEnd(analysis, last));
    return { range: { start: end, end }, newText: lines.map((line) => `${newline}${line}`).join("") };
  }
  if (tests !== undefined) {
    const end = lineEnd(text, analysis.range(placeIn(tests.segment, tests.key)).end);
    return { range: { start: end, end }, newText: lines.map((line) => `${newline}${line}`).join("") };
  }
  const end = textLength(analysis.text);
  const gap = text.endsWith("\n") ? newline : `${newline}${newline}`;
  return { range: { start: end, end }, newText: `${gap}tests:${newline}${lines.join(newline)}${newline}` };
}

function part(key: string, pairs: readonly Pair[]): readonly string[] {
  const line = `  ${key}: {${flow(pairs)}}`;
  return line.length <= WIDEST ? [line] : [`  ${key}:`, ...pairs.map(([name, value]) => `    ${name}: ${value}`)];
}

const flow = (pairs: readonly Pair[]): string => pairs.map(([key, value]) => `${key}: ${value}`).join(", ");

/** The end of the last thing that was written of a test. */
function writtenEnd(analysis: Analysis, { segment, value, fields }: Field): number {
  const inner = fields?.at(-1);
  if (inner) return writtenEnd(analysis, inner);
  const written = segment.text.slice(value.start, value.end).trimEnd();
  return analysis.range(placeIn(segment, { start: value.start, end: value.start })).start + written.length;
}

function lineEnd(text: string, at: number): number {
  const found = text.slice(at).search(/\r?\n/);
  return found < 0 ? text.length : at + found;
}

/** A name in words stands as it is written; one with marks that YAML knows is put in quotes. */
function keyText(name: string): string {
  return /^\p{L}[\p{L}\p{N} ()'.-]*$/u.test(name) && !/^(?:yes|no|on|off|true|false|null)$/i.test(name) ? name : JSON.stringify(name);
}

import { readClosure, valueClosure } from "../model/resolve.ts";
import type { Answer } from "./answers.ts";
import { type ColumnOptions, type ItemColumn, itemColumns } from "./columns.ts";
import type { DataFinding } from "./dataFinding.ts";
import type { Person } from "./person.ts";
import type { CompiledInstrument } from "./pipeline.ts";
import { printValue } from "./printValue.ts";
import { propertyNames } from "./properties.ts";
import { MISSING, type ScoreResult } from "./result.ts";

/** How a data file is scored and what is written. */
export interface BatchOptions extends ColumnOptions {
  readonly keepItems?: boolean;
  readonly helpers?: boolean;
  readonly status?: boolean;
  /** Group scores are computed from the same file, so the columns that they read are needed too. */
  readonly groups?: boolean;
  /** Scores that have an error which the scoring itself does not see. They, and those that use them, are left out. */
  readonly leaveOut?: ReadonlySet<string>;
}

export type Report = (finding: DataFinding) => void;

/** A data file ready to be scored row by row; nothing is kept from row to row. */
export interface Batch {
  /** Names of the output columns: the kept input columns, then the scores in file order. */
  readonly header: readonly string[];
  /** What the header shows. */
  readonly findings: readonly DataFinding[];
  /** Scores that are not written, with the reason. */
  readonly leftOut: ReadonlyMap<string, string>;
  readonly columns: readonly ItemColumn[];
  /** Places of the input columns that are written as they are. */
  readonly kept: readonly number[];
  readonly outputs: readonly OutputColumn[];
  /** Cells of one row in, cells of one row out. */
  row(cells: readonly string[], report: Report): readonly string[];
  /** The person of one row: for a trace, a summary, a group. */
  person(cells: readonly string[], report: Report): Person;
}

/** A column of a score, of its band or cut-off, or of its status. */
export interface OutputColumn {
  readonly name: string;
  readonly score: string;
  readonly cell: (result: ScoreResult) => string;
}

/** Prepares a data file with this header. */
export function batchOf(compiled: CompiledInstrument, header: readonly string[], options: BatchOptions = {}): Batch {
  const { columns, others, findings } = itemColumns(compiled.instrument, header, options);
  const lacking = lackingColumns(compiled, columns, options);
  const leftOut = leftOutScores(compiled, lacking.items, options.leaveOut ?? new Set());
  const outputs = outputColumns(compiled, leftOut, options);
  const kept = options.keepItems === true ? header.map((_, at) => at) : others;
  const clashing = clashes(header, kept, outputColumns(compiled, NONE, options), leftOut);
  const places = new Map(columns.map(({ item }, place) => [item.id, place]));
  const person: Batch["person"] = (cells, report) => personOf(compiled, columns, places, cells, report);
  const row: Batch["row"] = (cells, report) => {
    const found = person(cells, report);
    return [...kept.map((at) => cells[at] ?? ""), ...outputs.map((output) => cellOf(output, found))];
  };
  return {
    header: [...kept.map((at) => header[at] ?? ""), ...outputs.map(({ name }) => name)],
    // What has the name of a score is no item either, which is not worth saying besides.
    findings: [...findings.filter(({ column }) => !clashing.some((clash) => clash.column === column)), ...lacking.findings, ...clashing],
    leftOut,
    columns,
    kept,
    outputs,
    row,
    person,
  };
}

function cellOf(output: OutputColumn, person: Person): string {
  const result = person.result(output.score);
  return result === undefined ? "" : output.cell(result);
}

function personOf(
  compiled: CompiledInstrument,
  columns: readonly ItemColumn[],
  places: ReadonlyMap<string, number>,
  cells: readonly string[],
  report: Report,
): Person {
  const answers = columns.map(({ name, read }) => {
    const { answer, problem } = read(cells);
    if (problem !== undefined) report({ code: "answer-outside-response", severity: "warning", message: problem, column: name });
    return answer;
  });
  const person = compiled.score((item) => answers[places.get(item) ?? -1]);
  for (const [place, { item, name, routed }] of columns.entries()) {
    if (!routed || !isGiven(answers[place]) || person.asked(item.id) !== false) continue;
    report({
      code: "answered-when-not-asked",
      severity: "warning",
      message: `"${item.id}" is answered but was not to be asked`,
      column: name,
    });
  }
  return person;
}

function isGiven(answer: Answer | undefined): boolean {
  return answer !== undefined && (answer.kind !== "missing" || answer.why !== "blank");
}

/** The scores that are written: of people, without helpers unless asked for. */
function written(compiled: CompiledInstrument, options: BatchOptions) {
  const scores = compiled.instrument.scores.values();
  return scores.filter(({ level, helper }) => level === "person" && (options.helpers === true || !helper));
}

/** Items without a column that a written score reads, for its value, its routing or its bands. */
function lackingColumns(compiled: CompiledInstrument, columns: readonly ItemColumn[], options: BatchOptions) {
  const there = new Set(columns.map(({ item }) => item.id));
  const items = new Map<string, string>();
  const groups = compiled.instrument.scores.values().filter(({ level }) => level === "group" && options.groups === true);
  for (const { id } of [...written(compiled, options), ...groups]) {
    for (const read of readClosure(compiled.instrument, [id])) {
      if (compiled.instrument.items.has(read) && !there.has(read) && !items.has(read)) items.set(read, id);
    }
  }
  const findings = [...items].map(([item, score]): DataFinding => {
    return { code: "missing-column", severity: "error", message: `there is no column for "${item}", which "${score}" needs`, column: item };
  });
  return { items, findings };
}

/** A score whose value rests on a column that is not there has an error; one that lacks only a covariate of its bands has not. */
function leftOutScores(
  compiled: CompiledInstrument,
  lacking: ReadonlyMap<string, string>,
  leaveOut: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const reasons = new Map(compiled.faulty);
  for (const score of compiled.instrument.scores.values()) {
    if (reasons.has(score.id)) continue;
    const read = [...valueClosure(compiled.instrument, score.id)];
    const item = read.find((id) => lacking.has(id));
    const used = read.find((id) => leaveOut.has(id) || reasons.has(id));
    if (item !== undefined) reasons.set(score.id, `there is no column for "${item}"`);
    else if (used !== undefined)
      reasons.set(score.id, used === score.id ? `"${used}" has an error` : `it uses "${used}", which has an error`);
  }
  return reasons;
}

function outputColumns(compiled: CompiledInstrument, leftOut: ReadonlyMap<string, string>, options: BatchOptions): OutputColumn[] {
  return written(compiled, options).flatMap((score) => {
    if (leftOut.has(score.id)) return [];
    const { id } = score;
    const own: OutputColumn[] = [{ name: id, score: id, cell: ({ value }) => printValue(value) }];
    for (const name of propertyNames(score)) {
      own.push({ name: `${id}.${name}`, score: id, cell: ({ properties }) => printValue(properties.get(name) ?? MISSING) });
    }
    if (options.status === true) own.push({ name: `${id}.status`, score: id, cell: ({ status }) => status });
    return own;
  });
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Beside the scores, a column of the data under the name of one that is left out is taken for it too. */
function clashes(
  header: readonly string[],
  kept: readonly number[],
  wanted: readonly OutputColumn[],
  leftOut: ReadonlyMap<string, string>,
): DataFinding[] {
  const scores = new Map(wanted.map(({ name, score }) => [name, score]));
  return kept.flatMap((at): DataFinding[] => {
    const column = header[at] ?? "";
    const score = scores.get(column);
    if (score === undefined) return [];
    const message = `the kept column "${column}" has the name of a score${leftOut.has(score) ? ", which is left out" : ""}`;
    return [{ code: "kept-column-named-like-a-score", severity: "error", message, column }];
  });
}

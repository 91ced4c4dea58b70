import { evaluationOrder, readBy, readClosure } from "../../../model/resolve.ts";
import type { Batch } from "../../../scoring/batch.ts";
import type { Person } from "../../../scoring/person.ts";
import type { CompiledInstrument, ScoringOptions } from "../../../scoring/pipeline.ts";
import { noCells, type PackedCells } from "../../data/packed-cells.ts";
import { type AnswerColumn, answerColumn } from "./answer-column.ts";
import { CellPool } from "./cell-pool.ts";
import { type KeptStep, keptStep } from "./kept-step.ts";
import { combinationKey } from "./key.ts";
import { rowWriter } from "./row-writer.ts";
import { partsRead, type Surroundings, scoreStep } from "./score-step.ts";

/** A finding on the data of a block; the row counts from 0 in the block. */
export interface BlockFinding {
  readonly code: string;
  readonly row: number;
  readonly column?: string;
  readonly message: string;
}

export interface ScoredBlock {
  /** The rows of the output file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In the order of rows and columns. */
  readonly findings: readonly BlockFinding[];
}

/** Scores whole blocks, column by column. Gives what the batch would give row by row. */
export interface ColumnScorer {
  score(cells: PackedCells, room?: Uint8Array<ArrayBuffer>): ScoredBlock;
}

/**
 * Prepares the scoring of blocks. Every answer and every score is a number here, and the scoring itself is asked once for each different case.
 * Undefined where that cannot be: an answer that is spread over several columns, or a routing that runs in a circle.
 */
export function columnScorer(compiled: CompiledInstrument, scoring: ScoringOptions, batch: Batch): ColumnScorer | undefined {
  if (evaluationOrder(compiled.instrument).cyclic.size > 0 || batch.columns.some(({ at }) => at === undefined)) return undefined;
  let state = prepare(compiled, scoring, batch);
  return {
    score: (cells, room) => {
      if (state.isFull()) state = prepare(compiled, scoring, batch);
      return state.score(cells, room);
    },
  };
}

/** So many different cells or results of one column are remembered; then everything begins anew, so that memory has an end. */
const MOST_REMEMBERED = 100_000;

function prepare(compiled: CompiledInstrument, scoring: ScoringOptions, batch: Batch): ColumnScorer & { readonly isFull: () => boolean } {
  const { instrument } = compiled;
  const columns = new Map<string, AnswerColumn>();
  for (const column of batch.columns) if (column.at !== undefined) columns.set(column.item.id, answerColumn(column, column.at, noCells(0)));
  const steps = new Map<string, KeptStep>();
  const pool = new CellPool();
  const personAt = (row: number): Person => compiled.score((item) => columns.get(item)?.answerAt(row));
  const around: Surroundings = { compiled, scoring, columns, steps, personAt, pool, sums: new Map() };

  const routed = [...columns.values()].filter(({ column }) => column.routed);
  const written = [...new Set(batch.outputs.map(({ score }) => score))].filter((id) => compiled.order.includes(id));
  const needed = readClosure(instrument, [...written, ...routed.flatMap(({ column }) => readBy(instrument, column.item.id))]);
  for (const id of compiled.order) {
    const score = instrument.scores.get(id);
    if (score === undefined || !needed.has(id)) continue;
    const outputs = batch.outputs.filter((output) => output.score === id);
    steps.set(id, scoreStep(score, outputs.length === 0 ? undefined : { place: written.indexOf(id), outputs }, around));
  }
  const asked = new Map(routed.map(({ column }) => [column.item.id, askedStep(column.item.id, around)]));
  const write = rowWriter(batch.kept, pool);
  const width = written.length;
  let laid = new Int32Array(0);
  let place = 0;

  return {
    isFull: () =>
      [...columns.values()].some(({ answers }) => answers.length > MOST_REMEMBERED) ||
      [...steps.values()].some((step) => step.count() > MOST_REMEMBERED),
    score: (block, room) => {
      for (const column of columns.values()) column.turnTo(block);
      if (laid.length < block.rows * width) laid = new Int32Array(block.rows * width * 2);
      const rows = { place: place++, rows: block.rows, laid, width };
      for (const step of steps.values()) step.run(rows);
      for (const step of asked.values()) step.run(rows);
      for (const column of columns.values()) column.finish();
      return { bytes: write(block, laid.subarray(0, block.rows * width), room), findings: findingsOf(block.rows, columns, asked) };
    },
  };
}

/** 1 where the item was not to be asked, else 0. */
function askedStep(item: string, around: Surroundings): KeptStep {
  const key = combinationKey(partsRead(readBy(around.compiled.instrument, item), around));
  return keptStep(
    key,
    () => 2,
    (row) => (around.personAt(row).asked(item) === false ? 1 : 0),
  );
}

function findingsOf(
  rows: number,
  columns: ReadonlyMap<string, AnswerColumn>,
  asked: ReadonlyMap<string, KeptStep>,
): readonly BlockFinding[] {
  const findings: BlockFinding[] = [];
  for (const of of columns.values()) {
    if (!of.hasProblems) continue;
    const { column, answers, numbers } = of;
    for (let row = 0; row < rows; row++) {
      const message = answers[numbers[row] ?? 0]?.problem;
      if (message !== undefined) findings.push({ code: "answer-outside-response", row, column: column.name, message });
    }
  }
  for (const [item, step] of asked) {
    const of = columns.get(item);
    if (of === undefined) continue;
    const given = of.answers.map(({ answer }) => answer.kind !== "missing" || answer.why !== "blank");
    const [hidden, numbers] = [step.numbers, of.numbers];
    for (let row = 0; row < rows; row++) {
      if (hidden[row] !== 1 || !given[numbers[row] ?? 0]) continue;
      const message = `"${item}" is answered but was not to be asked`;
      findings.push({ code: "answered-when-not-asked", row, column: of.column.name, message });
    }
  }
  // Sorting keeps the order of the columns within a row.
  return findings.sort((a, b) => a.row - b.row);
}

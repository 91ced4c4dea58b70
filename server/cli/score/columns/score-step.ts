import type { Score } from "../../../model/instrument.ts";
import { membersOf, readBy, routingOf } from "../../../model/resolve.ts";
import { signedNumerator } from "../../../number/exact.ts";
import type { OutputColumn } from "../../../scoring/batch.ts";
import { entryStepper } from "../../../scoring/entryStep.ts";
import type { Person } from "../../../scoring/person.ts";
import type { CompiledInstrument, ScoringOptions } from "../../../scoring/pipeline.ts";
import type { ScoreResult, ScoreValue } from "../../../scoring/result.ts";
import { csvCell } from "../../data/csv-write.ts";
import type { AnswerColumn } from "./answer-column.ts";
import { type CellPool, longer } from "./cell-pool.ts";
import { type KeptStep, keptStep } from "./kept-step.ts";
import { combinationKey, type Key, type Numbered } from "./key.ts";
import { sumKey } from "./sum-key.ts";

/** What is known of the other columns and scores when a step is made. */
export interface Surroundings {
  readonly compiled: CompiledInstrument;
  readonly scoring: ScoringOptions;
  readonly columns: ReadonlyMap<string, AnswerColumn>;
  readonly steps: ReadonlyMap<string, Numbered>;
  readonly personAt: (row: number) => Person;
  /** All texts of output cells. */
  readonly pool: CellPool;
  /** Keys of sums by what they add up: scores of the same entries share one. */
  readonly sums: Map<string, Key>;
}

/** Where the cells of a score stand among those of a row; undefined where it is not written. */
export interface WrittenScore {
  readonly place: number;
  readonly outputs: readonly OutputColumn[];
}

/** Prepares one score: what it depends on is found from its definition, and each different case is computed by the scoring itself. */
export function scoreStep(score: Score, written: WrittenScore | undefined, around: Surroundings): KeptStep {
  const known = new Map<string, number>();
  let codes = new Int32Array(16);
  const key = sumOf(score, around) ?? combinationKey(partsRead(readBy(around.compiled.instrument, score.id), around));
  return keptStep(
    key,
    () => known.size,
    (row) => {
      const result = around.personAt(row).result(score.id);
      const identity = result === undefined ? "" : identityOf(result);
      let number = known.get(identity);
      if (number === undefined) {
        number = known.size;
        known.set(identity, number);
        if (number === codes.length) codes = longer(codes);
        if (written !== undefined) codes[number] = around.pool.add(textOf(result, written.outputs));
      }
      return number;
    },
    written && { place: written.place, codes: () => codes },
  );
}

/** The cells of one score, a comma before each. */
function textOf(result: ScoreResult | undefined, outputs: readonly OutputColumn[]): string {
  return outputs.map((output) => `,${result === undefined ? "" : csvCell(output.cell(result))}`).join("");
}

/** The columns and scores that these names rest on, routing included. An item without a column is the same for everybody. */
export function partsRead(names: readonly string[], around: Surroundings): readonly Numbered[] {
  const { instrument } = around.compiled;
  const parts = new Map<string, Numbered>();
  const seen = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (!instrument.items.has(name)) {
      const step = around.steps.get(name);
      if (step !== undefined) parts.set(name, step);
      continue;
    }
    const column = around.columns.get(name);
    if (column !== undefined) parts.set(name, columnNumbers(column));
    waiting.push(...readBy(instrument, name));
  }
  return [...parts.values()];
}

function columnNumbers(column: AnswerColumn): Numbered {
  return {
    count: () => column.answers.length,
    get numbers() {
      return column.numbers;
    },
  };
}

/** The key of a score that adds up unrouted items of equal weight and reads nothing else; undefined for every other score. */
function sumOf(score: Score, around: Surroundings): Key | undefined {
  const { instrument } = around.compiled;
  if (score.entries === undefined || score.when !== undefined || (score.method !== "sum" && score.method !== "mean")) return undefined;
  const { members } = membersOf(instrument, score);
  const ids = new Set(members.map(({ id }) => id));
  const [first] = members;
  const plain = members.every(
    ({ item, weight }) => item !== undefined && routingOf(instrument, item).length === 0 && weight.equals(first?.weight ?? weight),
  );
  if (!plain || readBy(instrument, score.id).some((id) => !ids.has(id)) || hasCovariates(score, around)) return undefined;
  const always = new Set(score.missing?.always);
  const range = around.scoring.rangeOfScore ?? (() => undefined);
  const recodes = [...new Set(members.map(({ recode }) => recode))];
  const signature = members
    .map(({ id, reversed, recode }) => `${id} ${reversed} ${recodes.indexOf(recode)} ${recode?.id} ${always.has(id)}`)
    .join();
  const shared = around.sums.get(signature);
  if (shared !== undefined && recodes.every((recode) => recode === undefined || recode.id !== undefined)) return shared;
  const key = sumKey(
    members.map((member) => ({
      column: around.columns.get(member.id),
      step: entryStepper(instrument, member, range),
      always: always.has(member.id),
    })),
  );
  around.sums.set(signature, key);
  return key;
}

/** Bands, cut-offs or norms that look at one answer by itself, which a sum does not hold. */
function hasCovariates(score: Score, { compiled }: Surroundings): boolean {
  const sets = [score.bands, ...score.bandSets.values()];
  const norms = score.transform.some((step) => step.kind === "lookup" && (compiled.instrument.tables.get(step.table)?.by.length ?? 0) > 0);
  return norms || sets.some((set) => set?.kind === "by") || score.cutOffs.some(({ by }) => by !== undefined);
}

/** Two results are one where every digit of the value, the status and all bands agree: another score may look at any of them. */
function identityOf({ value, status, properties }: ScoreResult): string {
  return [exactText(value), status, ...[...properties.values()].map(exactText)].join("\0");
}

function exactText(value: ScoreValue): string {
  if (value.kind === "missing") return "";
  return value.kind === "number" ? `${signedNumerator(value.value)}/${value.value.d}` : `${value.kind} ${value.value}`;
}

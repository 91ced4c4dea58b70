import type { Guide } from "../model/guide.ts";
import type { Instrument, Score } from "../model/instrument.ts";
import { valueReads } from "../model/resolve.ts";
import { scopeOf } from "../model/scope.ts";

/** What the questions and photo prompts of a guide cover of a survey: a row for each construct, a column for each question and prompt. */
export interface Coverage {
  readonly instrument: Instrument;
  readonly constructs: readonly Score[];
  readonly columns: readonly CoverageColumn[];
  /** By construct, then by column: whether the column covers it. */
  readonly cells: readonly (readonly boolean[])[];
}

export interface CoverageColumn {
  readonly kind: "question" | "prompt";
  readonly id: string;
  readonly text: string;
  readonly covers: readonly string[];
}

/** The coverage of the instrument that a guide is about; undefined where it is about none or it cannot be read. */
export function coverageOf(guide: Guide, instrument: Instrument | undefined = guide.about?.document?.instrument): Coverage | undefined {
  if (!instrument) return undefined;
  const columns: CoverageColumn[] = [
    ...(guide.photos?.prompts.values() ?? []).map(({ id, text, covers }) => ({
      kind: "prompt" as const,
      id,
      text: text?.own ?? "",
      covers,
    })),
    ...guide.questions.values().map(({ id, text, covers }) => ({ kind: "question" as const, id, text: text?.own ?? "", covers })),
  ];
  const constructs = constructsOf(instrument);
  const reached = columns.map(({ covers }) => reachOf(instrument, covers));
  return {
    instrument,
    constructs,
    columns,
    cells: constructs.map((construct) => reached.map((reach) => isReached(instrument, construct, reach))),
  };
}

/** The constructs that no question and no prompt covers. */
export const uncovered = ({ constructs, cells }: Coverage): readonly Score[] =>
  constructs.filter((_, i) => !(cells[i]?.includes(true) ?? false));

/** What an instrument measures: the numeric scores of a person that are no mere step to another. */
export function constructsOf(instrument: Instrument): readonly Score[] {
  const scope = scopeOf(instrument);
  return instrument.scores
    .values()
    .filter(
      (score) =>
        !score.helper && score.level === "person" && !score.cases && (score.entries || scope.find(score.id)?.type.kind === "number"),
    );
}

interface Reach {
  /** The names that are covered, and everything that they are made from. */
  readonly names: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
}

function reachOf(instrument: Instrument, covers: readonly string[]): Reach {
  const names = madeOf(instrument, covers);
  return { names, items: new Set([...names].filter((name) => instrument.items.has(name))) };
}

/** A question covers a score that it names, one that such a score is made from, one made from what it names, and one whose items are all covered. */
function isReached(instrument: Instrument, { id }: Score, reach: Reach): boolean {
  if (reach.names.size === 0) return false;
  if (reach.names.has(id)) return true;
  const closure = [...madeOf(instrument, [id])];
  const items = closure.filter((name) => instrument.items.has(name));
  return closure.some((name) => reach.names.has(name)) || (items.length > 0 && items.every((item) => reach.items.has(item)));
}

/** Some names, and the scores and items that their values are made from. */
function madeOf(instrument: Instrument, names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [...names];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const score = instrument.scores.get(next);
    if (score) waiting.push(...valueReads(instrument, score));
  }
  return seen;
}

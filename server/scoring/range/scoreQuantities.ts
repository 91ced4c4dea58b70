import type { Expression } from "../../expression/expression.ts";
import { formulaQuantity } from "../../expression/range/formulaQuantity.ts";
import { choosing } from "../../expression/range/gatherings/choosing.ts";
import { combining } from "../../expression/range/gatherings/combining.ts";
import type { Quantities, Quantity } from "../../expression/range/quantity.ts";
import type { Value } from "../../expression/value.ts";
import type { Instrument, Recode, Score } from "../../model/instrument.ts";
import { endsBeforeReversal, type Member, membersOf, neededCount } from "../../model/resolve.ts";
import { ONE, ZERO } from "../../number/exact.ts";
import { entryStepper, type From } from "../entryStep.ts";
import type { Known } from "../faults.ts";
import { plainValue, scoreValue } from "../formula.ts";
import { preparedTransform } from "../preparedTransform.ts";
import { type AnswerMap, mappedNumbers } from "./answerMap.ts";
import { codeQuantity } from "./codeQuantity.ts";
import type { ItemQuantities } from "./itemQuantities.ts";
import { roundOperation, transformOperation } from "./stepOperations.ts";

/** What a score is at each step of its pipeline. */
export interface ScoreStages {
  /** Each entry after recode and reversal; none for formulas and cases. */
  readonly entries: readonly { readonly member: Member; readonly before: Quantity; readonly value: Quantity }[];
  /** The value before its transform. */
  readonly raw: Quantity;
  /** The value before each step of the transform. */
  readonly steps: readonly Quantity[];
  /** The value before it is rounded. */
  readonly unrounded: Quantity;
  readonly value: Quantity;
}

export interface Parts {
  readonly instrument: Instrument;
  readonly graph: Quantities;
  readonly items: ItemQuantities;
  readonly known: Known;
  /** A formula as one quantity. */
  readonly formula: (tree: Expression) => Quantity;
  /** The value of another score. */
  readonly score: (id: string) => Quantity;
  /** Recodes that stand inline have no name: each has a number. */
  readonly recodeNumber: (recode: Recode) => number;
}

/** The pipeline of one score as quantities: when -> entries, formula or cases -> transform -> round. */
export function scoreStages(parts: Parts, score: Score): ScoreStages {
  const { graph, instrument, known } = parts;
  const entries = entriesOf(parts, score);
  const raw = rawOf(parts, score, entries);
  const steps: Quantity[] = [];
  let value = raw;
  for (const { step, means, by } of preparedTransform(instrument, score, known)) {
    steps.push(value);
    const codes = by.map((id) => codeQuantity(parts, id));
    value = graph.apply(transformOperation(instrument, step, means), [value, ...codes]);
  }
  const unrounded = value;
  const { round } = score;
  if (round?.mode !== undefined) value = graph.apply(roundOperation(round.to, round.mode), [value]);
  if (score.when !== undefined) value = graph.gather(choosing(2), [parts.formula(score.when), value]);
  return { entries, raw, steps, unrounded, value };
}

function entriesOf(parts: Parts, score: Score): ScoreStages["entries"] {
  if (score.entries === undefined) return [];
  return membersOf(parts.instrument, score).members.map((member) => {
    const before = member.item === undefined ? parts.score(member.id) : parts.items.answer(member.id);
    return { member, before, value: entryQuantity(parts, member, before) };
  });
}

/** One entry: recode, then reversal, of an answer or of a score. */
function entryQuantity({ instrument, graph, items, known, recodeNumber }: Parts, member: Member, before: Quantity): Quantity {
  if (member.item === undefined && member.recode === undefined && !member.reversed) return graph.apply(AS_NUMBER, [before]);
  const ends = () => endsBeforeReversal(instrument, member, known.rangeOfScore);
  const map: AnswerMap = { key: member.item?.key, recode: member.recode, reversed: member.reversed, ends };
  const step = entryStepper(instrument, member, known.rangeOfScore);
  const meant = member.item === undefined ? undefined : items.meaning(member.id);
  const from = (value: Value): From => (meant === undefined ? scoreValue(value) : meant(value));
  return graph.apply(
    {
      key: `entry ${member.id} ${member.reversed ? "reversed" : ""} ${member.recode === undefined ? "" : recodeNumber(member.recode)}`,
      type: "number",
      apply: ([value = null]) => step(from(value)).value ?? null,
      ...mappedNumbers(map),
    },
    [before],
  );
}

const AS_NUMBER = {
  key: "as entry",
  type: "number",
  apply: ([value = null]: readonly Value[]) => {
    const plain = scoreValue(value);
    return plain.kind === "number" ? plain.value : null;
  },
  line: () => ({ factors: [ONE], offset: ZERO }),
  ...mappedNumbers({ reversed: false, ends: () => undefined }),
} as const;

function rawOf(parts: Parts, score: Score, entries: ScoreStages["entries"]): Quantity {
  const { graph } = parts;
  if (score.entries !== undefined) return combinedQuantity(parts, score, entries);
  if (score.cases !== undefined) return casesQuantity(parts, score);
  return score.value === undefined ? graph.known(null) : graph.apply(AS_SCORE, [parts.formula(score.value)]);
}

/** A list or several codes are no value of a score. */
const AS_SCORE = {
  key: "as score",
  type: "any",
  apply: ([value = null]: readonly Value[]) => plainValue(scoreValue(value)),
  spread: ([atom]: Parameters<NonNullable<ReturnType<typeof mappedNumbers>["spread"]>>[0]) => (atom === undefined ? undefined : [{ atom }]),
} as const;

function combinedQuantity({ graph }: Parts, score: Score, entries: ScoreStages["entries"]): Quantity {
  const method = score.method ?? "sum";
  const always = new Set(score.missing?.always);
  const fill = score.missing?.fill;
  const gathering = combining({
    method,
    weights: entries.map(({ member }) => member.weight),
    always: entries.map(({ member }) => always.has(member.id)),
    needed: neededCount(score.missing, entries.length),
    fill: fill === "none" ? undefined : fill,
    none: method === "sum" ? ZERO : null,
  });
  return graph.gather(
    gathering,
    entries.map(({ value }) => value),
  );
}

/** The first case that is true decides; what stands behind `otherwise` is never read. */
function casesQuantity({ graph, formula }: Parts, score: Score): Quantity {
  const members: Quantity[] = [];
  for (const { when, is } of score.cases ?? []) {
    const value =
      is.kind === "expression" ? graph.apply(AS_SCORE, [formula(is.value)]) : graph.known(is.kind === "missing" ? null : is.value);
    if (when === undefined) {
      members.push(value);
      break;
    }
    members.push(formula(when), value);
  }
  return graph.gather(choosing(members.length), members);
}

/** A formula as one quantity; what gives a list is no value. */
export function singleQuantity(tree: Expression, binding: Parameters<typeof formulaQuantity>[1]): Quantity {
  const made = formulaQuantity(tree, binding);
  return "kind" in made ? made : binding.graph.known(null);
}

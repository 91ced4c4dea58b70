import type { Expression } from "../expression/expression.ts";
import { partsOf } from "../expression/walk.ts";
import type { Instrument, Score } from "../model/instrument.ts";
import {
  type Ends,
  endsBeforeReversal,
  evaluationOrder,
  formulasOf,
  isResponseLost,
  membersOf,
  neededCount,
  type RangeOfScore,
  readBy,
} from "../model/resolve.ts";
import type { Lookup } from "./norms.ts";
import { preparedTransform } from "./preparedTransform.ts";

/** What is known about the instrument besides itself: ranges of its scores, and lookups (a table of norms may not have been read). */
export interface Known {
  readonly rangeOfScore: RangeOfScore;
  /** The range that complete answers give a formula or a score of scores before its transform: what `rescale` maps. */
  readonly rangeOfFormula?: (score: string) => Ends | undefined;
  readonly lookup: (table: string) => Lookup | undefined;
}

/**
 * The scores that cannot be computed as they are written, with the reason in words; a score that reads one of them cannot either. Every reason
 * has a finding of its own in the rules, so these words are only the last resort of a caller that did not check.
 */
export function faultyScores(instrument: Instrument, known: Known): ReadonlyMap<string, string> {
  const { cyclic, order } = evaluationOrder(instrument);
  const faults = new Map<string, string>();
  for (const id of instrument.scores.ids()) if (cyclic.has(id)) faults.set(id, `"${id}" depends on itself`);
  for (const id of order) {
    const score = instrument.scores.get(id);
    const fault = score === undefined ? undefined : (ownFault(instrument, score, known) ?? inheritedFault(instrument, id, faults));
    if (fault !== undefined) faults.set(id, fault);
  }
  return faults;
}

function ownFault(instrument: Instrument, score: Score, known: Known): string | undefined {
  if (score.round !== undefined && score.round.mode === undefined) return `"${score.id}" rounds without a mode`;
  for (const { step, means } of preparedTransform(instrument, score, known)) {
    if (step.kind === "lookup" && means.lookup === undefined) return `the table "${step.table}" is not there`;
    if (step.kind === "rescale" && means.range === undefined) return `"${score.id}" rescales a value without a lowest and a highest end`;
  }
  const formulas = formulasOf(score);
  if (formulas.some(isFaulty)) return `a formula of "${score.id}" cannot be read`;
  if (score.entries !== undefined) return entriesFault(instrument, score, known);
  return score.value === undefined && score.cases === undefined ? `"${score.id}" has nothing to score` : undefined;
}

function entriesFault(instrument: Instrument, score: Score, known: Known): string | undefined {
  const { members, unknown } = membersOf(instrument, score);
  const [first] = unknown;
  if (first !== undefined) return `"${first.id}" in the items of "${score.id}" cannot be followed`;
  if (members.length === 0) return `"${score.id}" has nothing to score`;
  if (members.length > 1 && score.method === undefined) return `"${score.id}" has no method`;
  const lost = members.find(({ item }) => item && isResponseLost(instrument, item));
  if (lost !== undefined) return `the response of "${lost.id}" is not there`;
  const open = members.find((member) => {
    if (!member.reversed) return false;
    const ends = endsBeforeReversal(instrument, member, known.rangeOfScore);
    return ends?.low === undefined || ends.high === undefined;
  });
  if (open !== undefined) return `"${open.id}" is reversed but has no lowest and highest value`;
  const gaps = members.length > neededCount(score.missing, members.length);
  if (gaps && (score.method ?? "sum") === "sum" && score.missing?.fill === undefined)
    return `"${score.id}" may have missing entries but no fill`;
  return undefined;
}

/** A score that reads a faulty one, directly or through the routing of an item. */
function inheritedFault(instrument: Instrument, id: string, faults: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>();
  const waiting = [...readBy(instrument, id)];
  for (let read = waiting.pop(); read !== undefined; read = waiting.pop()) {
    if (seen.has(read)) continue;
    seen.add(read);
    if (instrument.items.has(read)) waiting.push(...readBy(instrument, read));
    else if (faults.has(read)) return `"${id}" uses "${read}", which has an error`;
    else if (instrument.scores.get(read)?.level === "group" && instrument.scores.get(id)?.level === "person")
      return `"${id}" is a person's score and uses the group score "${read}"`;
    else if (!instrument.scores.has(read)) return `"${read}" is neither an item nor a score`;
  }
  return undefined;
}

function isFaulty(expression: Expression): boolean {
  return expression.kind === "faulty" || partsOf(expression).some(isFaulty);
}

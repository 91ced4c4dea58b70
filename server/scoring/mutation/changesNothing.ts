import type { Bands, CutOff, Instrument, Score } from "../../model/instrument.ts";
import { membersOf, neededCount } from "../../model/resolve.ts";
import { compare } from "../../number/arithmetic.ts";
import { type Exact, ZERO } from "../../number/exact.ts";
import { roundTo } from "../../number/round.ts";
import { bandOf, meetsCutOff } from "../bands.ts";
import { type PossibleRange, possibleRange, rangeAt } from "../range.ts";
import type { Mutant } from "./mutant.ts";

/**
 * True where a slip is proved to change no score, without trying answers: an edge that moved between two attainable values, another rounding
 * mode where no attainable value is a tie, a sum for a mean where the rescaling undoes it. False where this cannot be proved.
 */
export function changesNothing(instrument: Instrument, { kind, scores, instrument: mutated }: Mutant): boolean {
  const [id = ""] = scores;
  const [before, after] = [instrument.scores.get(id), mutated.scores.get(id)];
  if (before === undefined || after === undefined) return false;
  switch (kind) {
    case "band edge":
    case "cut-off":
      return everyValue(possibleRange(instrument, id), (value) => sameVerdicts(before, after, value));
    case "rounding": {
      const [one, other] = [before.round, after.round];
      if (one?.mode === undefined || other?.mode === undefined) return false;
      const [mode, slipped] = [one.mode, other.mode];
      const range = rangeAt(instrument, id, { at: "before_rounding" });
      return everyValue(range, (value) => compare(roundTo(value, one.to, mode), roundTo(value, other.to, slipped)) === 0);
    }
    case "method":
      return isUndoneByRescaling(instrument, before, after);
    default:
      return false;
  }
}

function everyValue(range: PossibleRange | undefined, holds: (value: Exact) => boolean): boolean {
  return range?.exact === true && range.attainable !== undefined && range.attainable.every(holds);
}

function sameVerdicts(one: Score, other: Score, value: Exact): boolean {
  const names = [...one.bandSets.keys()];
  return (
    sameBand(one.bands, other.bands, value) &&
    names.every((name) => sameBand(one.bandSets.get(name), other.bandSets.get(name), value)) &&
    one.cutOffs.every((cutOff, place) => sameSide(cutOff, other.cutOffs[place], value))
  );
}

function sameBand(one: Bands | undefined, other: Bands | undefined, value: Exact): boolean {
  if (one?.kind === "bands" && other?.kind === "bands") return bandOf(one.bands, value) === bandOf(other.bands, value);
  if (one?.kind !== "by" || other?.kind !== "by") return one === other;
  return [...one.sets].every(([code, bands]) => bandOf(bands, value) === bandOf(other.sets.get(code) ?? [], value));
}

function sameSide(one: CutOff, other: CutOff | undefined, value: Exact): boolean {
  return other !== undefined && meetsCutOff(one, value) === meetsCutOff(other, value);
}

/** A sum is the mean times the weights of all entries where every entry counts or is filled; a rescaling takes such a factor away. */
function isUndoneByRescaling(instrument: Instrument, one: Score, other: Score): boolean {
  const methods = new Set([one.method, other.method]);
  if (!methods.has("sum") || !methods.has("mean") || one.transform[0]?.kind !== "rescale") return false;
  const { members } = membersOf(instrument, one);
  const isItems = members.every(({ item, weight }) => item !== undefined && weight.compare(ZERO) > 0);
  const { fill } = one.missing ?? {};
  return isItems && (neededCount(one.missing, members.length) >= members.length || (fill !== undefined && fill !== "none"));
}

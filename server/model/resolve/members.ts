import { keptWith } from "../../keptWith.ts";
import { type Exact, ONE } from "../../number/exact.ts";
import type { Entry, Instrument, Item, Recode, Score } from "../instrument.ts";
import { isFixed } from "../named.ts";

/** One item or score that goes into a score, with everything its entry says, spans taken apart. */
export interface Member {
  readonly id: string;
  /** Set where the member is an item; else it is a score. */
  readonly item?: Item;
  readonly score?: Score;
  /** The line of `items` that it comes from, counted from 0. */
  readonly place: number;
  readonly reversed: boolean;
  readonly recode?: Recode;
  readonly weight: Exact;
}

/** Why an entry cannot be followed. Each has its own finding, so nothing here is shown to an author. */
export type UnknownMember = {
  readonly place: number;
  readonly why: "undefined_name" | "undefined_recode" | "span_backwards" | "minus_on_reversed";
  readonly id: string;
};

/** The members of a score's `items` in order, and what could not be followed. */
export function membersOf(instrument: Instrument, score: Score): Members {
  const known = KEPT.get(score);
  const { look } = instrument;
  if (known?.instrument === instrument && known.look === look) return known.found;
  const found = followed(instrument, score);
  // What is seen through a view is asked once by each who looks, so that the view can note it.
  const isKept = look !== undefined || (isFixed(instrument.items) && isFixed(instrument.scores) && isFixed(instrument.recodes));
  if (isKept) KEPT.set(score, { instrument, look, found });
  return found;
}

interface Members {
  readonly members: readonly Member[];
  readonly unknown: readonly UnknownMember[];
}

/** A score is looked at by a dozen rules, one after the other, in one version of an instrument. */
const KEPT = keptWith<Score, { readonly instrument: Instrument; readonly look: number | undefined; readonly found: Members }>();

function followed(instrument: Instrument, score: Score): Members {
  const members: Member[] = [];
  const unknown: UnknownMember[] = [];
  for (const [place, entry] of (score.entries ?? []).entries()) {
    const ids = expandSpan(instrument, entry.first, entry.last);
    if (typeof ids === "string") {
      unknown.push({
        place,
        why: ids,
        id: ids === "undefined_name" && isKnown(instrument, entry.first) ? (entry.last ?? entry.first) : entry.first,
      });
      continue;
    }
    const recode = recodeOf(instrument, entry.recode ?? score.recode);
    if (recode === "unknown") {
      unknown.push({ place, why: "undefined_recode", id: String(entry.recode ?? score.recode) });
      continue;
    }
    for (const id of ids) {
      const item = instrument.items.get(id);
      if (item !== undefined && entry.minus && item.reverse && entry.reverse === undefined) {
        unknown.push({ place, why: "minus_on_reversed", id });
      }
      members.push({
        id,
        item,
        score: item === undefined ? instrument.scores.get(id) : undefined,
        place,
        reversed: isReversed(entry, item),
        recode,
        weight: entry.weight ?? score.weight ?? ONE,
      });
    }
  }
  return { members, unknown };
}

/** The ids from `first` to `last`: items in document order, scores in file order. Items win where a name is both. */
export function expandSpan(
  instrument: Instrument,
  first: string,
  last: string | undefined,
): readonly string[] | "undefined_name" | "span_backwards" {
  if (last === undefined) return isKnown(instrument, first) ? [first] : "undefined_name";
  const kind = instrument.items.has(first) && instrument.items.has(last) ? instrument.items : instrument.scores;
  if (!kind.has(first) || !kind.has(last)) return "undefined_name";
  return kind.span(first, last) ?? "span_backwards";
}

function isKnown(instrument: Instrument, id: string): boolean {
  return instrument.items.has(id) || instrument.scores.has(id);
}

function recodeOf(instrument: Instrument, recode: string | Recode | undefined): Recode | undefined | "unknown" {
  if (typeof recode !== "string") return recode;
  return instrument.recodes.get(recode) ?? "unknown";
}

/** The long form's `reverse` is absolute; else the item's own flag or a leading minus reverses, whatever score lists it. */
function isReversed(entry: Entry, item: Item | undefined): boolean {
  return entry.reverse ?? (item?.reverse === true || entry.minus);
}

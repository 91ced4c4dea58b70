import type { Analysis } from "../analysis/analysis.ts";
import type { Item, Score } from "../model/instrument.ts";
import { fieldOf, origins } from "../model/origins.ts";
import type { Range } from "../problem.ts";
import type { ScoreCoverage, Target } from "../scoring/coverage.ts";
import type { Place } from "../syntax/place.ts";

/** A place of an instrument that tests exercise or not, and what of it. */
export interface CoveredPlace {
  readonly range: Range;
  readonly targets: readonly { readonly name: string; readonly covered: boolean }[];
}

/**
 * What tests exercise, where it is written: an item at its name, a reversal at its `reverse`, the edges of a band at the band. A score that no
 * test expects has one target, itself. An item counts as exercised where it is in one of the scores that take it in.
 */
export function coveredPlaces(analysis: Analysis, coverage: readonly ScoreCoverage[]): readonly CoveredPlace[] {
  const places = new Map<string, { readonly range: Range; readonly targets: Map<string, boolean> }>();
  const add = (at: Place, name: string, covered: boolean) => {
    const { range, file } = analysis.locate(at);
    // What a library brings in is covered or not in the library's own tests.
    if (file !== undefined) return;
    const key = `${range.start} ${range.end}`;
    const place = places.get(key) ?? { range, targets: new Map() };
    place.targets.set(name, covered || place.targets.get(name) === true);
    places.set(key, place);
  };
  const { instrument } = analysis;
  for (const { score: id, tested, targets } of coverage) {
    const score = instrument.scores.get(id);
    if (score === undefined || !origins.has(score)) continue;
    add(origins.name(score), `a test that expects ${id}`, tested);
    for (const target of targets) add(placeOf(target, score, instrument.items.get(target.name)), nameOf(target), target.covered);
  }
  return [...places.values()]
    .map(({ range, targets }) => ({ range, targets: [...targets].map(([name, covered]) => ({ name, covered })) }))
    .sort((a, b) => a.range.start - b.range.start);
}

function placeOf({ kind, about }: Target, score: Score, item: Item | undefined): Place {
  if (about !== undefined && origins.has(about)) return origins.whole(about);
  switch (kind) {
    case "item":
      return item !== undefined && origins.has(item) ? origins.name(item) : origins.name(score);
    case "reversal":
      return item !== undefined && origins.has(item) && fieldOf(item, "reverse") !== undefined
        ? origins.value(item, "reverse")
        : origins.key(score, "entries");
    case "missing count":
      return fieldOf(score, "missing") === undefined ? origins.key(score, "entries") : origins.value(score, "missing");
    case "band edge":
      return origins.key(score, "bands");
    case "cut-off":
      return origins.key(score, "cutOffs");
    case "case":
      return origins.key(score, "cases");
  }
}

function nameOf({ kind, name }: Target): string {
  switch (kind) {
    case "item":
      return `an answer to ${name}`;
    case "reversal":
      return `an answer to ${name} off its middle`;
    case "band edge":
      return `the edge of the band ${name}`;
    case "cut-off":
      return `the cut-off ${name}`;
    case "missing count":
      return name === "0" ? "complete answers" : `${name} missing`;
    case "case":
      return `case ${name}`;
  }
}

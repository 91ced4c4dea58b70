import type { Band, Bands, Score } from "../model/instrument.ts";

/** Every band set of a score: its own, the further ones, and each of those by a covariate. */
export function bandSetsOf(score: Score): readonly (readonly Band[])[] {
  return [score.bands, ...score.bandSets.values()].flatMap((bands) => (bands ? setsOf(bands) : []));
}

export const setsOf = (bands: Bands): readonly (readonly Band[])[] => (bands.kind === "by" ? [...bands.sets.values()] : [bands.bands]);

/** Bands by where they begin; inverted ones, which are reported as such, left out. */
export function sortedBands(bands: readonly Band[]): readonly Band[] {
  return bands.filter((band) => !band.to || band.to.compare(band.from) >= 0).sort((a, b) => a.from.compare(b.from));
}

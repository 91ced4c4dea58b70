import type { Band, Bands } from "../../model/instrument.ts";
import type { Exact } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";

/** Band sets in which one edge stands one step off. Between two bands the neighbour's end moves along, as it does in a wrong table. */
export function* shiftedBands(
  bands: Bands,
  edgeStep: (edges: readonly Exact[]) => Exact,
): Generator<{ readonly bands: Bands; readonly change: string }> {
  if (bands.kind === "bands") {
    for (const { set, change } of shiftedSet(bands.bands, edgeStep)) yield { bands: { kind: "bands", bands: set }, change };
    return;
  }
  for (const [code, set] of bands.sets) {
    for (const shifted of shiftedSet(set, edgeStep)) {
      yield { bands: { ...bands, sets: new Map(bands.sets).set(code, shifted.set) }, change: `${shifted.change} (${code})` };
    }
  }
}

function* shiftedSet(
  set: readonly Band[],
  edgeStep: (edges: readonly Exact[]) => Exact,
): Generator<{ readonly set: readonly Band[]; readonly change: string }> {
  const step = edgeStep(set.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])));
  for (const [place, band] of set.entries()) {
    const below = neighbourBelow(set, band);
    for (const from of below === undefined ? [band.from.add(step)] : [band.from.sub(step), band.from.add(step)]) {
      const change = `"${band.name}" began at ${printExact(from)} instead of ${printExact(band.from)}`;
      const moved = set.map((each, at): Band => {
        if (at === place) return { ...each, from };
        return each === below && each.to !== undefined ? { ...each, to: each.to.add(from).sub(band.from) } : each;
      });
      yield { set: moved, change };
    }
  }
  const last = set.reduce<Band | undefined>((last, band) => (last === undefined || band.from.gt(last.from) ? band : last), undefined);
  if (last?.to === undefined) return;
  const to = last.to.sub(step);
  const change = `"${last.name}" ended at ${printExact(to)} instead of ${printExact(last.to)}`;
  yield { set: set.map((band) => (band === last ? { ...band, to } : band)), change };
}

function neighbourBelow(set: readonly Band[], band: Band): Band | undefined {
  return set.reduce<Band | undefined>(
    (best, each) => (each.from.lt(band.from) && (best === undefined || each.from.gt(best.from)) ? each : best),
    undefined,
  );
}

import type { Instrument } from "../model/instrument.ts";
import { expandSpan, formulasOf, readNames } from "../model/resolve.ts";
import { rule } from "./rule.ts";

/** Told once for each circle, at its first score. A circle that runs through the routing of an item is a matter of routing. */
export default rule({
  code: "score-cycle",
  severity: "error",
  summary: "A score is made from itself, directly or through other scores.",
  looksAt: "score",
  *check(part, { scoring: instrument, at, references }) {
    const reached = reachedFrom(part.id, instrument);
    const circle = reached.get(part.id);
    if (!circle || instrument.scores.get(part.id) !== part.value) return;
    const place = instrument.scores.indexOf(part.id);
    for (const id of reached.keys()) if (instrument.scores.indexOf(id) < place && reachedFrom(id, instrument).has(part.id)) return;
    const next = circle[0] ?? part.id;
    const reference = references(part).find(({ id, last }) => {
      const ids = expandSpan(instrument, id, last);
      return typeof ids === "string" ? id === next : ids.includes(next);
    });
    const path = [part.id, ...circle];
    const steps = path.slice(1).map((id, i) => `"${path[i]}" uses "${id}"`);
    yield {
      at: reference?.at ?? at.name(part.value),
      message: `"${part.id}" is made from itself${steps.length > 1 ? `: ${steps.join(", ")}` : ""}`,
      related: circle.slice(0, -1).flatMap((id) => {
        const score = instrument.scores.get(id);
        return score ? [{ at: at.name(score), message: `"${id}" is part of the circle` }] : [];
      }),
    };
  },
});

/** The scores that a score uses, each with the shortest way to it. */
function reachedFrom(start: string, instrument: Instrument): ReadonlyMap<string, readonly string[]> {
  const reached = new Map<string, readonly string[]>();
  const open: (readonly string[])[] = [[]];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    for (const id of scoresReadBy(instrument, path.at(-1) ?? start)) {
      if (reached.has(id)) continue;
      const way = [...path, id];
      reached.set(id, way);
      open.push(way);
    }
  }
  return reached;
}

/** Scores among the entries and in the formulas of a score; spans of items are passed over. */
function scoresReadBy(instrument: Instrument, id: string): readonly string[] {
  const score = instrument.scores.get(id);
  if (!score) return [];
  const names = (score.entries ?? []).flatMap(({ first, last }) => {
    const ids = instrument.items.has(first) ? "an item" : expandSpan(instrument, first, last);
    return typeof ids === "string" ? [] : ids;
  });
  const read = formulasOf(score).flatMap((formula) => readNames(instrument, formula));
  return [...new Set([...names, ...read])].filter((name) => instrument.scores.has(name) && !instrument.items.has(name));
}

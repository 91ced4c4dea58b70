import type { Analysis } from "../analysis/analysis.ts";
import { origins } from "../model/origins.ts";
import type { Locate, ScoreRange, View } from "../preview/view.ts";
import type { Range } from "../problem.ts";

/** What a preview is made of, from one version of a document. */
export function viewOf(analysis: Analysis): View {
  const { instrument, problems } = analysis;
  return { instrument, problems, locate: locateIn(analysis), ranges: rangesOf(analysis) };
}

/** An object of the model stands from its id to its last key, a property where its value is written. */
function locateIn(analysis: Analysis): Locate {
  return (object, property) => {
    if (!origins.has(object)) {
      return undefined;
    }
    if (property !== undefined) {
      return analysis.range(origins.value<Readonly<Record<string, unknown>>>(object as Readonly<Record<string, unknown>>, property));
    }
    const name = analysis.range(origins.name(object));
    const whole = analysis.range(origins.whole(object));
    return span(name, whole);
  };
}

function span(one: Range, other: Range): Range {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

function rangesOf(analysis: Analysis): ReadonlyMap<string, ScoreRange> {
  const ranges = new Map<string, ScoreRange>();
  for (const id of analysis.instrument.scores.ids()) {
    const range = analysis.possibleRange(id);
    if (range !== undefined) {
      ranges.set(id, range);
    }
  }
  return ranges;
}

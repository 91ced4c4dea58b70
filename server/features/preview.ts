import type { Analysis } from "../analysis/analysis.ts";
import { origins } from "../model/origins.ts";
import { liveOf } from "../preview/live.ts";
import type { Filled, ScoreRange, View } from "../preview/view.ts";
import { compiled } from "./compiled.ts";

/** What a preview of an analysed instrument is made of. With `filled` it shows routing and scores for these answers. */
export function viewOf(analysis: Analysis, { language, filled }: { readonly language?: string; readonly filled?: Filled } = {}): View {
  return {
    instrument: analysis.instrument,
    language,
    locate: (object, property) => {
      if (!origins.has(object)) return undefined;
      return analysis.range(
        property === undefined ? origins.whole(object) : origins.value(object, property as keyof typeof object & string),
      );
    },
    problems: analysis.problems,
    ranges: rangesOf(analysis),
    filled,
    live: filled && liveOf(compiled(analysis), filled),
  };
}

function rangesOf(analysis: Analysis): ReadonlyMap<string, ScoreRange> {
  return new Map(
    analysis.instrument.scores.ids().flatMap((id) => {
      const possible = analysis.possibleRange(id);
      return possible ? [[id, possible as ScoreRange] as const] : [];
    }),
  );
}

import type { Analysis } from "../analysis/analysis.ts";
import { origins } from "../model/origins.ts";
import { liveOf } from "../preview/live.ts";
import type { Filled, ScoreRange, View } from "../preview/view.ts";
import { type Words, withTranslations } from "../translation/withTranslations.ts";
import { compiled } from "./compiled.ts";

/** How an instrument is to be shown. */
export interface Wish {
  readonly language?: string;
  readonly filled?: Filled;
  /** The words of its translations. */
  readonly translations?: readonly Words[];
}

/**
 * What a preview of an analysed instrument is made of. With the first answer it begins to show routing and scores; before it everything is there
 * with the conditions under which it is asked.
 */
export function viewOf(analysis: Analysis, wish: Wish = {}): View {
  const { language, translations = [] } = wish;
  const instrument = withTranslations(analysis.instrument, translations);
  const filled = wish.filled?.size === 0 ? undefined : wish.filled;
  return {
    instrument,
    language,
    locate: (object, property) => {
      if (!origins.has(object)) return undefined;
      if (property !== undefined) return analysis.range(origins.value(object, property as keyof typeof object & string));
      // A thing reaches from its id to its end: a finding on the id is one on the thing.
      const [name, whole] = [analysis.range(origins.name(object)), analysis.range(origins.whole(object))];
      return { start: Math.min(name.start, whole.start), end: Math.max(name.end, whole.end) };
    },
    problems: analysis.problems,
    ranges: rangesOf(analysis),
    filled,
    live: filled && liveOf({ ...compiled(analysis), instrument }, filled, language),
  };
}

function rangesOf(analysis: Analysis): ReadonlyMap<string, ScoreRange> {
  return new Map(
    analysis.instrument.scores.ids().flatMap((id) => {
      const possible = analysis.possibleRange(id);
      return possible ? [[id, possible] as const] : [];
    }),
  );
}

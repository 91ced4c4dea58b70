import type { Analysis } from "../analysis/analysis.ts";
import type { Ratings } from "../delphi/ratings.ts";
import type { Instrument } from "../model/instrument.ts";
import { origins } from "../model/origins.ts";
import { ratedOf } from "../preview/delphi/rated.ts";
import type { LayOut } from "../preview/graph/graph.ts";
import { liveOf } from "../preview/live.ts";
import { CHOSEN } from "../preview/panellist.ts";
import type { Filled, Mode, ScoreRange, View } from "../preview/view.ts";
import type { PossibleRange } from "../scoring/range.ts";
import { type Words, withTranslations } from "../translation/withTranslations.ts";
import { compiled } from "./compiled.ts";
import { routingReach } from "./routingReach.ts";

/** How a document is to be shown. */
export interface Wish {
  readonly language?: string;
  readonly filled?: Filled;
  /** The words of its translations. */
  readonly translations?: readonly Words[];
  /** The ratings of a Delphi study, and the panellist whose own are shown. */
  readonly ratings?: Ratings;
  readonly panellist?: string;
  readonly layOut?: LayOut;
  /** The one mode that is shown: what only others show is not worked out. */
  readonly mode?: Mode;
  /** Says that it is time to show something: the values that scores take are then left out where they are not known yet. */
  readonly isTime?: () => boolean;
}

/**
 * What a preview of an analysed document is made of. With the first answer it begins to show routing and scores; before it everything is there
 * with the conditions under which it is asked.
 */
export function viewOf(analysis: Analysis, wish: Wish = {}): View {
  const { language, translations = [] } = wish;
  const delphi = analysis.delphi && withTranslations(analysis.delphi, translations);
  const guide = analysis.guide && withTranslations(analysis.guide, translations);
  const study = analysis.study && withTranslations(analysis.study, translations);
  const instrument = withTranslations(shellOf(analysis), translations);
  const filled = wish.filled?.size === 0 ? undefined : wish.filled;
  const isInstrument = (delphi ?? guide ?? study) === undefined;
  return {
    instrument,
    delphi,
    guide,
    study,
    rated: delphi && wish.ratings && ratedOf(delphi, wish.ratings, wish.panellist ?? filled?.get(CHOSEN.panellist)?.[0]),
    ...(isInstrument ? routingReach(analysis) : {}),
    layOut: wish.layOut,
    language,
    locate: (object, property) => {
      if (!origins.has(object)) return undefined;
      if (property !== undefined) return analysis.range(origins.value(object, property as keyof typeof object & string));
      // A thing reaches from its id to its end: a finding on the id is one on the thing.
      const [name, whole] = [analysis.range(origins.name(object)), analysis.range(origins.whole(object))];
      return { start: Math.min(name.start, whole.start), end: Math.max(name.end, whole.end) };
    },
    problems: isShownIn(wish.mode, WITH_PROBLEMS) ? analysis.problems : undefined,
    ranges: isShownIn(wish.mode, WITH_RANGES) ? rangesOf(analysis, wish.isTime) : undefined,
    filled,
    live: isInstrument && filled ? liveOf({ ...compiled(analysis), instrument }, filled, language) : undefined,
  };
}

/** The instrument; of a document of another kind an empty one that has its name and its metadata. */
function shellOf({ instrument, delphi, guide, study }: Analysis): Instrument {
  const other = delphi ?? guide ?? study;
  return other === undefined ? instrument : { ...instrument, id: other.id, metadata: other.metadata };
}

const WITH_PROBLEMS: ReadonlySet<Mode> = new Set(["reviewer", "scores", "consensus", "guide", "study"]);
const WITH_RANGES: ReadonlySet<Mode> = new Set(["scores"]);

/** Whether a mode shows what was found. */
export const showsFindings = (mode: Mode): boolean => WITH_PROBLEMS.has(mode);

function isShownIn(mode: Mode | undefined, modes: ReadonlySet<Mode>): boolean {
  return mode === undefined || modes.has(mode);
}

function rangesOf(analysis: Analysis, isTime?: () => boolean): ReadonlyMap<string, ScoreRange> {
  return new Map(
    analysis.instrument.scores.ids().flatMap((id) => {
      const possible = analysis.possibleRange(id);
      if (possible === undefined) return [];
      return [[id, isTime?.() === true ? withoutValues(possible) : whole(possible)] as const];
    }),
  );
}

/** Which values a score takes between its ends is the most work of a range; it is done once for each version. */
function whole(range: PossibleRange): ScoreRange {
  void range.step;
  return range;
}

function withoutValues({ min, max, minReached, maxReached, exact, values, witness }: PossibleRange): ScoreRange {
  return { min, max, minReached, maxReached, exact, values, witness };
}

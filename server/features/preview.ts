import type { Analysis } from "../analysis/analysis.ts";
import type { Instrument } from "../model/instrument.ts";
import { origins } from "../model/origins.ts";
import type { RangeOfScore } from "../model/resolve.ts";
import { renderBody } from "../preview/body.ts";
import { languageOf } from "../preview/language.ts";
import { languageTags } from "../preview/languages.ts";
import { liveOf } from "../preview/live.ts";
import type { Filled, Locate, Mode, ScoreRange, View } from "../preview/view.ts";
import type { Range } from "../problem.ts";
import { type CompiledInstrument, compileInstrument } from "../scoring/pipeline.ts";

export interface PreviewWish {
  readonly mode: Mode;
  /** The language to show; the document's own by default. */
  readonly language?: string;
  /** The values of each control by its name. Without it nothing is routed or scored. */
  readonly filled?: Filled;
}

/** A document as a piece of HTML that knows its places in the text; undefined where there is nothing to show. */
export function previewOf(analysis: Analysis, { mode, language, filled }: PreviewWish) {
  if (analysis.kind !== "instrument" && analysis.kind !== "library") {
    return undefined;
  }
  const { instrument } = analysis;
  const languages = languageTags(instrument);
  // A language that an edit has taken away is no longer to be shown.
  const shown = language !== undefined && languages.includes(language) ? language : (languages[0] ?? "en");
  const live = filled === undefined || filled.size === 0 ? undefined : liveOf(compiled(analysis), filled);
  const html = renderBody({ ...viewOf(analysis), language: shown, filled, live }, mode);
  return { html, language: shown, rightToLeft: languageOf(shown).direction === "rtl", languages };
}

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
      return analysis.range(origins.value(object as Readonly<Record<string, unknown>>, property));
    }
    return around(analysis.range(origins.name(object)), analysis.range(origins.whole(object)));
  };
}

function around(one: Range, other: Range): Range {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

function rangesOf(analysis: Analysis): ReadonlyMap<string, ScoreRange> {
  const ranges = new Map<string, ScoreRange>();
  for (const id of analysis.instrument.scores.ids()) {
    const range = analysis.possibleRange(id);
    if (range !== undefined) {
      ranges.set(id, { ...range, values: range.values?.map(String) });
    }
  }
  return ranges;
}

/** Answers come one after the other to one version of an instrument, so it is made ready for scoring once. */
const COMPILED = new WeakMap<Instrument, CompiledInstrument>();

function compiled(analysis: Analysis): CompiledInstrument {
  const { instrument } = analysis;
  const known = COMPILED.get(instrument);
  if (known !== undefined) {
    return known;
  }
  const rangeOfScore: RangeOfScore = (id) => {
    const range = analysis.possibleRange(id);
    return range && { low: range.min, high: range.max, attainable: range.attainable };
  };
  const made = compileInstrument(instrument, { rangeOfScore });
  COMPILED.set(instrument, made);
  return made;
}

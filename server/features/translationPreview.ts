import type { Analysis } from "../analysis/analysis.ts";
import { translationState } from "../analysis/translationProblems.ts";
import { renderTranslation } from "../preview/translation.ts";
import type { View } from "../preview/view.ts";
import { viewOf } from "./preview.ts";
import { translationWords } from "./translationWords.ts";

/** A translation beside the texts of its document; undefined where the document cannot be read. */
export function translationBody(analysis: Analysis): string | undefined {
  const state = translationState(analysis.fields, { get: (name) => analysis.anchor(name) }, analysis.joined);
  return state && renderTranslation({ completeness: state, from: state.from, locate: (place) => analysis.range(place) });
}

/** The instrument that a translation is of, as its participants meet it in the other language. Places are those of another file, so there are none. */
export function translatedView(analysis: Analysis): View | undefined {
  const [source] = analysis.joined.values();
  if (source?.kind !== "instrument") return undefined;
  const words = translationWords(source, analysis);
  return words && { ...viewOf(source, { language: words.language, translations: [words] }), locate: undefined };
}

import type { Analysis } from "../../analysis/analysis.ts";
import { translationState } from "../../analysis/translationProblems.ts";
import { placeIn } from "../../syntax/place.ts";
import { completenessInWords } from "../../translation/completeness.ts";
import type { InlayHint } from "../inlayHints.ts";

/** Behind the language of a translation how far it is: "39 of 40". */
export function translationHints(analysis: Analysis): readonly InlayHint[] {
  const [first] = analysis.fields;
  const state = translationState(analysis.fields, { get: (name) => analysis.anchor(name) }, analysis.joined);
  if (first === undefined || state === undefined) return [];
  const { end } = analysis.range(placeIn(first.segment, first.value));
  return [{ kind: "labels", offset: end, label: ` ${state.translated} of ${state.total}`, tooltip: completenessInWords(state) }];
}

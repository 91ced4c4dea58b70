import type { Analysis } from "../analysis/analysis.ts";
import { textsOf, translationState } from "../analysis/translationProblems.ts";
import type { Words } from "../translation/withTranslations.ts";

/** The words that a translation gives an analysed document: its texts are found by their names, so each may be of another moment. */
export function translationWords(source: Analysis, translation: Analysis): Words | undefined {
  const state = translationState(translation.fields, { get: (name) => translation.anchor(name) }, translation.joined);
  if (state === undefined || state.language === "") return undefined;
  const words = new Map(
    state.rows.flatMap(({ source, text, words }) => (text !== undefined && words !== undefined ? [[source.key, words]] : [])),
  );
  return {
    language: state.language,
    byNode: new Map(
      textsOf(source).flatMap(({ key, node }) => {
        const found = words.get(key);
        return found === undefined ? [] : [[node, found] as const];
      }),
    ),
  };
}

import { translationDifference } from "../evidence/translationDifference.ts";
import { find, keyPlace, type LocalProblem, type Reading, valuePlace, wordIn } from "../model/read/reader.ts";
import type { Field } from "../syntax/outline.ts";
import { type Completeness, completenessInWords, completenessOf } from "../translation/completeness.ts";
import { readTranslation } from "../translation/readTranslation.ts";
import { type SourceText, sourceTexts } from "../translation/sourceTexts.ts";
import type { Analysis } from "./analysis.ts";
import type { AnchorTable } from "./anchors.ts";
import { problem } from "./documentProblems.ts";

/** What is known of a translation beside the document that it is of. */
export interface TranslationState extends Completeness {
  readonly source: Analysis;
  /** The language of the document that is translated. */
  readonly from: string;
}

/** Puts a translation beside its document; undefined where that cannot be read. */
export function translationState(
  fields: readonly Field[],
  anchors: Pick<AnchorTable, "get">,
  joined: ReadonlyMap<string, Analysis>,
): TranslationState | undefined {
  const reading: Reading = { report: () => undefined, anchor: (name) => anchors.get(name) };
  const translation = readTranslation(reading, fields);
  const source = translation.of === undefined ? undefined : joined.get(translation.of);
  if (source === undefined || source.kind === "translation") return undefined;
  return { ...completenessOf(textsOf(source), translation), source, from: languageOf(source) };
}

/** The texts of a document that can be translated. */
export function textsOf(analysis: Analysis): readonly SourceText[] {
  const reading: Reading = { report: () => undefined, anchor: (name) => analysis.anchor(name) };
  return sourceTexts(reading, analysis.fields, languageOf(analysis));
}

function languageOf({ fields, anchor }: Analysis): string {
  return wordIn({ report: () => undefined, anchor }, find(fields, "language")) ?? "en";
}

/** What is wrong with a translation as such: texts that the document does not have, words that do not hold what the document's hold. */
export function translationProblems(
  fields: readonly Field[],
  anchors: AnchorTable,
  joined: ReadonlyMap<string, Analysis>,
): readonly LocalProblem[] {
  const of = find(fields, "of");
  if (joined.size > 0 && of && [...joined.values()].every(({ kind }) => kind === "translation"))
    return [problem("import-not-found", "error", "this is a translation itself: name the document that it was made from", valuePlace(of))];
  const state = translationState(fields, anchors, joined);
  const first = fields[0];
  if (state === undefined || first === undefined) return [];
  const problems: LocalProblem[] = [];
  const left = state.rows.filter(({ words }) => words === undefined);
  if (left.length > 0) {
    const named = left.slice(0, MOST_NAMED).map(({ source }) => source.key);
    const more = left.length > named.length ? ` and ${left.length - named.length} more` : "";
    problems.push(
      problem("untranslated-text", "info", `${completenessInWords(state)}; not yet: ${named.join(", ")}${more}`, keyOrValue(first)),
    );
  }
  for (const text of state.unknown)
    problems.push(problem("unknown-translation", "error", `the document has no text "${text.key}"`, text.keyAt));
  const labels = new Map<string, (typeof state.rows)[number]>();
  for (const row of state.rows) {
    const { source, words, text } = row;
    if (text === undefined || words === undefined || text.words !== words) continue;
    const found = translationDifference({ words: source.words, tag: state.from }, { words, tag: state.language });
    if (found) problems.push(problem("translation-drift", found.severity ?? "error", found.message, text.at));
    const options = OPTION.exec(source.key)?.[1];
    if (options === undefined) continue;
    const label = `${options} ${words.trim().toLowerCase()}`;
    const same = labels.get(label);
    if (!same) labels.set(label, row);
    else if (same.text && same.source.words.trim().toLowerCase() !== source.words.trim().toLowerCase())
      problems.push(
        problem("translation-drift", "warning", `"${words}" stands for "${same.source.words}" and for "${source.words}"`, text.at, {
          related: [{ message: `"${same.source.words}"`, at: same.text.at }],
        }),
      );
  }
  return problems;
}

const MOST_NAMED = 5;

/** The label of one option of a response. */
const OPTION = /^(.+\.options)\.[^.]+\.label$/;

const keyOrValue = (field: Field) => (field.value.end > field.value.start ? valuePlace(field) : keyPlace(field));

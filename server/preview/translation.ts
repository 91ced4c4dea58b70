import { isEnglish, type Language, languageOf } from "../language/language.ts";
import type { Range } from "../problem.ts";
import type { Place } from "../syntax/place.ts";
import { type Completeness, completenessInWords, type TranslationRow } from "../translation/completeness.ts";
import { stopAt } from "./context.ts";
import { type Html, html } from "./html.ts";
import { languageAttributes } from "./wording.ts";

/** A translation to be looked at: how far it is, and where its entries stand in its text. */
export interface TranslationView {
  readonly completeness: Completeness;
  /** The language of the document that it is of. */
  readonly from: string;
  readonly locate?: (place: Place) => Range;
}

/** Each text of a document beside its words in the other language, with how far these are. */
export function renderTranslation({ completeness, from, locate }: TranslationView): string {
  const [own, other] = [languageOf(from), languageOf(completeness.language)];
  const left = completeness.total - completeness.translated;
  return html`<div class="reviewer translation" lang="en" dir="ltr">
<header class="cover"><h1>${name(own)} and ${name(other)}</h1>
<p class="summary${left > 0 && " found"}">${completenessInWords(completeness)}</p></header>
${
  completeness.rows.length === 0
    ? html`<p class="note">the document has no texts to translate</p>`
    : html`<ul class="pairs">
${completeness.rows.map((row) => renderRow(row, own, other, locate))}</ul>`
}${
  completeness.unknown.length > 0 &&
  html`
<h2>Without a text in the document</h2>
<ul class="pairs">
${completeness.unknown.map(
  ({
    key,
    words,
    keyAt,
  }) => html`<li class="pair" id="text-${key}"${stopAt(locate?.(keyAt))}><code class="pair-key">${key}</code><p class="pair-words">not in the document</p><p class="pair-words"${languageAttributes(other)}>${words}</p></li>
`,
)}</ul>`
}</div>
`.markup;
}

function renderRow({ source, words, text }: TranslationRow, own: Language, other: Language, locate: TranslationView["locate"]): Html {
  const status = words === undefined ? undefined : (text?.status ?? (text === undefined ? "in the document itself" : undefined));
  const translated =
    words === undefined
      ? html`<p class="note pair-words">not translated yet</p>`
      : html`<p class="pair-words"${languageAttributes(other)}>${words}</p>`;
  return html`<li class="pair${words === undefined && " untold"}" id="text-${source.key}"${stopAt(text && locate?.(text.at))}><code class="pair-key">${source.key}</code><p class="pair-words"${languageAttributes(own)}>${source.words}</p>${translated}${
    status !== undefined && html`<span class="badge pair-status">${status}</span>`
  }</li>
`;
}

/** What the language is called in English, and by its own speakers. */
function name(language: Language): Html {
  const english = new Intl.DisplayNames(["en"], { type: "language" }).of(language.tag) ?? language.name;
  return isEnglish(language) || english === language.name
    ? html`${english}`
    : html`${english} (<bdi${languageAttributes(language)}>${language.name}</bdi>)`;
}

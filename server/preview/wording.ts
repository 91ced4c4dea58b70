import { isEnglish, type Language, languageOf } from "../language/language.ts";
import type { Instrument, Text } from "../model/instrument.ts";
import { isCode } from "../model/resolve/answers.ts";
import { responseOf } from "../model/resolve/response.ts";
import type { Context } from "./context.ts";
import { attribute, type Html, html } from "./html.ts";

/** A text of the document in the language that is shown; where that is missing in the document's own, marked as such. */
export function wording(context: Context, text: Text): Html {
  const { language, words } = inLanguage(context, text);
  const body = withPipes(context, words);
  return language.tag === context.shown.tag ? body : html`<span${languageAttributes(language)}>${body}</span>`;
}

/** A text of the document among the tool's own words. */
export function quotedWording(context: Context, text: Text): Html {
  const { language, words } = inLanguage(context, text);
  const around = context.phrases.language;
  return language.tag === around.tag || (isEnglish(language) && isEnglish(around) && language.direction === "ltr")
    ? withPipes(context, words)
    : html`<bdi${languageAttributes(language)}>${withPipes(context, words)}</bdi>`;
}

/** The same, or what it is called by where it has no text. */
export function labelOr(context: Context, text: Text | undefined, id: string): Html {
  return text === undefined ? html`${id}` : quotedWording(context, text);
}

/** The same as plain text, for attributes. Pipes stand as they are written. */
export function plainWording(context: Context, text: Text | undefined): string {
  return text === undefined ? "" : inLanguage(context, text).words;
}

/** `lang` and `dir` of an element in this language. */
export function languageAttributes(language: Language): Html {
  return html`${attribute("lang", language.tag)}${attribute("dir", language.direction)}`;
}

/** True where a text has no words in the language that is shown. */
export function isUntranslated(context: Context, text: Text): boolean {
  return context.shown.tag !== context.own.tag && inLanguage(context, text).language.tag !== context.shown.tag;
}

/** In the language shown, else in the document's own, else in the first that there is. */
export function inLanguage(context: Context, text: Text): { readonly language: Language; readonly words: string } {
  const { language } = context.instrument.metadata;
  const wanted = text.languages.get(context.language ?? language ?? context.own.tag);
  if (wanted !== undefined) {
    return { language: context.shown, words: wanted };
  }
  const own = language === undefined ? undefined : text.languages.get(language);
  const [first] = own === undefined ? text.languages : [];
  return first === undefined ? { language: context.own, words: own ?? text.own } : { language: languageOf(first[0]), words: first[1] };
}

const PIPE = /\{([a-z][a-z0-9_]*)\}/;

/** `{item_id}` shows the answer where there is one, and otherwise names the item that the answer will come from. */
function withPipes(context: Context, words: string): Html {
  if (!words.includes("{")) {
    return withLines(words);
  }
  const parts = words.split(PIPE).map((part, index) => (index % 2 === 0 ? withLines(part) : pipe(context, part)));
  return html`${parts}`;
}

function pipe(context: Context, id: string): Html {
  const label = answerLabel(context, id);
  return label === undefined
    ? html`<span class="pipe"${context.phrases.isForeign && languageAttributes(context.phrases.language)} title="${context.phrases.text("pipedAnswer", { name: id })}">${id}</span>`
    : html`<span class="pipe given">${label}</span>`;
}

/** The answer to an item in the words that were ticked, undefined where it is blank. */
function answerLabel(context: Context, id: string): string | undefined {
  const given = context.filled?.get(id)?.filter((value) => value !== "") ?? [];
  if (given.length === 0) {
    return undefined;
  }
  const options = optionsOf(context.instrument, id);
  return given.map((code) => plainWording(context, options.find((option) => isCode(code, option))?.label) || code).join(", ");
}

function optionsOf(instrument: Instrument, id: string) {
  const item = instrument.items.get(id);
  return (item === undefined ? undefined : responseOf(instrument, item)?.options) ?? [];
}

function withLines(words: string): Html {
  return words.includes("\n")
    ? html`${words.split("\n").map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}`
    : html`${words}`;
}

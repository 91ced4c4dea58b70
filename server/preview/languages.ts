import { languageOf } from "../language/language.ts";
import type { Instrument } from "../model/instrument.ts";
import type { Context } from "./context.ts";
import { attribute, type Html, html } from "./html.ts";
import { ownLanguage } from "./ownWords.ts";
import type { Mode } from "./view.ts";

/** Links to the same page in the document's other languages, each named by its own speakers; nothing where there is only one. */
export function renderLanguages(context: Context, mode: Mode = "participant"): Html | undefined {
  const tags = languageTags(context.instrument);
  if (tags.length < 2) {
    return undefined;
  }
  const links = tags.map((tag) => {
    const language = languageOf(tag);
    const current = language.tag === context.shown.tag;
    const target = `#${tag === context.instrument.metadata.language ? "" : `${tag}-`}${mode}`;
    return html`<li><a href="${target}" data-language="${tag}"${attribute("aria-current", current ? "true" : undefined)} lang="${language.tag}" dir="${language.direction}">${language.name}</a></li>`;
  });
  return html`<nav class="languages" aria-label="${context.phrases.text("languages")}"${ownLanguage(context)}><ul>${links}</ul></nav>`;
}

/** The tags of a document's languages as written, its own first. */
export function languageTags({ metadata }: Instrument): readonly string[] {
  return [...new Set([metadata.language ?? "en", ...metadata.languages])];
}

import { DOCUMENTS_STYLESHEET, STYLESHEET } from "../generated/stylesheet.ts";
import { isEnglish, languageOf } from "../language/language.ts";
import { renderMode } from "./body.ts";
import { attribute, type Html, html } from "./html.ts";
import { languageTags } from "./languages.ts";
import { MODE_NAMES, pageModes } from "./modes.ts";
import type { Mode, View } from "./view.ts";

/**
 * A page of its own, to be read without a script and sent by mail: one stylesheet, nothing from outside, and a policy that forbids scripts, forms
 * and loads of every kind. The parts of the page are chosen by links; each language of what people read who answer stands in it.
 */
export function renderPage(shown: View, modes: readonly Mode[] = pageModes(shown)): string {
  // Places in the text mean nothing to whoever has only the page; by them its findings still stand beside what they are about.
  const view = { ...shown, locate: undefined, locateFindings: modes.includes("scores") ? shown.locate : besideScores(shown) };
  const { metadata, id } = view.instrument;
  // A questionnaire is sent by mail more often than anything else, and needs no styles of other documents.
  const styles = modes.every((mode) => ALONE.has(mode)) ? [STYLESHEET] : [STYLESHEET, DOCUMENTS_STYLESHEET];
  const allowed = styles.map(({ sha256 }) => `'sha256-${sha256}'`).join(" ");
  const policy = `default-src 'none'; style-src ${allowed}; base-uri 'none'; form-action 'none'`;
  const own = languageOf(metadata.language ?? "en");
  const title = metadata.title?.languages.get(own.tag) ?? metadata.title?.own ?? id;
  const page = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Scalewright">
<title${attribute("lang", isEnglish(own) ? undefined : own.tag)}>${title}</title>
${styles.map(
  ({ css }) => html`<style>${{ markup: css }}</style>
`,
)}</head>
<body>
${compact(html`${modes.length > 1 && navigation(modes)}<main>
${modes.map((mode, index) => (IN_ITS_LANGUAGE.has(mode) ? languageParts(view, mode, modes, index === 0) : part(view, mode, modes, "", index === 0)))}</main>`)}
</body>
</html>
`;
  return page.markup;
}

/** Findings about a score stand at the top where no mode shows the score. */
function besideScores({ instrument, locate }: View): View["locate"] {
  const scores = new Set<object>(instrument.scores.values());
  return (object) => (scores.has(object) ? undefined : locate?.(object));
}

/** Modes that need one stylesheet alone. */
const ALONE: ReadonlySet<Mode> = new Set(["participant", "reviewer", "scores"]);

/** What people outside read; the rest is for those who judge. */
const IN_ITS_LANGUAGE: ReadonlySet<Mode> = new Set(["participant", "panellist", "guide"]);

function navigation(modes: readonly Mode[]): Html {
  return html`<nav class="modes" aria-label="Show"><ul>${modes.map((mode) => html`<li><a href="#${mode}">${MODE_NAMES[mode]}</a></li>`)}</ul></nav>
`;
}

/** A part in each language of the document; the page begins with the one that was asked for. */
function languageParts(view: View, mode: Mode, beside: readonly Mode[], first: boolean): Html {
  const tags = languageTags(view.instrument);
  const begin = tags.find((tag) => tag === view.language) ?? tags[0];
  return html`${tags.map((tag, index) => part({ ...view, language: tag }, mode, beside, index === 0 ? "" : `${tag}-`, first && tag === begin))}`;
}

function part(view: View, mode: Mode, beside: readonly Mode[], prefix: string, first: boolean): Html {
  return html`<div class="mode${first && " first"}" id="${prefix}${mode}"${attribute("data-mode", mode)}>
${renderMode(view, mode, { prefix, links: true, beside })}</div>
`;
}

/**
 * The same page in fewer letters: without the quotes and end tags that HTML can do without. Quotes and angle brackets of texts are escaped, so what
 * is matched here is always our own markup.
 */
function compact({ markup }: Html): Html {
  return {
    markup: markup
      .replace(/( [\w-]+)="([\w-]+)"(?!\/)/g, "$1=$2")
      .replace(/<\/(?:li|td|th|tr|dt|dd|thead|tbody)>/g, "")
      .replace(/>\n+</g, "><"),
  };
}

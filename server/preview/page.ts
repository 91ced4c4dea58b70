import { STYLESHEET } from "../generated/stylesheet.ts";
import { renderMode } from "./body.ts";
import { attribute, type Html, html } from "./html.ts";
import { languageOf } from "./language.ts";
import { languageTags } from "./languages.ts";
import type { Mode, View } from "./view.ts";

/**
 * A page of its own, to be read without a script and sent by mail: one stylesheet, nothing from outside, and a policy that forbids scripts, forms
 * and loads of every kind. The parts of the page are chosen by links; each language of the participant's part stands in it.
 */
export function renderPage(shown: View, modes: readonly Mode[] = ["participant", "reviewer", "scores"]): string {
  // Places in the text mean nothing to whoever has only the page.
  const view = { ...shown, locate: undefined };
  const { metadata, id } = view.instrument;
  const policy = `default-src 'none'; style-src 'sha256-${STYLESHEET.sha256}'; base-uri 'none'; form-action 'none'`;
  const own = languageOf(metadata.language ?? "en");
  const title = metadata.title?.languages.get(own.tag) ?? metadata.title?.own ?? id;
  const page = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Scalewright">
<title>${title}</title>
<style>${{ markup: STYLESHEET.css }}</style>
</head>
<body>
${compact(html`${modes.length > 1 && navigation(modes)}<main>
${modes.map((mode, index) => (mode === "participant" ? languageParts(view, index === 0) : part(view, mode, "", index === 0)))}</main>`)}
</body>
</html>
`;
  return page.markup;
}

const NAMES: Readonly<Record<Mode, string>> = { participant: "Participant", reviewer: "Reviewer", scores: "Scores" };

function navigation(modes: readonly Mode[]): Html {
  return html`<nav class="modes" aria-label="Show"><ul>${modes.map((mode) => html`<li><a href="#${mode}">${NAMES[mode]}</a></li>`)}</ul></nav>
`;
}

/** The participant's part in each language; the page begins with the one that was asked for. */
function languageParts(view: View, first: boolean): Html {
  const tags = languageTags(view.instrument);
  const begin = view.language ?? tags[0];
  return html`${tags.map((tag, index) => part({ ...view, language: tag }, "participant", index === 0 ? "" : `${tag}-`, first && tag === begin))}`;
}

function part(view: View, mode: Mode, prefix: string, first: boolean): Html {
  return html`<div class="mode${first && " first"}" id="${prefix}${mode}"${attribute("data-mode", mode)}>
${renderMode(view, mode, { prefix, links: true })}</div>
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

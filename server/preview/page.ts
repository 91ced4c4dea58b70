import { renderMode } from "./body.ts";
import { attribute, type Html, html } from "./html.ts";
import { languageOf } from "./language.ts";
import { languageTags } from "./languages.ts";
import type { Mode, View } from "./view.ts";

export interface PageParts {
  /** The stylesheet as text. */
  readonly css: string;
  /** The SHA-256 of a text in base64: the policy of the page allows exactly this one stylesheet. */
  readonly sha256: (text: string) => string;
  /** What the page shows; everything by default. */
  readonly modes?: readonly Mode[];
}

/**
 * A page of its own, to be read without a script and sent by mail: one stylesheet, nothing from outside, and a policy that forbids scripts, forms
 * and loads of every kind. The parts of the page are chosen by links; each language of the participant's part stands in it.
 */
export function renderPage(view: View, { css, sha256, modes = ["participant", "reviewer", "scores"] }: PageParts): string {
  const { metadata, id } = view.instrument;
  const style = compact(css);
  const policy = `default-src 'none'; style-src 'sha256-${sha256(style)}'; base-uri 'none'; form-action 'none'`;
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
<style>${{ markup: style }}</style>
</head>
<body class="standalone">
${modes.length > 1 && navigation(modes)}<main>
${modes.map((mode, index) => (mode === "participant" ? languageParts(view, index === 0) : part(view, mode, "", index === 0)))}</main>
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

function languageParts(view: View, first: boolean): Html {
  const own = languageOf(view.instrument.metadata.language ?? "en");
  return html`${languageTags({ instrument: view.instrument, own }).map((tag, index) => part({ ...view, language: tag }, "participant", index === 0 ? "" : `${tag}-`, first && index === 0))}`;
}

function part(view: View, mode: Mode, prefix: string, first: boolean): Html {
  return html`<div class="mode${first && " first"}" id="${prefix}${mode}"${attribute("data-mode", mode)}>
${renderMode(view, mode, prefix, true)}</div>
`;
}

/** Comments and indentation are for those who write the stylesheet. It holds no text in which they could matter. */
function compact(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
}

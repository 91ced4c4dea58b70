import type { Section } from "../model/instrument.ts";
import { at, type Context } from "./context.ts";
import { renderFindings, renderSummary } from "./findings.ts";
import { type Html, html } from "./html.ts";
import { renderMetadata } from "./metadata.ts";
import { kindNote, sectionNotes } from "./notes.ts";
import { outlineOf, type SectionOutline } from "./outline.ts";
import { renderDefinitions } from "./reviewer/definitions.ts";
import { renderReviewedItems } from "./reviewer/items.ts";
import { isUntranslated, quotedWording } from "./wording.ts";

/** The instrument as a reviewer judges it: codes and what they count, routing and rules in words, uses, sources and findings in place. */
export function renderReviewer(context: Context): Html {
  const { metadata, id } = context.instrument;
  return html`<div class="reviewer" lang="en" dir="ltr">
<header class="cover"><h1${at(context, metadata, "title")}>${metadata.title === undefined ? id : quotedWording(context, metadata.title)}</h1>
${renderMetadata(context)}${renderSummary(context)}${renderFindings(context, context.problemsOf())}</header>
${outlineOf(context.instrument).map((outline) => renderSection(context, outline, 2))}${renderDefinitions(context)}</div>
`;
}

function renderSection(context: Context, outline: SectionOutline, level: number): Html {
  const { section } = outline;
  const tag = { markup: `h${Math.min(level, 6)}` };
  const items = renderReviewedItems(context, outline.items);
  const nested = outline.nested.map((one) => renderSection(context, one, level + 1));
  return html`<section class="part" id="${context.prefix}review-section-${section.id}"${at(context, section)}>
${isCalledByKind(section) ? undefined : kindNote(context, section)}<${tag}${at(context, section, "title")}>${section.title !== undefined && html`${quotedWording(context, section.title)} `}<code>${section.id}</code></${tag}>
${untranslated(context, outline)}${renderFindings(context, context.problemsOf(section))}${sectionNotes(context, section)}${
  section.text !== undefined &&
  html`<p class="introduction"${at(context, section, "text")}>${quotedWording(context, section.text)}</p>
`
}${outline.nestedFirst ? html`${nested}${items}` : html`${items}${nested}`}${
  section.screenOut !== undefined &&
  html`<p class="note ends"${at(context, section, "screenOut")}>The questionnaire ends here if ${context.inWords(section.screenOut)}</p>
`
}</section>
`;
}

/** A part without a title whose id says already what kind it is: "consent". */
function isCalledByKind({ id, title, kind }: Section): boolean {
  return title === undefined && id === kind;
}

function untranslated(context: Context, { section }: SectionOutline): Html | undefined {
  const texts = [section.title, section.text].filter((text) => text !== undefined && isUntranslated(context, text));
  return texts.length === 0 ? undefined : html`<p class="note">not translated into ${context.shown.name}</p>`;
}

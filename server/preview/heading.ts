import { at, type Context } from "./context.ts";
import { renderFindings, renderSummary } from "./findings.ts";
import { type Html, html } from "./html.ts";
import { quotedWording } from "./wording.ts";

/** The title of a document that is shown to those who judge it, with what was found in the document as a whole. */
export function renderHeading(context: Context, more?: Html): Html {
  const { metadata } = context.instrument;
  return html`<header class="cover">${renderTitle(context)}
${
  metadata.description !== undefined &&
  html`<p class="description"${at(context, metadata, "description")}>${quotedWording(context, metadata.description)}</p>
`
}${more}${renderSummary(context)}${context.problems !== undefined && renderFindings(context, context.problems)}</header>
`;
}

export function renderTitle(context: Context): Html {
  const { metadata, id } = context.instrument;
  return html`<h1${at(context, metadata, "title")}>${metadata.title === undefined ? id : quotedWording(context, metadata.title)}</h1>`;
}

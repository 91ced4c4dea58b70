import { at, type Context } from "./context.ts";
import { renderFindings, renderSummary } from "./findings.ts";
import { type Html, html } from "./html.ts";
import { renderMetadata } from "./metadata.ts";
import { quotedWording } from "./wording.ts";

/** The title of a document that is shown to those who judge it, with what it says of itself and what was found in it. */
export function renderHeading(context: Context, more?: Html): Html {
  return html`<header class="cover">${renderTitle(context)}
${renderMetadata(context)}${more}${renderSummary(context)}${context.problems !== undefined && renderFindings(context, context.problems)}</header>
`;
}

export function renderTitle(context: Context): Html {
  const { metadata, id } = context.instrument;
  return html`<h1${at(context, metadata, "title")}>${metadata.title === undefined ? id : quotedWording(context, metadata.title)}</h1>`;
}

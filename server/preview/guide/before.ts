import type { Guide, Photos } from "../../model/guide.ts";
import { at, type Context, inEnglish, stop } from "../context.ts";
import { renderFacts } from "../factList.ts";
import { type Html, html } from "../html.ts";
import { spoken } from "../scores/spoken.ts";
import { wording } from "../wording.ts";

const CONSENTS: Readonly<Record<string, string>> = {
  take_part: "Taking part",
  audio_recording: "Recording of the conversation",
  quotation: "Quotation of what is said",
  image_use: "Use of pictures",
};

/** What people agree to before anything else, each with a box to tick on paper. */
export function renderConsent(context: Context, guide: Guide): Html | undefined {
  return guide.consent.length === 0
    ? undefined
    : html`<section class="page consent"${at(context, guide, "consent")}${inEnglish(context)}><h2>Before we begin: consent</h2>
<ul class="boxes">${guide.consent.map((id) => html`<li><span class="box" aria-hidden="true"></span> ${CONSENTS[id] ?? spoken(id)} <code>${id}</code></li>`)}</ul></section>
`;
}

/** The photo task: what people are asked to bring, and how those in the pictures are protected. */
export function renderPhotos(context: Context, guide: Guide): Html | undefined {
  const { photos } = guide;
  if (photos === undefined) {
    return undefined;
  }
  return html`<section class="page photos"${at(context, guide, "photos")}><h2${inEnglish(context)}>Photographs</h2>
<p${inEnglish(context)}>Please bring a photograph for each of these:</p>
<ol class="questions">${photos.prompts.values().map((prompt) => html`<li id="${context.prefix}prompt-${prompt.id}"${stop(context, prompt)}><span class="stem">${prompt.text === undefined ? prompt.id : wording(context, prompt.text)}</span></li>`)}</ol>
<div${inEnglish(context)}>${renderFacts(context, photos, [
    { name: "Safeguards", property: "safeguards", content: safeguards(photos) },
    { name: "Instead of a photo", property: "alternative", content: photos.alternative && spoken(photos.alternative) },
  ])}</div></section>
`;
}

function safeguards({ safeguards: rules }: Photos): Html | undefined {
  if (rules === undefined) {
    return undefined;
  }
  const { identifiablePeople, redact, publishNeeds } = rules;
  const parts = [
    identifiablePeople === undefined
      ? ""
      : identifiablePeople
        ? "People may be recognised in the pictures"
        : "Nobody may be recognised in the pictures",
    redact === undefined ? "" : `Where somebody can be recognised: ${spoken(redact)}`,
    publishNeeds === undefined ? "" : `Published only with the consent: ${(CONSENTS[publishNeeds] ?? spoken(publishNeeds)).toLowerCase()}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? undefined : html`<ul>${parts.map((part) => html`<li>${part}</li>`)}</ul>`;
}

import type { PhraseKey } from "../../language/phrases.ts";
import type { Guide, Photos } from "../../model/guide.ts";
import { at, type Context, stop } from "../context.ts";
import { type Html, html } from "../html.ts";
import { ownLanguage, phrase } from "../ownWords.ts";
import { spoken } from "../scores/spoken.ts";
import { wording } from "../wording.ts";

const CONSENTS: Readonly<Record<string, PhraseKey | undefined>> = {
  take_part: "consentTakePart",
  audio_recording: "consentRecording",
  quotation: "consentQuotation",
  image_use: "consentImages",
};

/** What a consent is called; one that the tool does not know by its name. */
export function consentName(id: string, phrases: Context["phrases"]): string | undefined {
  const key = CONSENTS[id];
  return key && phrases.text(key);
}

/** What people agree to before anything else, each with a box to tick on paper. */
export function renderConsent(context: Context, guide: Guide): Html | undefined {
  const { phrases } = context;
  return guide.consent.length === 0
    ? undefined
    : html`<section class="page consent"${at(context, guide, "consent")}${ownLanguage(context)}><h2>${phrases.text("consentFirst")}</h2>
<ul class="boxes">${guide.consent.map((id) => html`<li><span class="box" aria-hidden="true"></span> ${consentName(id, phrases) ?? spoken(id)} <code>${id}</code></li>`)}</ul></section>
`;
}

/** The photo task: what people are asked to bring, and how those in the pictures are protected. */
export function renderPhotos(context: Context, guide: Guide): Html | undefined {
  const { photos } = guide;
  if (photos === undefined) {
    return undefined;
  }
  const { phrases } = context;
  const notes = safeguards(context, photos);
  return html`<section class="page photos"${at(context, guide, "photos")}><h2${ownLanguage(context)}>${phrases.text("photographs")}</h2>
<p${ownLanguage(context)}>${phrases.text("bringPhotographs")}</p>
<ol class="questions">${photos.prompts.values().map((prompt) => html`<li id="${context.prefix}prompt-${prompt.id}"${stop(context, prompt)}><span class="stem">${prompt.text === undefined ? prompt.id : wording(context, prompt.text)}</span></li>`)}</ol>
${
  notes.length > 0 &&
  html`<ul class="safeguards"${ownLanguage(context)}>${notes.map(({ property, words }) => html`<li${stop(context, photos, property)}>${words}</li>`)}</ul>`
}</section>
`;
}

interface Safeguard {
  readonly property: keyof Photos & string;
  readonly words: Html;
}

function safeguards(context: Context, { safeguards: rules, alternative }: Photos): readonly Safeguard[] {
  const { identifiablePeople, redact, publishNeeds } = rules ?? {};
  const consent = publishNeeds === undefined ? undefined : (consentName(publishNeeds, context.phrases) ?? spoken(publishNeeds));
  const said: readonly (Html | false)[] = [
    identifiablePeople !== undefined && phrase(context, identifiablePeople ? "recognised" : "notRecognised"),
    redact !== undefined && phrase(context, "redacted", { how: spoken(redact) }),
    consent !== undefined && phrase(context, "publishedOnlyWith", { consent }),
  ];
  return [
    ...said.flatMap((words): Safeguard[] => (words === false ? [] : [{ property: "safeguards", words }])),
    ...(alternative === undefined
      ? []
      : [{ property: "alternative", words: phrase(context, "insteadOfPhotograph", { what: spoken(alternative) }) } as const]),
  ];
}

import type { Guide, Topic } from "../model/guide.ts";
import { isAsked } from "../model/guide.ts";
import { at, type Context, stop } from "./context.ts";
import { renderFindings } from "./findings.ts";
import { renderConsent, renderPhotos } from "./guide/before.ts";
import { guideFacts } from "./guide/facts.ts";
import { topicTimes } from "./guide/topicTimes.ts";
import { type Html, html, joined } from "./html.ts";
import { renderLanguages } from "./languages.ts";
import { ownLanguage, phrase } from "./ownWords.ts";
import { labelOr, languageAttributes, wording } from "./wording.ts";

/** A topic guide as a sheet that an interviewer takes along: what holds for the whole, what to agree on first, and topics with their times and probes. */
export function renderGuide(context: Context, guide: Guide): Html {
  const { title, description } = guide.metadata;
  return html`<div class="participant guide"${languageAttributes(context.shown)}>
<header class="cover"><h1${at(context, guide.metadata, "title")}>${title === undefined ? guide.id : wording(context, title)}</h1>
${context.links && renderLanguages(context, "guide")}${description !== undefined && html`<p class="description"${at(context, guide.metadata, "description")}>${wording(context, description)}</p>`}${
  context.problems !== undefined &&
  context.problems.length > 0 &&
  html`<div class="screen-only">${renderFindings(context, context.problems)}</div>`
}${guideFacts(context, guide)}</header>
${renderConsent(context, guide)}${renderPhotos(context, guide)}${guide.topics.values().map((topic) => renderTopic(context, guide, topic))}${
  guide.topics.size === 0 && html`<p class="note"${ownLanguage(context)}>${context.phrases.text("noTopics")}</p>`
}${
  guide.distress !== undefined &&
  html`<section class="page distress"${at(context, guide, "distress")}><h2${ownLanguage(context)}>${context.phrases.text("distress")}</h2>
<p>${wording(context, guide.distress)}</p></section>
`
}</div>
`;
}

const KINDS = { opening: "opening", main: "mainTopic", closing: "closing" } as const;

function renderTopic(context: Context, guide: Guide, topic: Topic): Html {
  const questions = guide.questions.values().filter((question) => question.topic === topic.id);
  const time = topicTimes(guide, context.phrases).get(topic.id);
  const kind =
    topic.kind === undefined ? undefined : html`<span${at(context, topic, "kind")}>${context.phrases.text(KINDS[topic.kind])}</span>`;
  const times = time === undefined ? undefined : html`<span class="time"${at(context, topic, "minutes")}>${time}</span>`;
  return html`<section class="page topic" id="${context.prefix}topic-${topic.id}"${at(context, topic)}>
${(kind ?? times) !== undefined && html`<p class="progress"${ownLanguage(context)}>${kind}${times}</p>`}<h2${at(context, topic, "title")}>${topic.title === undefined ? topic.id : wording(context, topic.title)}</h2>
${onlyFor(context, guide, topic)}<ol class="questions">${questions.map((question) => {
    const number = guide.questions.indexOf(question.id) + 1;
    return html`<li id="${context.prefix}question-${question.id}" value="${number}"${stop(context, question)}><span class="stem">${question.text === undefined ? question.id : wording(context, question.text)}</span>${
      question.uses === "photos" &&
      html`<p class="note"${ownLanguage(context)}${at(context, question, "uses")}>${context.phrases.text("withPhotographs")}</p>`
    }${onlyFor(context, guide, question)}${
      question.probes.length > 0 &&
      html`<ul class="probes" aria-label="${context.phrases.text("probes")}"${at(context, question, "probes")}>${question.probes.map((probe) => html`<li>${wording(context, probe)}</li>`)}</ul>`
    }</li>
`;
  })}</ol></section>
`;
}

/** Whom something is for, where it is not for all. */
function onlyFor(context: Context, { audiences }: Guide, thing: { readonly audiences?: readonly string[] }): Html | undefined {
  if (thing.audiences === undefined || audiences.values().every(({ id }) => isAsked(id, thing))) {
    return undefined;
  }
  const names = thing.audiences.map((id) => labelOr(context, audiences.get(id)?.label, id));
  return html`<p class="note routing"${ownLanguage(context)}${at(context, thing, "audiences")}>${phrase(context, "onlyFor", { names: joined(names, ", ") })}</p>
`;
}

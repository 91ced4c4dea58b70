import type { PhraseKey } from "../../language/phrases.ts";
import { type Guide, type Meeting, meetingOf } from "../../model/guide.ts";
import { timesOf } from "../../study/times.ts";
import { type Context, stop } from "../context.ts";
import { type Fact, renderFacts } from "../factList.ts";
import { type Html, html, joined } from "../html.ts";
import { ownLanguage, phrase } from "../ownWords.ts";
import { spoken } from "../scores/spoken.ts";
import { labelOr } from "../wording.ts";

/** What holds for the whole of a guide: how people meet, who they are, how long it takes, how it is recorded. */
export function guideFacts(context: Context, guide: Guide): Html {
  const { phrases } = context;
  const facts: readonly Fact<Guide>[] = [
    { name: phrases.text("versionName"), content: guide.metadata.version },
    { name: phrases.text("method"), property: "method", content: guide.method && phrases.text(METHODS[guide.method]) },
    { name: phrases.text("meeting"), property: "mode", content: guide.mode && usualWord(guide.mode, phrases) },
    { name: phrases.text("length"), property: "duration", content: guide.duration && lengthInWords(guide.duration.text, phrases) },
    { name: phrases.text("topicsTake"), content: topicsTake(context, guide) },
    { name: phrases.text("forWhom"), property: "audiences", content: audiences(context, guide) },
    {
      name: phrases.text("sites"),
      property: "sites",
      content:
        guide.sites.size > 0 &&
        joined(
          guide.sites.values().map((site) => labelOr(context, site.name, site.id)),
          ", ",
        ),
    },
    { name: phrases.text("recording"), property: "recording", content: recordingInWords(guide, phrases) },
    {
      name: phrases.text("aboutDocument"),
      property: "about",
      content: guide.about && labelOr(context, guide.about.document?.instrument.metadata.title, guide.about.path),
    },
  ];
  return html`<div${ownLanguage(context)}>${renderFacts(context, guide, facts)}</div>`;
}

export const METHODS = { interview: "interview", focus_group: "focusGroup", mixed: "mixed" } as const satisfies Record<Meeting, string>;

/** What authors usually write of a meeting and its recording; other words stand as they are written. */
export function usualWord(written: string, phrases: Context["phrases"]): string {
  const key = USUAL[written];
  return key === undefined ? spoken(written) : phrases.text(key);
}

const USUAL: Readonly<Record<string, PhraseKey | undefined>> = {
  video: "video",
  telephone: "telephone",
  in_person: "inPerson",
  verbatim: "verbatim",
};

/** Minutes are said in the language of the sheet; other lengths stand as they are written. */
export function lengthInWords(written: string, phrases: Context["phrases"]): string {
  const minutes = written.match(/^(\d+) minutes?$/)?.[1];
  return minutes === undefined ? written : phrases.counted("minutes", Number(minutes));
}

/** One time where it is the same for all. */
function topicsTake(context: Context, guide: Guide): Html | undefined {
  const times = timesOf(guide).filter(({ minutes }) => minutes > 0);
  const [first] = times;
  if (first === undefined) {
    return undefined;
  }
  const length = (minutes: number) => context.phrases.counted("minutes", minutes);
  return times.every(({ minutes }) => minutes === first.minutes)
    ? html`${length(first.minutes)}`
    : joined(
        times.map(
          ({ audience = "", minutes }) => html`${length(minutes)} (${labelOr(context, guide.audiences.get(audience)?.label, audience)})`,
        ),
        ", ",
      );
}

function audiences(context: Context, guide: Guide): Html | undefined {
  if (guide.audiences.size === 0) {
    return undefined;
  }
  const { phrases } = context;
  return html`<ul>${guide.audiences.values().map((audience) => {
    const meeting = meetingOf(guide, audience);
    const [few, many] = audience.size ?? [];
    const leads = joined(
      audience.leads.map((id) => labelOr(context, guide.audiences.get(id)?.label, id)),
      ", ",
    );
    const parts = joined(
      [
        meeting && phrases.text(METHODS[meeting]),
        few !== undefined && many !== undefined && phrases.counted("people", many, { few }),
        leads.markup !== "" && phrase(context, "leads", { names: leads }),
      ],
      "; ",
    );
    return html`<li${stop(context, audience)}>${labelOr(context, audience.label, audience.id)}${parts.markup !== "" && html` (${parts})`}</li>`;
  })}</ul>`;
}

/** What becomes of what is said. */
export function recordingInWords({ recording }: Guide, phrases: Context["phrases"]): string | undefined {
  if (recording === undefined) {
    return undefined;
  }
  const { audio, video, transcribe, quote } = recording;
  const parts = [
    audio ? phrases.text("sound") : "",
    video ? phrases.text("picture") : "",
    audio || video ? "" : phrases.text("notRecorded"),
    transcribe === undefined ? "" : phrases.text("transcribed", { how: usualWord(transcribe, phrases) }),
    phrases.text(quote ? "quoted" : "notQuoted"),
  ];
  return parts.filter((part) => part !== "").join("; ");
}

import { type Guide, type Meeting, meetingOf } from "../../model/guide.ts";
import { timesOf } from "../../study/times.ts";
import { type Context, inEnglish, stop } from "../context.ts";
import { type Fact, renderFacts } from "../factList.ts";
import { type Html, html } from "../html.ts";
import { spoken } from "../scores/spoken.ts";
import { plainWording, quotedWording } from "../wording.ts";

/** What holds for the whole of a guide: how people meet, who they are, how long it takes, how it is recorded. */
export function guideFacts(context: Context, guide: Guide): Html {
  const facts: readonly Fact<Guide>[] = [
    { name: "Version", content: guide.metadata.version },
    { name: "Method", property: "method", content: guide.method && METHODS[guide.method] },
    { name: "Meeting", property: "mode", content: guide.mode && spoken(guide.mode) },
    { name: "Duration", property: "duration", content: guide.duration?.text },
    { name: "Topics take", content: topicsTake(context, guide) },
    { name: "For", property: "audiences", content: audiences(context, guide) },
    {
      name: "Sites",
      property: "sites",
      content:
        guide.sites.size > 0 &&
        html`${guide.sites.values().map((site, index) => html`${index > 0 && ", "}${site.name === undefined ? site.id : quotedWording(context, site.name)}`)}`,
    },
    { name: "Recording", property: "recording", content: recording(guide) },
    {
      name: "About",
      property: "about",
      content: guide.about && (plainWording(context, guide.about.document?.instrument.metadata.title) || guide.about.path),
    },
  ];
  return html`<div${inEnglish(context)}>${renderFacts(context, guide, facts)}</div>`;
}

const METHODS: Readonly<Record<Meeting, string>> = {
  interview: "Interview",
  focus_group: "Focus group",
  mixed: "Focus groups and interviews",
};

/** One time where it is the same for all. */
function topicsTake(context: Context, guide: Guide): string | undefined {
  const times = timesOf(guide);
  if (times.every(({ minutes }) => minutes === 0)) {
    return undefined;
  }
  const different = new Set(times.map(({ minutes }) => minutes));
  return different.size === 1
    ? `${times[0]?.minutes} minutes`
    : times
        .map(
          ({ audience, minutes }) =>
            `${minutes} minutes (${plainWording(context, guide.audiences.get(audience ?? "")?.label) || audience})`,
        )
        .join(", ");
}

function audiences(context: Context, guide: Guide): Html | undefined {
  if (guide.audiences.size === 0) {
    return undefined;
  }
  return html`<ul>${guide.audiences.values().map((audience) => {
    const meeting = meetingOf(guide, audience);
    const parts = [
      meeting === undefined ? "" : METHODS[meeting].toLowerCase(),
      audience.size === undefined ? "" : `${audience.size[0]} to ${audience.size[1]} people`,
      audience.leads.length === 0
        ? ""
        : `directs the work of: ${audience.leads.map((id) => plainWording(context, guide.audiences.get(id)?.label) || id).join(", ")}`,
    ].filter((part) => part !== "");
    return html`<li${stop(context, audience)}>${audience.label === undefined ? audience.id : quotedWording(context, audience.label)}${parts.length > 0 && ` (${parts.join("; ")})`}</li>`;
  })}</ul>`;
}

function recording({ recording: how }: Guide): string | undefined {
  if (how === undefined) {
    return undefined;
  }
  const means = [how.audio ? "sound" : "", how.video ? "picture" : ""].filter((part) => part !== "").join(" and ");
  const parts = [
    means === "" ? "not recorded" : `${means} recorded`,
    how.transcribe === undefined ? "" : `transcribed: ${spoken(how.transcribe)}`,
    how.quote ? "people may be quoted" : "nobody is quoted",
  ];
  return parts.filter((part) => part !== "").join("; ");
}

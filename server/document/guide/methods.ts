import { capital, joined } from "../../delphi/courseInWords.ts";
import { type Guide, type Meeting, meetingOf } from "../../model/guide.ts";
import { type Context, contextOf } from "../../preview/context.ts";
import { spoken } from "../../preview/scores/spoken.ts";
import type { View } from "../../preview/view.ts";
import { plainWording } from "../../preview/wording.ts";
import { timesOf } from "../../study/times.ts";
import type { Block, Runs } from "../block.ts";
import { licenceOf, sourceOf } from "../documentFacts.ts";
import { count } from "../methods.ts";
import { say, words, wordsOr } from "../words.ts";

/** What a topic guide says of the interviews, in the order of COREQ. What it does not say is not said. */
export function guideMethods(view: View, guide: Guide): readonly Block[] {
  const context = contextOf(view);
  const { metadata } = guide;
  const parts: readonly (readonly [string, Runs])[] = [
    ["Participants and setting", setting(context, guide)],
    ["Topic guide", topics(context, guide)],
    ["Photographs", photographs(context, guide)],
    ["Recording", recording(guide)],
    ["Consent and care", care(context, guide)],
    ["Source", sourceOf(metadata) === "" ? [] : [say(sourceOf(metadata))]],
    ["Licence", licenceOf(metadata) === "" ? [] : [say(licenceOf(metadata))]],
  ];
  return [
    { kind: "heading", level: 1, content: [say("Methods: "), ...wordsOr(context, metadata.title, say(guide.id))] },
    ...(metadata.description === undefined ? [] : [{ kind: "paragraph", content: words(context, metadata.description) } as const]),
    ...parts.flatMap(([name, content]): readonly Block[] =>
      content.length === 0 ? [] : [{ kind: "paragraph", content: [say(`${name}. `, "strong"), ...content] }],
    ),
    {
      kind: "paragraph",
      role: "note",
      content: [say("What a report by COREQ states beyond this is for the authors to add: “scalewright checklist coreq” lists it.")],
    },
  ];
}

const MEETINGS: Readonly<Record<Meeting, string>> = {
  interview: "interviews",
  focus_group: "focus groups",
  mixed: "interviews and focus groups",
};

const CONSENTS: Readonly<Record<string, string | undefined>> = {
  take_part: "taking part",
  audio_recording: "recording of the conversation",
  quotation: "quotation of what is said",
  image_use: "use of pictures",
};

function setting(context: Context, guide: Guide): Runs {
  const groups = guide.audiences.values().map((audience) => {
    const meeting = meetingOf(guide, audience);
    const size = audience.size === undefined ? "" : ` of ${audience.size[0]} to ${audience.size[1]} people`;
    const label = plainWording(context, audience.label) || spoken(audience.id);
    return `“${label}”${meeting === undefined ? "" : ` (${MEETINGS[meeting]}${size})`}`;
  });
  const sentences = [
    guide.method === undefined
      ? ""
      : `Data are collected in ${MEETINGS[guide.method]}${guide.mode === undefined ? "" : ` (${spoken(guide.mode)})`}.`,
    groups.length === 0 ? "" : `Asked are ${joined(groups, "and")}.`,
    guide.sites.size === 0 ? "" : `${guide.sites.size === 1 ? "There is 1 site" : `There are ${guide.sites.size} sites`}.`,
    guide.duration === undefined ? "" : `A meeting is planned to last ${guide.duration.text}.`,
  ].filter((part) => part !== "");
  return sentences.length === 0 ? [] : [say(sentences.join(" "))];
}

function topics(context: Context, guide: Guide): Runs {
  const questions = guide.questions.values();
  if (questions.length === 0) return [];
  const probes = questions.reduce((sum, question) => sum + question.probes.length, 0);
  const version = guide.metadata.version === undefined ? "" : ` (version ${guide.metadata.version})`;
  const minutes = [...new Set(timesOf(guide).map((time) => time.minutes))].filter((one) => one > 0);
  const about = guide.about?.document?.instrument.metadata.title;
  const covered = new Set(questions.flatMap(({ covers }) => covers));
  const names = guide.topics
    .values()
    .flatMap((topic): Runs[] => [[say("“"), ...wordsOr(context, topic.title, say(spoken(topic.id))), say("”")]])
    .flatMap((name, index) => (index === 0 ? name : [say(", "), ...name]));
  return [
    say(
      `The guide${version} has ${count(questions.length, "question")}${probes === 0 ? "" : ` with ${count(probes, "probe")}`} in ${count(guide.topics.size, "topic")}: `,
    ),
    ...names,
    say("."),
    ...(minutes.length === 0
      ? []
      : [
          say(
            ` Its topics take ${joined(
              minutes.map((one) => `${one} minutes`),
              "or",
            )}${minutes.length === 1 ? "" : ", depending on who is asked"}.`,
          ),
        ]),
    ...(about === undefined
      ? []
      : [
          say(" It follows up “"),
          ...words(context, about),
          say("”"),
          say(covered.size === 0 ? "." : `, of which ${count(covered.size, "construct")} ${covered.size === 1 ? "is" : "are"} covered.`),
        ]),
  ];
}

function photographs(context: Context, { photos }: Guide): Runs {
  if (photos === undefined) return [];
  const { identifiablePeople, redact, publishNeeds } = photos.safeguards ?? {};
  const prompts = photos.prompts
    .values()
    .flatMap((prompt, index): Runs => [...(index === 0 ? [] : [say("; ")]), ...wordsOr(context, prompt.text, say(prompt.id))]);
  const sentences = [
    identifiablePeople === undefined ? "" : `${identifiablePeople ? "People" : "Nobody"} may be recognised in the pictures.`,
    redact === undefined ? "" : `Where somebody can be recognised: ${spoken(redact)}.`,
    publishNeeds === undefined ? "" : `Pictures are published only with the consent to ${CONSENTS[publishNeeds] ?? spoken(publishNeeds)}.`,
    photos.alternative === undefined ? "" : `Instead of a photograph: ${spoken(photos.alternative)}.`,
  ].filter((part) => part !== "");
  return [
    ...(prompts.length === 0 ? [] : [say("Participants are asked to bring a photograph for each of: "), ...prompts, say(". ")]),
    say(sentences.join(" ")),
  ];
}

function recording({ recording: how }: Guide): Runs {
  if (how === undefined) return [];
  const means = joined(
    [how.audio ? "sound" : "", how.video ? "pictures" : ""].filter((part) => part !== ""),
    "and",
  );
  const sentences = [
    means === "" ? "Nothing is recorded." : `${capital(means)} ${means === "sound" ? "is" : "are"} recorded.`,
    how.transcribe === undefined ? "" : `Transcription: ${spoken(how.transcribe)}.`,
    how.quote ? "People may be quoted." : "Nobody is quoted.",
  ].filter((part) => part !== "");
  return [say(sentences.join(" "))];
}

function care(context: Context, { consent, distress }: Guide): Runs {
  const asked =
    consent.length === 0
      ? ""
      : `Consent is asked for ${joined(
          consent.map((one) => CONSENTS[one] ?? spoken(one)),
          "and",
        )}. `;
  const runs: Runs = distress === undefined ? [] : [say("If someone is distressed: "), ...words(context, distress)];
  return asked === "" ? runs : [say(asked), ...runs];
}

import type { PhraseKey } from "../../language/phrases.ts";
import { type Guide, isAsked, meetingOf, type Photos, type Question, type Topic } from "../../model/guide.ts";
import { type Context, contextOf } from "../../preview/context.ts";
import { consentName } from "../../preview/guide/before.ts";
import { lengthInWords, METHODS, recordingInWords, usualWord } from "../../preview/guide/facts.ts";
import { topicTimes } from "../../preview/guide/topicTimes.ts";
import { spoken } from "../../preview/scores/spoken.ts";
import type { View } from "../../preview/view.ts";
import { timesOf } from "../../study/times.ts";
import type { Block, Runs } from "../block.ts";
import type { PrintedPhrases } from "../printedPhrases.ts";
import { join, say, words, wordsOr } from "../words.ts";

/** A topic guide as a sheet for the interviewer: what to bring and to agree on first, each topic with its time, the questions with their probes. */
export function topicGuide(view: View, guide: Guide, phrases: PrintedPhrases): readonly Block[] {
  const context = contextOf(view);
  const times = topicTimes(guide, phrases);
  return [
    { kind: "heading", level: 1, content: wordsOr(context, guide.metadata.title, say(guide.id)) },
    ...(guide.metadata.description === undefined
      ? []
      : [{ kind: "paragraph", content: words(context, guide.metadata.description) } as const]),
    ...facts(context, guide, phrases),
    ...consents(guide, phrases),
    ...photos(context, guide, phrases),
    ...guide.topics.values().flatMap((topic) => topicBlocks(context, guide, topic, phrases, times.get(topic.id))),
    ...(guide.distress === undefined
      ? []
      : ([
          { kind: "heading", level: 2, content: phrases.say("distress") },
          { kind: "paragraph", role: "signpost", content: words(context, guide.distress) },
        ] as const)),
  ];
}

function facts(context: Context, guide: Guide, phrases: PrintedPhrases): readonly Block[] {
  const known: readonly (readonly [PhraseKey, Runs])[] = [
    ["method", guide.method === undefined ? [] : phrases.say(METHODS[guide.method])],
    ["meeting", guide.mode === undefined ? [] : [phrases.run(usualWord(guide.mode, phrases))]],
    ["length", guide.duration === undefined ? [] : [phrases.run(lengthInWords(guide.duration.text, phrases))]],
    ["topicsTake", topicsTake(context, guide, phrases)],
    ["forWhom", audiencesOf(context, guide, phrases)],
    [
      "sites",
      join(
        guide.sites.values().map((site) => wordsOr(context, site.name, say(site.id))),
        ", ",
      ),
    ],
    ["recording", guide.recording === undefined ? [] : [phrases.run(recordingInWords(guide, phrases) ?? "")]],
  ];
  const there = known.filter(([, content]) => content.length > 0);
  return there.length === 0 ? [] : [{ kind: "facts", facts: there.map(([name, content]) => ({ name: phrases.say(name), content })) }];
}

/** One time where it is the same for all. */
function topicsTake(context: Context, guide: Guide, phrases: PrintedPhrases): Runs {
  const times = timesOf(guide).filter(({ minutes }) => minutes > 0);
  const isSame = new Set(times.map(({ minutes }) => minutes)).size === 1;
  return join(
    (isSame ? times.slice(0, 1) : times).map(({ audience, minutes }): Runs => {
      const length = phrases.run(phrases.counted("minutes", minutes));
      if (isSame || audience === undefined) return [length];
      return [length, phrases.run(" ("), ...wordsOr(context, guide.audiences.get(audience)?.label, say(audience)), phrases.run(")")];
    }),
    ", ",
  );
}

function audiencesOf(context: Context, guide: Guide, phrases: PrintedPhrases): Runs {
  return join(
    guide.audiences.values().map((audience): Runs => {
      const meeting = meetingOf(guide, audience);
      const [few, many] = audience.size ?? [];
      const parts = [
        meeting === undefined ? "" : phrases.text(METHODS[meeting]),
        few === undefined || many === undefined ? "" : phrases.counted("people", many, { few }),
      ].filter((part) => part !== "");
      return [
        ...wordsOr(context, audience.label, say(spoken(audience.id))),
        ...(parts.length === 0 ? [] : [phrases.run(` (${parts.join("; ")})`)]),
      ];
    }),
    ", ",
  );
}

function consentOf(id: string, phrases: PrintedPhrases): Runs {
  const name = consentName(id, phrases);
  return [name === undefined ? say(spoken(id)) : phrases.run(name)];
}

function consents({ consent }: Guide, phrases: PrintedPhrases): readonly Block[] {
  return consent.length === 0
    ? []
    : [
        { kind: "heading", level: 2, content: phrases.say("consentFirst") },
        { kind: "boxes", across: false, options: consent.map((one) => ({ label: consentOf(one, phrases), writing: false })) },
      ];
}

/** The photo task, and how those in the pictures are protected. */
function photos(context: Context, { photos: task }: Guide, phrases: PrintedPhrases): readonly Block[] {
  if (task === undefined) return [];
  return [
    { kind: "heading", level: 2, content: phrases.say("photographs") },
    ...(task.prompts.size === 0
      ? []
      : ([
          { kind: "paragraph", content: phrases.say("bringPhotographs") },
          { kind: "list", ordered: true, items: task.prompts.values().map((prompt) => wordsOr(context, prompt.text, say(prompt.id))) },
        ] as const)),
    ...safeguards(task, phrases).map((content): Block => ({ kind: "paragraph", role: "note", content })),
  ];
}

function safeguards({ safeguards: rules, alternative }: Photos, phrases: PrintedPhrases): readonly Runs[] {
  const { identifiablePeople, redact, publishNeeds } = rules ?? {};
  return [
    identifiablePeople === undefined ? [] : phrases.say(identifiablePeople ? "recognised" : "notRecognised"),
    redact === undefined ? [] : phrases.say("redacted", { how: [say(spoken(redact))] }),
    publishNeeds === undefined ? [] : phrases.say("publishedOnlyWith", { consent: consentOf(publishNeeds, phrases) }),
    alternative === undefined ? [] : phrases.say("insteadOfPhotograph", { what: [say(spoken(alternative))] }),
  ].filter((content) => content.length > 0);
}

function topicBlocks(context: Context, guide: Guide, topic: Topic, phrases: PrintedPhrases, time: string | undefined): readonly Block[] {
  const kind = topic.kind === "opening" || topic.kind === "closing" ? phrases.text(topic.kind) : "";
  const line = [kind, time ?? ""].filter((part) => part !== "").join(", ");
  return [
    { kind: "heading", level: 2, content: wordsOr(context, topic.title, say(spoken(topic.id))) },
    ...(line === "" ? [] : [{ kind: "paragraph", content: [phrases.run(line, "strong")] } as const]),
    ...onlyFor(context, guide, topic.audiences, phrases),
    ...guide.questions
      .values()
      .filter((question) => question.topic === topic.id)
      .map((question) => questionBlock(context, guide, topic, question, phrases)),
  ];
}

function questionBlock(context: Context, guide: Guide, topic: Topic, question: Question, phrases: PrintedPhrases): Block {
  const number = say(`${guide.questions.indexOf(question.id) + 1}. `, "strong");
  const asked = question.audiences && guide.audiences.ids().filter((id) => isAsked(id, topic, question));
  return {
    kind: "together",
    blocks: [
      { kind: "paragraph", content: [number, ...wordsOr(context, question.text, say(question.id), "strong")] },
      ...onlyFor(context, guide, asked, phrases),
      ...(question.uses === "photos" ? [{ kind: "paragraph", role: "note", content: phrases.say("withPhotographs") } as const] : []),
      ...(question.probes.length === 0
        ? []
        : [{ kind: "list", ordered: false, items: question.probes.map((probe) => words(context, probe)) } as const]),
      { kind: "writing", lines: 3, short: false },
    ],
  };
}

/** Whom something is for, where it is not for all. */
function onlyFor(context: Context, { audiences }: Guide, ids: readonly string[] | undefined, phrases: PrintedPhrases): readonly Block[] {
  if (ids === undefined || audiences.ids().every((id) => ids.includes(id))) return [];
  const names = join(
    ids.map((id) => wordsOr(context, audiences.get(id)?.label, say(id))),
    ", ",
  );
  return [{ kind: "paragraph", role: "note", content: phrases.say("onlyFor", { names }) }];
}

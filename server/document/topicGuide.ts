import { type Guide, isAsked } from "../model/guide.ts";
import type { Instrument } from "../model/instrument.ts";
import { type Context, contextOf } from "../preview/context.ts";
import { topicTimes } from "../preview/guide/topicTimes.ts";
import type { Block, Runs } from "./block.ts";
import { join, say, words, wordsOr } from "./words.ts";

/** A topic guide as a sheet for the interviewer: what to bring and to say first, each topic with its time, the questions with their probes. */
export function topicGuide(guide: Guide, instrument: Instrument, language: string | undefined): readonly Block[] {
  const context = contextOf({ instrument, language });
  const times = topicTimes(guide);
  return [
    { kind: "heading", level: 1, content: wordsOr(context, guide.metadata.title, say(guide.id)) },
    ...before(context, guide),
    ...photos(context, guide),
    ...guide.topics.values().flatMap((topic): readonly Block[] => [
      { kind: "heading", level: 2, content: wordsOr(context, topic.title, say(topic.id)) },
      ...(times.has(topic.id) ? [{ kind: "paragraph", content: [say(times.get(topic.id) ?? "", "strong")] } as const] : []),
      ...(topic.audiences === undefined ? [] : [forWhom(context, guide, topic.audiences)]),
      ...guide.questions
        .values()
        .filter((question) => question.topic === topic.id)
        .map((question): Block => {
          const only = guide.audiences.ids().filter((id) => isAsked(id, topic, question));
          return {
            kind: "together",
            blocks: [
              {
                kind: "paragraph",
                content: question.text === undefined ? [say(question.id)] : words(context, question.text, "strong"),
              },
              ...(question.audiences === undefined ? [] : [forWhom(context, guide, only)]),
              ...(question.uses === "photos"
                ? [{ kind: "paragraph", role: "note", content: [say("With the photographs.")] } as const]
                : []),
              ...(question.probes.length === 0
                ? []
                : [{ kind: "list", ordered: false, items: question.probes.map((probe) => words(context, probe)) } as const]),
              { kind: "writing", lines: 3, short: false },
            ],
          };
        }),
    ]),
  ];
}

function forWhom(context: Context, { audiences }: Guide, ids: readonly string[]): Block {
  const names = ids.map((id): Runs => wordsOr(context, audiences.get(id)?.label, say(id)));
  return { kind: "paragraph", role: "note", content: [say("For: "), ...join(names, ", ")] };
}

function before(context: Context, guide: Guide): readonly Block[] {
  const { recording } = guide;
  const recorded = [recording?.audio ? "sound" : "", recording?.video ? "pictures" : ""].filter((part) => part !== "");
  const facts: readonly { readonly name: string; readonly content: Runs }[] = [
    { name: "Duration", content: guide.duration === undefined ? [] : [say(guide.duration.text)] },
    { name: "Recorded", content: recorded.length === 0 ? [] : [say(recorded.join(" and "))] },
    { name: "Where someone becomes distressed", content: guide.distress === undefined ? [] : words(context, guide.distress) },
  ];
  const asked: Block[] =
    guide.consent.length === 0
      ? []
      : [
          { kind: "paragraph", content: [say("Agreed to before it begins:")] },
          {
            kind: "boxes",
            across: false,
            options: guide.consent.map((one) => ({ label: [say(one.replaceAll("_", " "))], writing: false })),
          },
        ];
  return [
    {
      kind: "facts",
      facts: facts.filter(({ content }) => content.length > 0).map(({ name, content }) => ({ name: [say(name)], content })),
    },
    ...asked,
  ];
}

function photos(context: Context, { photos: task }: Guide): readonly Block[] {
  if (task === undefined || task.prompts.size === 0) return [];
  return [
    { kind: "heading", level: 2, content: [say("Photographs to bring")] },
    { kind: "list", ordered: true, items: task.prompts.values().map((prompt) => wordsOr(context, prompt.text, say(prompt.id))) },
  ];
}

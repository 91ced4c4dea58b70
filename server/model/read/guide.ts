import type { Field } from "../../syntax/outline.ts";
import type { Audience, Guide, Meeting, Photos, Prompt, Question, Recording, Site, Topic } from "../guide.ts";
import type { Metadata, Text } from "../instrument.ts";
import type { Joined } from "../joined.ts";
import { named } from "../named.ts";
import { setOrigin } from "../origins.ts";
import { parseTimeSpan } from "../timeSpan.ts";
import { entriesIn, wholesIn } from "./delphi.ts";
import { choiceIn, fieldsIn, find, listIn, mapFields, numberIn, type Reading, scalarIn, truthIn, wordIn, wordsIn } from "./reader.ts";
import { reportRepeated } from "./reportRepeated.ts";
import { wholeOf } from "./response.ts";
import { readText } from "./text.ts";

const MEETINGS: readonly Meeting[] = ["interview", "focus_group", "mixed"];

/** A topic guide from the fields of its document. Its metadata and the document that it is about are handed in. */
export function readGuide(
  reading: Reading,
  fields: readonly Field[],
  { metadata, joined }: { readonly metadata: Metadata; readonly joined: Joined },
): Guide {
  const about = wordIn(reading, find(fields, "about"));
  const topics: [string, Topic][] = [];
  const questions: [string, Question][] = [];
  for (const field of entriesIn(reading, find(fields, "topics"))) {
    const written = fieldsIn(reading, field) ?? [];
    topics.push([field.name, readTopic(reading, field, written)]);
    for (const entry of entriesIn(reading, find(written, "questions")))
      questions.push([entry.name, readQuestion(reading, entry, field.name)]);
  }
  reportRepeated(reading, "questions", questions, ({ topic }) => topic);
  const guide: Guide = {
    id: wordIn(reading, fields[0]) ?? "",
    metadata,
    about: about === undefined ? undefined : { path: about, document: joined.get(about) },
    method: choiceIn(reading, find(fields, "method"), MEETINGS),
    mode: wordIn(reading, find(fields, "mode")),
    duration: parseTimeSpan(wordIn(reading, find(fields, "duration"))),
    recording: readRecording(reading, find(fields, "recording")),
    distress: readText(reading, find(fields, "distress")),
    consent: wordsIn(reading, find(fields, "consent")),
    sites: named(entriesIn(reading, find(fields, "sites")).map((field) => [field.name, readSite(reading, field)])),
    audiences: named(entriesIn(reading, find(fields, "audiences")).map((field) => [field.name, readAudience(reading, field)])),
    photos: readPhotos(reading, find(fields, "photos")),
    topics: named(topics),
    questions: named(questions),
  };
  const first = fields[0];
  if (first) setOrigin(guide, { segment: first.segment, name: first.key, whole: wholeOf(first), fields });
  return guide;
}

function readRecording(reading: Reading, field: Field | undefined): Recording | undefined {
  const fields = fieldsIn(reading, field);
  if (!field || !fields) return undefined;
  const transcribe = wordIn(reading, find(fields, "transcribe"));
  const recording: Recording = {
    audio: truthIn(reading, find(fields, "audio")) ?? false,
    video: truthIn(reading, find(fields, "video")) ?? false,
    transcribe: transcribe === "false" ? undefined : transcribe,
    quote: truthIn(reading, find(fields, "quote")) ?? false,
  };
  setOrigin(recording, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return recording;
}

function readSite(reading: Reading, field: Field): Site {
  const site: Site = { id: field.name, name: readText(reading, field) };
  setOrigin(site, { segment: field.segment, name: field.key, whole: wholeOf(field), fields: [{ ...field, name: "name" }] });
  return site;
}

function readAudience(reading: Reading, field: Field): Audience {
  const fields = fieldsIn(reading, field) ?? [];
  const [low, high] = wholesIn(reading, find(fields, "size"));
  const audience: Audience = {
    id: field.name,
    label: readText(reading, find(fields, "label")),
    method: choiceIn(reading, find(fields, "method"), MEETINGS),
    size: low === undefined || high === undefined ? undefined : [low, high],
    leads: wordsIn(reading, find(fields, "leads")),
  };
  setOrigin(audience, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return audience;
}

function readPhotos(reading: Reading, field: Field | undefined): Photos | undefined {
  const fields = fieldsIn(reading, field);
  if (!field || !fields) return undefined;
  const place = find(fields, "safeguards");
  const written = fieldsIn(reading, place);
  const safeguards: Photos["safeguards"] = written && {
    identifiablePeople: truthIn(reading, find(written, "identifiable_people")),
    redact: wordIn(reading, find(written, "redact")),
    publishNeeds: wordIn(reading, find(written, "publish_needs")),
  };
  if (safeguards && place) setOrigin(safeguards, { segment: place.segment, name: place.key, whole: wholeOf(place), fields: written ?? [] });
  const photos: Photos = {
    safeguards,
    alternative: wordIn(reading, find(fields, "alternative")),
    prompts: named(entriesIn(reading, find(fields, "prompts")).map((entry) => [entry.name, readPrompt(reading, entry)])),
  };
  setOrigin(photos, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return photos;
}

const PROMPT_KEYS = new Set(["text", "covers"]);

/** A prompt or a question may be its text alone, also by language. */
function longForm(reading: Reading, field: Field, keys: ReadonlySet<string>): readonly Field[] {
  const written = fieldsIn(reading, field) ?? [];
  return written.some(({ name }) => keys.has(name)) ? written : [{ ...field, name: "text" }];
}

function readPrompt(reading: Reading, field: Field): Prompt {
  const fields = longForm(reading, field, PROMPT_KEYS);
  const prompt: Prompt = {
    id: field.name,
    text: readText(reading, find(fields, "text")),
    covers: wordsIn(reading, find(fields, "covers")),
  };
  setOrigin(prompt, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return prompt;
}

function readTopic(reading: Reading, field: Field, fields: readonly Field[]): Topic {
  const topic: Topic = {
    id: field.name,
    title: readText(reading, find(fields, "title")),
    kind: choiceIn(reading, find(fields, "kind"), ["opening", "main", "closing"]),
    minutes: numberIn(reading, find(fields, "minutes"))?.valueOf(),
    audiences: find(fields, "audiences") && wordsIn(reading, find(fields, "audiences")),
  };
  setOrigin(topic, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return topic;
}

const QUESTION_KEYS = new Set(["text", "covers", "probes", "uses", "audiences"]);

function readQuestion(reading: Reading, field: Field, topic: string): Question {
  const fields = longForm(reading, field, QUESTION_KEYS);
  const question: Question = {
    id: field.name,
    topic,
    text: readText(reading, find(fields, "text")),
    covers: wordsIn(reading, find(fields, "covers")),
    probes: readProbes(reading, find(fields, "probes")),
    uses: scalarIn(reading, find(fields, "uses"))?.node.text === "photos" ? "photos" : undefined,
    audiences: find(fields, "audiences") && wordsIn(reading, find(fields, "audiences")),
  };
  setOrigin(question, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return question;
}

function readProbes(reading: Reading, field: Field | undefined): readonly Text[] {
  return listIn(reading, field).flatMap(({ segment, node }) => {
    if (node.kind === "scalar") return [{ own: node.text, languages: new Map<string, string>() }];
    const languages = new Map<string, string>();
    for (const entry of mapFields(reading, segment, node)) {
      const word = wordIn(reading, entry);
      if (word !== undefined) languages.set(entry.name, word);
    }
    const own = languages.values().next();
    return own.done ? [] : [{ own: own.value, languages }];
  });
}

import type { Field } from "../../syntax/outline.ts";
import type { Metadata } from "../instrument.ts";
import type { Joined } from "../joined.ts";
import { named } from "../named.ts";
import { setOrigin } from "../origins.ts";
import { COARSENESSES, type Consent, type Linkage, type Phase, type Study, type StudyDocument, type Wave, type Waves } from "../study.ts";
import { parseTimeSpan } from "../timeSpan.ts";
import { entriesIn } from "./delphi.ts";
import { choiceIn, fieldsIn, find, listIn, numberIn, type Reading, wholeIn, wordIn, wordsIn } from "./reader.ts";
import { wholeOf } from "./response.ts";
import { readSample } from "./sample.ts";
import { readText } from "./text.ts";

/** A study from the fields of its document. Its metadata and the documents that it joins are handed in. */
export function readStudy(
  reading: Reading,
  fields: readonly Field[],
  { metadata, joined }: { readonly metadata: Metadata; readonly joined: Joined },
): Study {
  const all = <T>(key: string, read: (reading: Reading, field: Field) => T) =>
    named(entriesIn(reading, find(fields, key)).map((field) => [field.name, read(reading, field)] as const));
  const study: Study = {
    id: wordIn(reading, fields[0]) ?? "",
    metadata,
    design: wordIn(reading, find(fields, "design")),
    minimumService: parseTimeSpan(wordIn(reading, find(fields, "minimum_service"))),
    documents: all("documents", (_, field) => readDocument(reading, field, joined)),
    phases: all("phases", readPhase),
    sampling: all("sampling", readSample),
    waves: readWaves(reading, find(fields, "waves")),
    linkage: all("linkage", readLinkage),
    consents: all("consents", readConsent),
  };
  const first = fields[0];
  if (first) setOrigin(study, { segment: first.segment, name: first.key, whole: wholeOf(first), fields });
  return study;
}

function readDocument(reading: Reading, field: Field, joined: Joined): StudyDocument {
  const path = wordIn(reading, field) ?? "";
  const document: StudyDocument = { id: field.name, path, document: joined.get(path) };
  setOrigin(document, { segment: field.segment, name: field.key, whole: wholeOf(field), fields: [{ ...field, name: "path" }] });
  return document;
}

function readPhase(reading: Reading, field: Field): Phase {
  const fields = fieldsIn(reading, field) ?? [];
  const phase: Phase = {
    id: field.name,
    label: readText(reading, find(fields, "label")),
    document: wordIn(reading, find(fields, "document")),
    after: wordIn(reading, find(fields, "after")),
  };
  setOrigin(phase, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return phase;
}

function readWaves(reading: Reading, field: Field | undefined): Waves | undefined {
  const fields = fieldsIn(reading, field);
  if (!field || !fields) return undefined;
  const waves: Waves = {
    anchor: wordIn(reading, find(fields, "anchor")),
    document: wordIn(reading, find(fields, "document")),
    at: named(entriesIn(reading, find(fields, "at")).map((entry) => [entry.name, readWave(reading, entry)])),
  };
  setOrigin(waves, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return waves;
}

function readWave(reading: Reading, field: Field): Wave {
  const fields = fieldsIn(reading, field) ?? [];
  const [from, to] = wordsIn(reading, find(fields, "window")).map(parseTimeSpan);
  const wave: Wave = {
    id: field.name,
    document: wordIn(reading, find(fields, "document")),
    after: parseTimeSpan(wordIn(reading, find(fields, "after"))),
    window: from && to ? [from, to] : undefined,
    sections: find(fields, "sections") && wordsIn(reading, find(fields, "sections")),
  };
  setOrigin(wave, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return wave;
}

function readLinkage(reading: Reading, field: Field): Linkage {
  const fields = fieldsIn(reading, field) ?? [];
  const linkage: Linkage = {
    id: field.name,
    holder: wordIn(reading, find(fields, "holder")),
    key: wordsIn(reading, find(fields, "key")),
    consent: wordIn(reading, find(fields, "consent")),
    remove: listIn(reading, find(fields, "remove")).flatMap(({ node }) => (node.kind === "scalar" ? [node.text] : [])),
    coarsen: (fieldsIn(reading, find(fields, "coarsen")) ?? []).flatMap((entry) => {
      const to = choiceIn(reading, entry, COARSENESSES);
      return to ? [{ name: entry.name, to }] : [];
    }),
    smallestGroup: wholeIn(reading, find(fields, "smallest_group")),
    keepYears: numberIn(reading, find(fields, "keep_years"))?.valueOf(),
  };
  setOrigin(linkage, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return linkage;
}

function readConsent(reading: Reading, field: Field): Consent {
  const fields = fieldsIn(reading, field) ?? [];
  const consent: Consent = {
    id: field.name,
    label: readText(reading, find(fields, "label")),
    kind: choiceIn(reading, find(fields, "kind"), ["required", "optional"]),
    withdraw: wordIn(reading, find(fields, "withdraw")),
  };
  setOrigin(consent, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return consent;
}

import { nearest } from "../expression/nearest.ts";
import type { Guide } from "../model/guide.ts";
import { origins } from "../model/origins.ts";
import type { PartOf } from "../model/parts.ts";
import type { Study } from "../model/study.ts";
import { definitionsIn, type NamedPlace, type NameSpace, usesIn } from "../model/wholeNames.ts";
import type { Place } from "../syntax/place.ts";

/** A name of a guide or a study that stands for nothing, and what it may have been meant to be. */
export interface UnknownName {
  readonly what: string;
  readonly id: string;
  readonly at: Place;
  readonly guess?: string;
}

/** Names of audiences, phases, documents, consents and sections. What is said of items and scores of other documents has codes of its own. */
export function unknownNames(part: PartOf<"guide" | "study">): readonly UnknownName[] {
  const known = new Map<NameSpace, string[]>();
  for (const { space, id } of definitionsIn(part)) known.set(space, [...(known.get(space) ?? []), id]);
  const found = usesIn(part).flatMap((use): UnknownName[] => {
    const ids = use.path === undefined ? (known.get(use.space) ?? []) : part.kind === "study" ? sectionsOf(part.value, use) : undefined;
    if (!ids || ids.includes(use.id)) return [];
    return [{ what: use.space, id: use.id, at: use.at, guess: nearest(use.id, ids) }];
  });
  return part.kind === "guide" ? [...found, ...lostPhotos(part.value)] : found;
}

function sectionsOf(study: Study, { space, path }: NamedPlace): readonly string[] | undefined {
  if (space !== "section") return undefined;
  const home = study.documents.values().find((document) => document.path === path)?.document;
  return home?.kind === "instrument" ? home.instrument.sections.ids() : undefined;
}

/** A question that starts from photographs in a guide that asks nobody to bring some. */
const lostPhotos = ({ photos, questions }: Guide): readonly UnknownName[] =>
  photos
    ? []
    : questions
        .values()
        .filter(({ uses }) => uses !== undefined)
        .map((question) => ({ what: "task for people to bring", id: "photos", at: origins.value(question, "uses") }));

import { keptWith } from "../keptWith.ts";
import type { Field } from "../syntax/outline.ts";
import type { Node } from "../syntax/tree.ts";
import type { Delphi } from "./delphi.ts";
import type { Guide } from "./guide.ts";
import type { Effect, Item, LookupTable, Metadata, Recode, Response, Score, ScoringTest, Section } from "./instrument.ts";
import type { Joined } from "./joined.ts";
import { readDelphi } from "./read/delphi.ts";
import { readEffect } from "./read/effect.ts";
import { readGuide } from "./read/guide.ts";
import { readItem } from "./read/item.ts";
import { readMetadata } from "./read/metadata.ts";
import { fieldsIn, type LocalProblem, type Reading } from "./read/reader.ts";
import { readRecode, readTable } from "./read/recode.ts";
import { readResponse } from "./read/response.ts";
import { readScore } from "./read/score.ts";
import { readTest } from "./read/scoringTest.ts";
import { readSection } from "./read/section.ts";
import { readStudy } from "./read/study.ts";
import type { Study } from "./study.ts";

/** The things an instrument document is made of, each read, checked and kept on its own. */
export interface PartValues {
  readonly metadata: Metadata;
  readonly response: Response;
  readonly section: Section;
  readonly item: Item;
  readonly score: Score;
  readonly recode: Recode;
  readonly table: LookupTable;
  readonly test: ScoringTest;
  readonly effect: Effect;
  /** The whole of a Delphi study, beside its metadata and its responses. */
  readonly delphi: Delphi;
  /** The whole of a topic guide, beside its metadata. */
  readonly guide: Guide;
  /** The whole of a study that joins documents, beside its metadata. */
  readonly study: Study;
}
export type PartKind = keyof PartValues;

export type Part = { readonly [K in PartKind]: OnePart<K> }[PartKind];
export type PartOf<K extends PartKind> = Extract<Part, { readonly kind: K }>;
interface OnePart<K extends PartKind> {
  readonly kind: K;
  readonly id: string;
  readonly value: PartValues[K];
  /** Where it was read from; of the metadata the first field of the document. */
  readonly field: Field;
  /** All fields of the document, of a part that is the whole of it. */
  readonly fields?: readonly Field[];
  /** The section that an item or a section stands in. */
  readonly parent?: string;
  /** What reading it reported. */
  readonly problems: readonly LocalProblem[];
}

export const COLLECTIONS = {
  responses: "response",
  recodes: "recode",
  tables: "table",
  scores: "score",
  tests: "test",
  effects: "effect",
} as const;

/** The parts of an instrument or a library in file order. A part whose text, anchors and place are unchanged is the same object as before. */
export function readParts(fields: readonly Field[], anchors: Anchors): readonly Part[] {
  const parts: Part[] = [];
  const first = fields[0];
  if (!first) return parts;
  const kept = fields.filter((field) => !(field.name in COLLECTIONS) && field.name !== "sections");
  const metadata = makePart("metadata", first.name, first, anchors, undefined, (reading) => readMetadata(reading, kept), kept);
  if (metadata) parts.push(metadata);
  for (const field of fields) {
    const kind = COLLECTIONS[field.name as keyof typeof COLLECTIONS];
    if (kind) for (const entry of entriesOf(field, anchors)) pushPart(parts, readPart(kind, entry, anchors));
    else if (field.name === "sections") readSections(parts, field, anchors);
  }
  return parts;
}

/** The metadata and the responses of a Delphi study, which are parts of their own. */
export function readStudyParts(fields: readonly Field[], anchors: Anchors): readonly Part[] {
  return readParts(
    fields.filter(({ name }) => name === "responses" || (!(name in COLLECTIONS) && name !== "sections")),
    anchors,
  );
}

/** The rest of a Delphi study as one part, read anew each time: what it says of one round is judged by what it says of the others. */
export function readDelphiPart(
  fields: readonly Field[],
  anchors: Anchors,
  known: Pick<Delphi, "metadata" | "responses">,
): Part | undefined {
  const first = fields[0];
  if (!first) return undefined;
  const problems: LocalProblem[] = [];
  const reading: Reading = { report: (problem) => problems.push(problem), anchor: (name) => anchors.get(name) };
  const value = readDelphi(reading, fields, known);
  return { kind: "delphi", id: value.id, value, field: first, fields, problems };
}

/** The rest of a guide or a study as one part, read anew each time: what it says in one place is judged by what it says in others. */
export function readJoiningPart(
  kind: "guide" | "study",
  fields: readonly Field[],
  anchors: Anchors,
  known: { readonly metadata: Metadata; readonly joined: Joined },
): Part | undefined {
  const first = fields[0];
  if (!first) return undefined;
  const problems: LocalProblem[] = [];
  const reading: Reading = { report: (problem) => problems.push(problem), anchor: (name) => anchors.get(name) };
  if (kind === "guide") {
    const value = readGuide(reading, fields, known);
    return { kind, id: value.id, value, field: first, fields, problems };
  }
  const value = readStudy(reading, fields, known);
  return { kind, id: value.id, value, field: first, fields, problems };
}

/** Whether a part is the whole of its document, judged as one. */
export const isWhole = (part: Part): part is PartOf<"delphi" | "guide" | "study"> =>
  part.kind === "delphi" || part.kind === "guide" || part.kind === "study";

/** One part read anew from its field: what an edit inside one segment needs. */
export function readPart(kind: PartKind, field: Field, anchors: Anchors, parent?: string): Part | undefined {
  const known = keptPart(kind, field, anchors, parent, field.fields ?? NO_FIELDS);
  if (known) return known;
  switch (kind) {
    case "response":
      return makePart(kind, field.name, field, anchors, parent, (reading) => readResponse(reading, field, field.name));
    case "recode":
      return makePart(kind, field.name, field, anchors, parent, (reading) => readRecode(reading, field, field.name));
    case "table":
      return makePart(kind, field.name, field, anchors, parent, (reading) => readTable(reading, field));
    case "score":
      return makePart(kind, field.name, field, anchors, parent, (reading) => readScore(reading, field));
    case "test":
      return makePart(kind, field.name, field, anchors, parent, (reading) => readTest(reading, field));
    case "effect":
      return makePart(kind, field.name, field, anchors, parent, (reading) => readEffect(reading, field));
    case "item":
      return makePart(kind, field.name, field, anchors, parent, (reading) => readItem(reading, field, parent ?? ""));
    case "section":
      return makePart(kind, field.name, field, anchors, parent, (reading) => readSection(reading, field, parent), field.fields);
    case "metadata":
    case "delphi":
    case "guide":
    case "study":
      return undefined;
  }
}

function readSections(parts: Part[], field: Field, anchors: Anchors, parent?: string): void {
  for (const section of entriesOf(field, anchors)) {
    pushPart(parts, readPart("section", section, anchors, parent));
    for (const inner of fieldsIn(silent(anchors), section) ?? []) {
      if (inner.name === "items")
        for (const item of entriesOf(inner, anchors)) pushPart(parts, readPart("item", item, anchors, section.name));
      if (inner.name === "sections") readSections(parts, inner, anchors, section.name);
    }
  }
}

const entriesOf = (field: Field, anchors: Anchors): readonly Field[] =>
  (fieldsIn(silent(anchors), field) ?? []).filter((entry, i, all) => !entry.name.startsWith("x-") && !(entry.bare && isTail(all, i)));

/** Whether a key without a colon is the rest of a value that was cut at a comma, which is reported as that. */
function isTail(entries: readonly Field[], place: number): boolean {
  const before = entries.slice(0, place).findLast(({ bare }) => !bare)?.value;
  return before?.kind === "scalar" && before.style === "plain" && before.text !== "";
}

const pushPart = (parts: Part[], part: Part | undefined) => part && parts.push(part);

/** What the named parts of a document (`&name`) stand for. Another object whenever one of them changed. */
export interface Anchors {
  get(name: string): ReturnType<Reading["anchor"]>;
}

const silent = (anchors: Anchors): Reading => ({ report: () => undefined, anchor: (name) => anchors.get(name) });

interface Kept {
  readonly part: Part;
  readonly anchors: Anchors;
  readonly usesAnchors: boolean;
  /** The nodes that it was read from beside its own. */
  readonly nodes: readonly Node[];
}
const KEPT = keptWith<Node, Kept>();

function makePart<K extends PartKind>(
  kind: K,
  id: string,
  field: Field,
  anchors: Anchors,
  parent: string | undefined,
  read: (reading: Reading) => PartValues[K] | undefined,
  sources: readonly Field[] = [],
): Part | undefined {
  const known = keptPart(kind, field, anchors, parent, sources);
  if (known) return known;
  const problems: LocalProblem[] = [];
  let usesAnchors = false;
  const value = read({
    report: (problem) => problems.push(problem),
    anchor: (name) => {
      usesAnchors = true;
      return anchors.get(name);
    },
  });
  if (!value) return undefined;
  const part = { kind, id, value, field, parent, problems } as OnePart<K> as Part;
  KEPT.set(field.key, { part, anchors, usesAnchors, nodes: sources.map((source) => source.key) });
  return part;
}

/** The part that was read from a field before, if it would be read the same now. `sources`: the fields that it is read from beside its own. */
function keptPart(kind: PartKind, field: Field, anchors: Anchors, parent: string | undefined, sources: readonly Field[]): Part | undefined {
  const kept = KEPT.get(field.key);
  if (!kept || kept.part.kind !== kind || kept.part.parent !== parent || (kept.usesAnchors && kept.anchors !== anchors)) return undefined;
  return kept.nodes.length === sources.length && sources.every(({ key }, i) => key === kept.nodes[i]) ? kept.part : undefined;
}

const NO_FIELDS: readonly Field[] = [];

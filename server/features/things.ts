import type { Analysis } from "../analysis/analysis.ts";
import type { Library } from "../analysis/imports.ts";
import { origins } from "../model/origins.ts";
import type { Part, PartOf } from "../model/parts.ts";
import { type Reference, referencesOf, type Target } from "../model/references.ts";
import type { Range } from "../problem.ts";
import { placeIn } from "../syntax/place.ts";
import { segmentAt } from "../syntax/segmentedText.ts";
import { fieldAt } from "./fieldAt.ts";
import { partsWithin } from "./partsWithin.ts";
import { isWholeKind, type WholeKind, wholeDefinitions, wholeNameAt, wholeOf } from "./wholeThings.ts";

/** A thing with a name, and the document that defines it: the one in hand or a library that it uses. */
export interface Thing {
  readonly kind: NamedPart["kind"] | "alias" | WholeKind;
  /** As its own document calls it, without the name of a library. */
  readonly id: string;
  /** Undefined for the name that a document gives to a library, and for what stands inside a Delphi study, a guide or a study. */
  readonly part?: NamedPart;
  readonly home: Analysis;
  /** Path of the library that defines it, from the document in hand. */
  readonly path?: string;
}

/** A thing, and the characters of the document in hand that name it. */
export interface Pointed {
  readonly thing: Thing;
  readonly here: Range;
}

type NamedPart = PartOf<"response" | "section" | "item" | "score" | "recode" | "table" | "test" | "effect">;
const NAMED = new Set<Part["kind"]>(["response", "section", "item", "score", "recode", "table", "test", "effect"]);
const isNamed = (part: Part): part is NamedPart => NAMED.has(part.kind);

/** What is named or defined at an offset, the end of a name included. `alias`: before the dot of `common.agree5` the library is meant. */
export function thingAt(analysis: Analysis, offset: number, alias = false): Pointed | undefined {
  const whole = wholeThingAt(analysis, offset);
  if (whole) return whole;
  const reference = referenceAt(analysis, offset);
  if (!reference) return definedAt(analysis, offset) ?? aliasAt(analysis, offset);
  const here = analysis.range(reference.at);
  const dot = reference.id.indexOf(".");
  if (dot > 0) {
    const tail = nameRange(analysis, reference);
    if (alias && offset < tail.start) {
      const found = aliasNamed(analysis, reference.id.slice(0, dot));
      return found && { thing: found, here: { start: tail.start - 1 - dot, end: tail.start - 1 } };
    }
    const found = thingNamed(analysis, reference.target, reference.id);
    return found && { thing: found, here: alias ? tail : here };
  }
  const found = thingNamed(analysis, reference.target, reference.id);
  return found && { thing: found, here };
}

/** What a name stands for: of the document's own things, of what a library brings in with a section, or behind the name of a library. */
export function thingNamed(analysis: Analysis, target: Target, id: string): Thing | undefined {
  const { instrument } = analysis;
  for (const space of SPACES[target]) {
    const value = instrument[space].get(id);
    const part = value && analysis.partWith(value);
    if (part && isNamed(part)) return { kind: part.kind, id, part, home: analysis };
  }
  const dot = id.indexOf(".");
  const library = dot > 0 ? libraryNamed(analysis, id.slice(0, dot)) : includedFrom(analysis, id);
  if (!library) return undefined;
  const found = thingNamed(library.analysis, target, id.slice(dot + 1));
  return found && { ...found, path: library.path };
}

/** The name that stands at an offset, its end included. */
export function referenceAt(analysis: Analysis, offset: number): Reference | undefined {
  const segment = analysis.text.segments.at(segmentAt(analysis.text, offset));
  const whole = wholeOf(analysis);
  for (const part of whole ? [...partsAt(analysis, offset), whole] : partsAt(analysis, offset)) {
    for (const reference of referencesOf(part)) {
      if (reference.at.segment !== segment) continue;
      const { start, end } = analysis.range(reference.at);
      if (start <= offset && offset <= end) return reference;
    }
  }
  return undefined;
}

/** The characters of a reference that are the thing's own name: without quotation marks, and behind the name of a library. */
export function nameRange(analysis: Analysis, { at, id, last }: Reference): Range {
  const own = id.slice(id.indexOf(".") + 1);
  const written = at.segment.text.slice(at.start, at.end);
  // A span in quotation marks is one place for both its ends; `phq1` is no part of `phq19`.
  const places = [...written.matchAll(WORD)].filter(([word]) => word === own).map(({ index }) => index);
  const from = last === undefined ? places.at(-1) : places[0];
  return analysis.range(from === undefined ? at : placeIn(at.segment, { start: at.start + from, end: at.start + from + own.length }));
}

const WORD = /[A-Za-z_][A-Za-z0-9_-]*|\d\w*/g;

/** The library that goes by a name in a document, as a thing that can be renamed. */
export const aliasNamed = (analysis: Analysis, id: string): Thing | undefined =>
  fieldAt(analysis, ["use", id]) && { kind: "alias", id, home: analysis };

/** Where an alias is given. */
export function aliasRange({ home, id }: Thing): Range | undefined {
  const field = fieldAt(home, ["use", id]);
  return field && home.range(placeIn(field.segment, field.key));
}

/** Where a thing's id stands in its own document. */
export function ownRange(thing: Thing): Range | undefined {
  if (thing.part) return thing.home.range(origins.name(thing.part.value));
  if (!isWholeKind(thing.kind)) return aliasRange(thing);
  const [first] = wholeDefinitions(thing.home, thing.kind, thing.id);
  return first && thing.home.range(first.at);
}

/** What a Delphi study, a guide or a study names or defines at an offset; of another document's items and scores the thing there. */
function wholeThingAt(analysis: Analysis, offset: number): Pointed | undefined {
  const found = wholeNameAt(analysis, offset);
  if (!found) return undefined;
  const { name, here } = found;
  const { space, id, path } = name;
  if (path === undefined) {
    if (!isWholeKind(space)) return undefined;
    return wholeDefinitions(analysis, space, id).length > 0 ? { thing: { kind: space, id, home: analysis }, here } : undefined;
  }
  const home = analysis.joined.get(path);
  const thing = home && !isWholeKind(space) ? thingNamed(home, space, id) : undefined;
  // What a library brings into the other document is another file still, whose path is counted from there.
  return thing && thing.path === undefined ? { thing: { ...thing, path }, here } : undefined;
}

function definedAt(analysis: Analysis, offset: number): Pointed | undefined {
  const segment = analysis.text.segments.at(segmentAt(analysis.text, offset));
  for (const part of partsAt(analysis, offset)) {
    if (part.field.segment !== segment || !isNamed(part)) continue;
    const here = analysis.range(origins.name(part.value));
    if (here.start <= offset && offset <= here.end) return { thing: { kind: part.kind, id: part.id, part, home: analysis }, here };
  }
  return undefined;
}

const partsAt = (analysis: Analysis, offset: number) => partsWithin(analysis, { start: offset, end: offset });

function aliasAt(analysis: Analysis, offset: number): Pointed | undefined {
  for (const id of analysis.instrument.metadata.use.keys()) {
    const thing: Thing = { kind: "alias", id, home: analysis };
    const here = aliasRange(thing);
    if (here && here.start <= offset && offset <= here.end) return { thing, here };
  }
  return undefined;
}

/** The library whose section brings an item in. */
function includedFrom(analysis: Analysis, id: string): Library | undefined {
  const item = analysis.instrument.items.get(id);
  const include = item && analysis.instrument.sections.get(item.section)?.include;
  return include === undefined ? undefined : libraryNamed(analysis, include.split(".")[0] ?? "");
}

const libraryNamed = (analysis: Analysis, alias: string) => analysis.libraries.find((library) => library.alias === alias);

const SPACES: Record<Target, readonly ("items" | "scores" | "responses" | "recodes" | "tables" | "sections")[]> = {
  "item or score": ["items", "scores"],
  item: ["items"],
  score: ["scores"],
  response: ["responses"],
  recode: ["recodes"],
  table: ["tables"],
  section: ["sections"],
  statement: [],
};

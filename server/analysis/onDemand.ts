import type { Instrument, Named } from "../model/instrument.ts";
import { named } from "../model/named.ts";
import { COLLECTIONS, type Part, type PartOf, readParts } from "../model/parts.ts";
import type { Problem } from "../problem.ts";
import { fieldsOfSegment, outline, treeOf } from "../syntax/outline.ts";
import type { Segment } from "../syntax/segment.ts";
import type { Analysis, DocumentKind } from "./analysis.ts";
import type { AnchorTable } from "./anchors.ts";
import { partIn } from "./partIn.ts";
import { hasFile } from "./readNorms.ts";
import { locate } from "./snapshot.ts";

/** Thrown where something is asked for that takes a document which is not read yet. */
export class NotReadYet extends Error {}

/** What is known of a document before it is read. */
export interface Unread extends Pick<Analysis, "text" | "settings"> {
  readonly kind: DocumentKind | undefined;
  readonly anchors: AnchorTable;
  readonly problems: readonly Problem[];
}

/**
 * A document of which no more is read than what is asked for: what stands at a place, and what it names. What it says it will say when all is
 * read; where that takes more, `NotReadYet` is thrown.
 */
export function onDemand({ text, settings, kind, anchors, problems }: Unread): Analysis {
  const known = kind === "instrument" || kind === "library" ? regular(text.segments) : undefined;
  if (!known) throw new NotReadYet();
  const { metadata, ids } = known;
  const [own] = readParts(outline(metadata), anchors);
  // What a library brings in may stand for any name.
  if (own?.kind !== "metadata" || own.value.use.size > 0) throw new NotReadYet();
  const byValue = new Map<object, Part>();
  const read = (segment: Segment): Part => {
    const part = isReadable(segment) ? partIn(segment, anchors) : undefined;
    // A table whose rows stand in a file is read together with them.
    if (!part || hasFile(part)) throw new NotReadYet();
    byValue.set(part.value, part);
    return part;
  };
  const one = <K extends Space>(space: K, id: string): PartOf<(typeof KINDS)[K]>["value"] => {
    const segment = ids[space].get(id);
    return segment ? (read(segment).value as PartOf<(typeof KINDS)[K]>["value"]) : later();
  };
  const all = <K extends Space>(space: K) => named([...ids[space].keys()].map((id) => [id, one(space, id)] as const));
  const instrument: Instrument = {
    id: own.field.value.kind === "scalar" ? own.field.value.text : "",
    metadata: own.value,
    get responses() {
      return all("responses");
    },
    get recodes() {
      return all("recodes");
    },
    get tables() {
      return all("tables");
    },
    items: single((id) => one("items", id)),
    scores: single((id) => one("scores", id)),
    get sections() {
      return later();
    },
    get effects() {
      return later();
    },
    get tests() {
      return later();
    },
  };
  return {
    text,
    settings,
    kind,
    problems,
    instrument,
    joined: new Map(),
    libraries: [],
    get fields() {
      return later();
    },
    get parts() {
      return later();
    },
    get silenced() {
      return later();
    },
    range: (place) => locate(text, place),
    locate: (place) => ({ range: locate(text, place) }),
    users: later,
    partsIn: (segments) => segments.flatMap((segment) => (metadata.includes(segment) ? own : isLine(segment) ? [] : read(segment))),
    partWith: (value) => byValue.get(value),
    anchor: (name) => anchors.get(name),
    possibleRange: later,
  };
}

const later = (): never => {
  throw new NotReadYet();
};

const KINDS = { responses: "response", recodes: "recode", tables: "table", scores: "score", items: "item" } as const;
type Space = keyof typeof KINDS;

/** Things of which each can be asked for by its id, and nothing else. */
const single = <T>(get: (id: string) => T): Named<T> => ({
  get size() {
    return later();
  },
  get,
  has: (id) => get(id) !== undefined,
  ids: later,
  values: later,
  indexOf: later,
  inOrder: later,
  span: later,
});

interface Regular {
  /** Where the document's own keys stand that are no collections. */
  readonly metadata: readonly Segment[];
  /** Where each thing stands. */
  readonly ids: Readonly<Record<Space, ReadonlyMap<string, Segment>>>;
}

/**
 * The things of a document whose lines alone say what each of them is called; undefined for one in which something may stand elsewhere: in
 * brackets, behind an alias, after a second beginning, or twice.
 */
function regular(segments: Iterable<Segment>): Regular | undefined {
  const metadata: Segment[] = [];
  const ids = Object.fromEntries(Object.keys(KINDS).map((space) => [space, new Map()])) as Record<Space, Map<string, Segment>>;
  const lines = new Set<string>();
  for (const segment of segments) {
    if (segment.kind === "head") continue;
    const { path } = segment.within;
    const top = path[0] ?? segment.key;
    if (segment.kind === "stray" || segment.kind === "rest" || segment.key === "<<" || /[\\'"]/.test(segment.key)) return undefined;
    if (segment.kind === "branch") {
      const line = [...path, segment.key].join("\n");
      if (lines.has(line) || !isReadable(segment)) return undefined;
      lines.add(line);
      if (!isCollection(top)) metadata.push(segment);
    } else if (!isCollection(top)) metadata.push(segment);
    else {
      const space = path.at(-1) === "items" ? "items" : (path[0] as keyof typeof ids | undefined);
      // A collection in brackets, or a section.
      if (space === undefined || (top === "sections" && space !== "items" && isHome(path, segment.key))) return undefined;
      const things = ids[space];
      if (things?.has(segment.key)) return undefined;
      if (!segment.key.startsWith("x-")) things?.set(segment.key, segment);
    }
  }
  return { metadata, ids };
}

const isCollection = (top: string) => top === "sections" || top in COLLECTIONS;

/** Whether a key within sections is one that holds sections or items, or is a section. */
const isHome = (path: readonly string[], key: string) => path.at(-1) === "sections" || key === "sections" || key === "items";

/** A line of which no part is made. */
const isLine = ({ kind, within, key }: Segment) => kind === "head" || (kind === "branch" && within.path.length === 0 && isCollection(key));

/** Whether a segment holds what its line shows, and nothing else. */
function isReadable(segment: Segment): boolean {
  const [field, ...more] = fieldsOfSegment(segment, segment.kind === "branch" ? [] : undefined);
  return treeOf(segment).problems.length === 0 && more.length === 0 && field?.name === segment.key;
}

import type { Instrument, Named } from "../model/instrument.ts";
import { type Part, type PartKind, readPart } from "../model/parts.ts";
import type { Pieces } from "../pieces.ts";
import { fieldsOfSegment, treeOf } from "../syntax/outline.ts";
import { type Segment, sameBranch } from "../syntax/segment.ts";
import type { SegmentedText, Splice } from "../syntax/segmentedText.ts";
import type { DocumentKind } from "./analysis.ts";
import { type AnchorTable, isOwnMatter } from "./anchors.ts";
import { SPACE_OF } from "./changedKeys.ts";
import { hasFile } from "./readNorms.ts";
import { idOf } from "./sharedIds.ts";
import type { Space } from "./trackedInstrument.ts";

/** What an edit does to a document that is known: the parts `old`, which stand one behind the other, gave way to `now`. */
export interface Patch {
  readonly old: readonly Part[];
  readonly now: readonly Part[];
  /** Where they stand among all parts, and among the named things of their kind. */
  readonly place: number;
  readonly space: Space;
  readonly thing: number;
}

/** A document before an edit, but for its text. */
export interface Known {
  readonly text: SegmentedText;
  readonly kind: DocumentKind | undefined;
  readonly anchors: AnchorTable;
  readonly parts: Pieces<Part>;
  /** The parts that have a segment to themselves. */
  readonly bySegment: ReadonlyMap<Segment, Part>;
  readonly instrument: Instrument;
  readonly shared: ReadonlySet<string>;
}

/** What is judged with all of a library, where it should not be. */
const FOREIGN = new Set<PartKind>(["score", "test", "effect"]);

/**
 * The common edits: inside items, responses, scores … or such that come and go among others of their kind. Undefined where more than these parts
 * can be felt to change: the document is then read as a whole.
 */
export function patchOf(splice: Splice, known: Known): Patch | undefined {
  if (known.kind !== "instrument" && known.kind !== "library") return undefined;
  const { index, removed, inserted } = trimmed(splice);
  const old = removed.flatMap((segment) => known.bySegment.get(segment) ?? []);
  if (old.length !== removed.length || (old.length === 0 && inserted.length === 0)) return undefined;
  const before = known.bySegment.get(segmentAt(known, index - 1));
  const one =
    old[0] ?? [before, known.bySegment.get(segmentAt(known, index + inserted.length))].find((part) => isBeside(part, inserted[0]));
  if (!one || one.kind === "section" || (known.kind === "library" && FOREIGN.has(one.kind))) return undefined;
  const space = SPACE_OF[one.kind];
  if (!space || !old.every((part) => part.kind === one.kind && part.parent === one.parent && canGo(part, known))) return undefined;
  const now = inserted.flatMap((segment) => readAlone(segment, one, known.anchors) ?? []);
  if (now.length !== inserted.length || !isOnlyOf(old, now, known.instrument)) return undefined;

  const things: Named<object> = known.instrument[space];
  const behind = old.length === 0 && one === before ? 1 : 0;
  const [place, thing] = [known.parts.indexOf(one) + behind, things.indexOf(one.id) + behind];
  const isRow = old.every(
    (part, i) => known.parts.at(place + i) === part && things.get(part.id) === part.value && things.indexOf(part.id) === thing + i,
  );
  // What a library brings in may have the same name, and stand before it.
  return isRow && things.get(one.id) === one.value ? { old, now, place, space, thing } : undefined;
}

const NOWHERE: Segment = { kind: "head", text: "", breaks: 0, within: { path: [], indent: 0 }, key: "" };
const segmentAt = ({ text }: Known, index: number): Segment => (index < 0 ? NOWHERE : (text.segments.at(index) ?? NOWHERE));

/** A splice without the segments at both ends that came out as they were. */
function trimmed({ index, removed, inserted }: Splice): Pick<Splice, "index" | "removed" | "inserted"> {
  const shorter = Math.min(removed.length, inserted.length);
  let from = 0;
  while (from < shorter && removed[from] === inserted[from]) from++;
  let after = 0;
  while (after < shorter - from && removed.at(-1 - after) === inserted.at(-1 - after)) after++;
  return {
    index: index + from,
    removed: removed.slice(from, removed.length - after),
    inserted: inserted.slice(from, inserted.length - after),
  };
}

const isBeside = (part: Part | undefined, segment: Segment | undefined) =>
  part !== undefined && sameBranch(part.field.segment.within, segment?.within);

/** Whether nothing but those who name it can miss a part. */
function canGo(part: Part, { anchors, shared }: Known): boolean {
  const { segment } = part.field;
  return !hasFile(part) && treeOf(segment).problems.length === 0 && isOwnMatter(segment, anchors) && !shared.has(idOf(part));
}

/** The part that a segment holds beside another, if it holds nothing else. */
function readAlone(segment: Segment, { kind, parent, field: beside }: Part, anchors: AnchorTable): Part | undefined {
  if (segment.kind !== "entry" || !sameBranch(segment.within, beside.segment.within)) return undefined;
  if (treeOf(segment).problems.length > 0 || !isOwnMatter(segment, anchors)) return undefined;
  const fields = fieldsOfSegment(segment);
  const field = fields[0];
  if (!field || fields.length !== 1 || field.bare || field.name === "" || field.name.startsWith("x-")) return undefined;
  const part = readPart(kind, field, anchors, parent);
  return part && !hasFile(part) ? part : undefined;
}

/** Whether each id that comes is there once, and those that stay are in the same order. */
function isOnlyOf(old: readonly Part[], now: readonly Part[], { items, scores, ...others }: Instrument): boolean {
  const [before, after] = [new Set(old.map(({ id }) => id)), new Set(now.map(({ id }) => id))];
  if (after.size !== now.length) return false;
  for (const { id, kind } of now) {
    if (before.has(id)) continue;
    const space = SPACE_OF[kind];
    if (space === "items" || space === "scores" ? items.has(id) || scores.has(id) : space === undefined || others[space].has(id))
      return false;
  }
  return [...before].filter((id) => after.has(id)).join() === [...after].filter((id) => before.has(id)).join();
}

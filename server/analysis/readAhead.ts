import { marksOf } from "../evidence/marks.ts";
import { COLLECTIONS, type Part, readPart } from "../model/parts.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import { referencesOf } from "../model/references.ts";
import { fieldsOfSegment, treeOf } from "../syntax/outline.ts";
import type { Segment } from "../syntax/segment.ts";
import type { AnchorTable } from "./anchors.ts";
import { shapeProblems } from "./shape.ts";

/**
 * Reads a long document piece by piece before it is read as a whole, which then finds everything read. What the schema says of an item, a
 * score … hangs on nothing but its own text, so that it can be told before the rest of the document is known.
 */
export class ReadAhead {
  readonly #segments: readonly Segment[];
  readonly #anchors: AnchorTable;
  /** Whether what is read is a part of the document, whatever follows. */
  #isSure: boolean;
  readonly #found = new Map<Part, readonly LocalProblem[]>();
  #next = 0;

  /** `inParts`: whether the document is read in parts, as an instrument is. */
  constructor(segments: readonly Segment[], anchors: AnchorTable, inParts: boolean) {
    this.#segments = segments;
    this.#anchors = anchors;
    this.#isSure = inParts;
  }

  /** Reads on until `isTime` says that there is something better to do; whether all is read. */
  advance(isTime: () => boolean): boolean {
    while (this.#next < this.#segments.length) {
      const segment = this.#segments[this.#next++];
      if (segment) this.#read(segment);
      if (isTime()) break;
    }
    return this.#next >= this.#segments.length;
  }

  /** What was found by now, and will be found in the whole. */
  get found(): ReadonlyMap<Part, readonly LocalProblem[]> {
    return this.#found;
  }

  #read(segment: Segment): void {
    if (segment.kind === "head") return;
    if (segment.kind === "stray" || segment.kind === "rest") {
      this.#isSure = false;
      return;
    }
    const { pairs, problems } = treeOf(segment);
    const key = pairs[0]?.key;
    // What stands below a key that cannot be read is no part.
    if (segment.kind === "branch") {
      if (problems.length > 0 || pairs.length !== 1 || key?.kind !== "scalar" || key.text !== segment.key) this.#isSure = false;
      return;
    }
    if (!this.#isSure || problems.length > 0) return;
    const part = partIn(segment, this.#anchors);
    if (!part) return;
    referencesOf(part);
    marksOf(part);
    const found = shapeProblems(part, this.#anchors);
    if (found.length > 0) this.#found.set(part, found);
  }
}

/** The part that a segment holds alone. */
function partIn(segment: Segment, anchors: AnchorTable): Part | undefined {
  const { path } = segment.within;
  const [top = ""] = path;
  const kind =
    path.length === 1 ? COLLECTIONS[top as keyof typeof COLLECTIONS] : top === "sections" && path.at(-1) === "items" ? "item" : undefined;
  const [field, ...more] = fieldsOfSegment(segment);
  if (!kind || !field || more.length > 0 || [...path, field.name].some((name) => name.startsWith("x-"))) return undefined;
  return readPart(kind, field, anchors, kind === "item" ? path.at(-2) : undefined);
}

import { marksOf } from "../evidence/marks.ts";
import type { Part } from "../model/parts.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import { referencesOf } from "../model/references.ts";
import type { Problem } from "../problem.ts";
import { outline, treeOf } from "../syntax/outline.ts";
import type { Segment } from "../syntax/segment.ts";
import type { SegmentedText } from "../syntax/segmentedText.ts";
import type { Analysis, DocumentKind } from "./analysis.ts";
import { type AnchorTable, collectAnchors } from "./anchors.ts";
import { silencedOnDemand } from "./ignores.ts";
import { kindOf } from "./kindOf.ts";
import { onDemand } from "./onDemand.ts";
import { partIn } from "./partIn.ts";
import type { settingsBeside } from "./settingsBeside.ts";
import { shapeProblems } from "./shape.ts";
import { locate, placedProblems } from "./snapshot.ts";
import { toldOnce } from "./toldOnce.ts";
import { withSeverities } from "./withSeverities.ts";

type Weighing = ReturnType<typeof settingsBeside>;

/**
 * Reads a long document piece by piece before it is read as a whole, which then finds everything read. What the schema says of an item, a
 * score … hangs on nothing but its own text, so that it can be told before the rest of the document is known.
 */
export class ReadAhead {
  readonly anchors: AnchorTable;
  readonly #text: SegmentedText;
  readonly #kind: DocumentKind | undefined;
  readonly #segments: readonly Segment[];
  /** Whether what is read is a part of the document, whatever follows. */
  #isSure: boolean;
  readonly #found = new Map<Part, readonly LocalProblem[]>();
  #next = 0;

  /** `own`: the document's path, as far as it has one. `before`: what had a name in it when it was last looked at. */
  constructor(text: SegmentedText, own: string | undefined, before: AnchorTable) {
    this.#text = text;
    this.#segments = text.segments.list;
    const first = this.#segments.find(({ kind }) => kind === "entry" || kind === "branch");
    this.#kind = kindOf(first ? outline([first]) : [], own);
    this.anchors = collectAnchors(this.#segments, before);
    // Only these are read in parts.
    this.#isSure = this.#kind === "instrument" || this.#kind === "library";
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

  /** The same with its places, weighed and silenced as the document wants it. */
  problems({ settings, path }: Weighing): readonly Problem[] {
    const found = placedProblems(this.#text, (place) => ({ range: locate(this.#text, place) }), toldOnce([...this.#found.values()].flat()));
    return withSeverities(silencedOnDemand(this.#text, found).left, settings, path);
  }

  /** What can be said of the document by now, and by what is read because it is asked for. */
  analysis(weighing: Weighing): Analysis {
    return onDemand({
      text: this.#text,
      settings: weighing.settings,
      kind: this.#kind,
      anchors: this.anchors,
      problems: this.problems(weighing),
    });
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
    const part = partIn(segment, this.anchors);
    if (!part) return;
    referencesOf(part);
    marksOf(part);
    const found = shapeProblems(part, this.anchors);
    if (found.length > 0) this.#found.set(part, found);
  }
}

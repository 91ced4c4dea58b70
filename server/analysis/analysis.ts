import type { Delphi } from "../model/delphi.ts";
import type { Guide } from "../model/guide.ts";
import type { Instrument } from "../model/instrument.ts";
import type { Part } from "../model/parts.ts";
import type { Located } from "../model/read/reader.ts";
import type { Settings } from "../model/settings.ts";
import type { Study } from "../model/study.ts";
import type { Problem, Range } from "../problem.ts";
import type { PossibleRange } from "../scoring/range.ts";
import type { Field } from "../syntax/outline.ts";
import type { Place } from "../syntax/place.ts";
import type { Segment } from "../syntax/segment.ts";
import type { SegmentedText } from "../syntax/segmentedText.ts";
import type { Silenced } from "./ignores.ts";
import type { Cycle } from "./importCycle.ts";
import type { Library } from "./imports.ts";

export type DocumentKind = "instrument" | "delphi" | "guide" | "study" | "library" | "translation" | "config";

/** One version of one document and all that is known about it. It never changes: an edit makes another. */
export interface Analysis {
  readonly text: SegmentedText;
  /** What the first key says the document is. */
  readonly kind: DocumentKind | undefined;
  readonly fields: readonly Field[];
  readonly parts: readonly Part[];
  /** What an instrument or a library says; of other kinds of document an empty one. */
  readonly instrument: Instrument;
  /** What a Delphi study says. */
  readonly delphi?: Delphi;
  /** What a topic guide says. */
  readonly guide?: Guide;
  /** What a study says that joins documents. */
  readonly study?: Study;
  /** The documents that a guide, a study or a translation refers to, by the path as written. */
  readonly joined: ReadonlyMap<string, Analysis>;
  /** Sorted by place, then code. */
  readonly problems: readonly Problem[];
  /** What a comment silences, with its reason. */
  readonly silenced: readonly Silenced[];
  /** What the folder's settings say for it. */
  readonly settings: Settings;
  /** The libraries that it uses. */
  readonly libraries: readonly Library[];
  /** The circle that its imports lead into. */
  readonly cycle?: Cycle;
  /** Offsets in this version of what was found in a segment. */
  range(place: Place): Range;
  /** The same for a place that may be in a library: `file` is then the library's path from the document. */
  locate(place: Place): { readonly range: Range; readonly file?: string };
  /** The parts that name this item, score, response, recode, table or section. */
  users(id: string): readonly Part[];
  /** The parts of which something is written in these segments, in the order of `parts`. */
  partsIn(segments: readonly Segment[]): readonly Part[];
  /** The part that a value of the instrument was read from; undefined for what a library brought in. */
  partWith(value: object): Part | undefined;
  /** What `&name` stands before. */
  anchor(name: string): Located | undefined;
  /** The proved range of a score. */
  possibleRange(score: string): PossibleRange | undefined;
}

/** What an analysis needs from outside: other files, by their path from the document. */
export interface Host {
  /** The text of a file; undefined where there is none. */
  read(path: string): string | undefined;
  /** Whether a path leaves the folder that is worked in: such a file is never read. */
  isOutside?(path: string): boolean;
  /** One name for a file, whichever way it is reached. */
  nameOf?(path: string): string;
  /** The document's own path, as far as it has one. */
  readonly own?: string;
  /** The studies in its folder and the one above, by their path from the document, as far as folders can be listed. */
  studies?(): readonly string[];
  /** The same for the files beside another file. */
  beside?(path: string): Host;
}

export const NO_HOST: Host = { read: () => undefined };

import type { Part } from "../model/parts.ts";
import type { Pieces } from "../pieces.ts";
import { type Field, outline } from "../syntax/outline.ts";
import type { SegmentedText } from "../syntax/segmentedText.ts";

/** The long lists of a version, made when they are first asked for. A class: what a getter in an object literal sees is held for long by V8. */
export class LongLists {
  readonly #text: SegmentedText;
  readonly #parts: Pieces<Part>;
  #known: readonly Field[] | undefined;

  constructor(text: SegmentedText, known: readonly Field[] | undefined, parts: Pieces<Part>) {
    this.#text = text;
    this.#known = known;
    this.#parts = parts;
  }

  /** The fields, if somebody has asked for them. */
  get known(): readonly Field[] | undefined {
    return this.#known;
  }

  get parts(): readonly Part[] {
    return this.#parts.list;
  }

  get fields(): readonly Field[] {
    this.#known ??= outline(this.#text.segments.list);
    return this.#known;
  }
}

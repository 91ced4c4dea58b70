import { marksOf } from "../evidence/marks.ts";
import type { Part } from "../model/parts.ts";
import { remember } from "../remember.ts";
import { inOrderOf } from "./inOrderOf.ts";

/** Which parts have which marks, kept through the edits of a document. */
export class Marked {
  readonly #parts = new Map<string, Set<Part>>();
  /** Ids in file order, made when first asked for. */
  readonly #ids = new Map<string, readonly string[]>();

  ids(mark: string, placeOf: (part: Part) => number): readonly string[] {
    return remember(this.#ids, mark, () => inOrderOf([...(this.#parts.get(mark) ?? [])], placeOf).map(({ id }) => id));
  }

  /** Puts a part in the place of another with the same id. Gives the marks that only one of them has. */
  replace(old: Part, part: Part): string[] {
    const [before, after] = [new Set(marksOf(old)), new Set(marksOf(part))];
    this.#remove(old);
    this.#add(part);
    const changed = [...before].filter((mark) => !after.has(mark)).concat([...after].filter((mark) => !before.has(mark)));
    for (const mark of changed) this.#ids.delete(mark);
    return changed;
  }

  /** Takes parts that went and came. Gives their marks, or all marks where others have moved. */
  update(removed: readonly Part[], added: readonly Part[], hasMoved: boolean): string[] {
    const changed = new Set<string>();
    for (const part of removed) for (const mark of this.#remove(part)) changed.add(mark);
    for (const part of added) for (const mark of this.#add(part)) changed.add(mark);
    if (hasMoved) for (const mark of this.#parts.keys()) changed.add(mark);
    for (const mark of changed) this.#ids.delete(mark);
    return [...changed];
  }

  #add(part: Part): readonly string[] {
    const marks = marksOf(part);
    for (const mark of marks) remember(this.#parts, mark, () => new Set<Part>()).add(part);
    return marks;
  }

  #remove(part: Part): readonly string[] {
    const marks = marksOf(part);
    for (const mark of marks) {
      const parts = this.#parts.get(mark);
      parts?.delete(part);
      if (parts?.size === 0) this.#parts.delete(mark);
    }
    return marks;
  }
}

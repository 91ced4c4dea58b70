import type { Range } from "../../problem.ts";

/** One thing that may stand at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: "key" | "word" | "item" | "score" | "response" | "name" | "function" | "file" | "kind of document";
  /** Beside the label: the stem of an item, the title of a key. */
  readonly detail: string;
  readonly documentation: string;
  readonly newText: string;
  /** `newText` holds tab stops. */
  readonly snippet: boolean;
  readonly range: Range;
  /** Ask again when it was taken: a choice follows. */
  readonly again: boolean;
}

/** Makes a completion for the word at the cursor. */
export type Add = (label: string, more: Partial<Completion> & Pick<Completion, "kind">) => Completion;

export const adderFor =
  (range: Range): Add =>
  (label, more) => ({ label, detail: "", documentation: "", newText: label, snippet: false, range, again: false, ...more });

import type { Analysis } from "../../analysis/analysis.ts";
import type { Edit } from "../../problem.ts";

/** A change of form that keeps the meaning, or why it cannot be made here. */
export type Refactoring = Possible | Refused;

interface Offered {
  readonly title: string;
  readonly kind: "refactor.extract" | "refactor.rewrite" | "refactor.move";
}
export interface Possible extends Offered {
  /** Worked out when the change is wanted. */
  edits(): readonly Edit[];
  /** What it changes in another file. */
  readonly beside?: FileChange;
  /** What it changes in a translation of the document. */
  inTranslation?(translation: Analysis): readonly Edit[];
}
export interface Refused extends Offered {
  readonly refused: string;
}

/** A file, by its path from the document: one that is there, with the analysis that the edits are counted in, or a new one. */
export type FileChange =
  | { readonly path: string; readonly analysis: Analysis; readonly edits: readonly Edit[] }
  | { readonly path: string; readonly text: string };

import type { Analysis } from "../analysis/analysis.ts";
import { KEYWORDS } from "../expression/tokens.ts";
import type { Edit, Range } from "../problem.ts";
import { occurrencesAt } from "./occurrences.ts";

/** What a rename would change, or why it cannot be done. */
export type Renaming = { readonly edits: readonly Edit[] } | { readonly refused: string };

/** The id at an offset, where it can be renamed: what an editor offers to edit. */
export function renamableAt(analysis: Analysis, offset: number): Range | undefined {
  const found = occurrencesAt(analysis, offset);
  return found?.definition && RENAMED.has(found.part.kind) ? found.here : undefined;
}

const RENAMED = new Set(["item", "score", "response", "recode", "table", "section", "test", "effect"]);
const ID = /^[a-z](?:_?[a-z0-9])*$/;

/** Renames a thing everywhere in its document: where it is defined, in scores, formulas, spans, piped texts and tests. */
export function renameAt(analysis: Analysis, offset: number, newName: string): Renaming {
  const found = occurrencesAt(analysis, offset);
  if (!found?.definition) return { refused: "only the items, scores, responses and other named things of this document can be renamed" };
  const { part, definition, references } = found;
  if (part.kind !== "test" && (!ID.test(newName) || newName.length > 32))
    return {
      refused: `"${newName}" cannot be an id: begin with a small letter, then small letters, digits and single underscores, at most 32`,
    };
  if (KEYWORDS.has(newName)) return { refused: `"${newName}" is a word of the formula language` };
  const space = part.kind === "score" || part.kind === "item" ? ["item", "score"] : [part.kind];
  if (newName !== part.id && analysis.parts.some((other) => other.id === newName && space.includes(other.kind)))
    return { refused: `"${newName}" is the id of another ${part.kind}` };
  return { edits: [definition, ...references].map((range) => ({ range, newText: newName })) };
}

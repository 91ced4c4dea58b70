import type { Analysis } from "../analysis/analysis.ts";
import { KEYWORDS } from "../expression/tokens.ts";
import type { Edit, Range } from "../problem.ts";
import { occurrencesAt } from "./occurrences.ts";
import type { Thing } from "./things.ts";
import { isWholeKind, wholeDefinitions } from "./wholeThings.ts";

/** What a rename would change, or why it cannot be done. */
export type Renaming = { readonly edits: readonly Edit[] } | { readonly refused: string };

/** The name at an offset, where it can be renamed: what an editor offers to edit. */
export const renamableAt = (analysis: Analysis, offset: number): Range | undefined => occurrencesAt(analysis, offset)?.here;

/** Renames a thing everywhere in its document: where it is defined, in scores, formulas, spans, piped texts and tests. */
export function renameAt(analysis: Analysis, offset: number, newName: string): Renaming {
  const found = occurrencesAt(analysis, offset);
  if (!found) return { refused: "only items, scores, responses and other named things can be renamed" };
  const { thing, definition, references } = found;
  const refused = whyNot(thing, newName, [analysis]);
  if (refused !== undefined) return { refused };
  return { edits: [...(definition ? [definition] : []), ...references].map((range) => ({ range, newText: newName })) };
}

const ID = /^[a-z](?:_?[a-z0-9])*$/;

/** Why a thing cannot go by a name, in its own document or in one of those that know it; undefined where it can. */
export function whyNot(thing: Thing, newName: string, known: readonly Analysis[]): string | undefined {
  if (thing.kind === "test")
    return newName.trim() === "" || /[\n\r]|: |^[\s#"'{[\]},&*!|>%@`?-]|:$| #/.test(newName)
      ? `"${newName}" cannot name a test`
      : undefined;
  if (!ID.test(newName) || newName.length > 32)
    return `"${newName}" cannot be an id: begin with a small letter, then small letters, digits and single underscores, at most 32`;
  if (KEYWORDS.has(newName)) return `"${newName}" is a word of the formula language`;
  if (newName === thing.id) return undefined;
  if (isWholeKind(thing.kind))
    return wholeDefinitions(thing.home, thing.kind, newName).length > 0 ? `"${newName}" is the id of another ${thing.kind}` : undefined;
  const shared = thing.kind === "item" || thing.kind === "score";
  for (const analysis of known) {
    const { instrument } = analysis;
    if (
      thing.kind === "alias"
        ? instrument.metadata.use.has(newName)
        : shared && (instrument.items.has(newName) || instrument.scores.has(newName))
    )
      return `"${newName}" is the id of another ${thing.kind === "alias" ? "library" : instrument.items.has(newName) ? "item" : "score"}`;
    const isOther = analysis.parts.some(({ kind, id }) => kind === thing.kind && id === newName);
    if (isOther) return `"${newName}" is the id of another ${thing.kind}`;
  }
  return undefined;
}

import type { Part, PartOf } from "../model/parts.ts";
import { referencesOf } from "../model/references.ts";
import { formulasOf } from "../model/resolve.ts";
import { heldResponse, writtenResponse } from "./writtenResponse.ts";
import { mayBeByLanguage } from "./writtenScalars.ts";

/** What many rules need of a part, to be told at little cost before any of them is started. */

/** A response of its own: a named one, or one that is written out in an item, a section or a study. */
export const writesResponse = (part: PartOf<"response" | "item" | "section" | "delphi">): boolean =>
  part.kind === "delphi" || writtenResponse(part) !== undefined;

/** The same, or an alias of one. */
export const holdsResponse = (part: PartOf<"response" | "item" | "section">): boolean => heldResponse(part) !== undefined;

export const hasCondition = ({ value }: PartOf<"item" | "section">): boolean => value.when !== undefined;

export const hasStem = ({ value }: PartOf<"item">): boolean => value.stem !== undefined;

/** A response of its own whose options are told apart, one of them to be chosen. */
export const writesChoice = (part: PartOf<"response" | "item" | "section">): boolean => writtenResponse(part)?.type === "choice";

/** A response, or an alias of one, with options of which one or several are chosen. */
export function holdsChoices(part: PartOf<"response" | "item" | "section">): boolean {
  const type = heldResponse(part)?.type;
  return type === "choice" || type === "multiple";
}

/** A response, or an alias of one, that takes a number. */
export function holdsNumber(part: PartOf<"response" | "item" | "section">): boolean {
  const type = heldResponse(part)?.type;
  return type === "integer" || type === "decimal";
}

/** Ratings that are put into bands. */
export const bandsRatings = (part: PartOf<"response" | "item" | "section" | "delphi">): boolean =>
  part.kind === "delphi" || (heldResponse(part)?.bands.size ?? 0) > 0;

export const hasEntries = ({ value }: PartOf<"score">): boolean => value.entries !== undefined;

export const hasFormulas = ({ value }: PartOf<"score">): boolean => formulasOf(value).length > 0;

export const hasFormulasOrSteps = (part: PartOf<"score">): boolean => part.value.transform.length > 0 || hasFormulas(part);

/** A recode, or a score that has one. */
export const recodes = (part: PartOf<"recode" | "score">): boolean =>
  part.kind === "recode" || part.value.recode !== undefined || part.value.entries?.some(({ recode }) => recode !== undefined) === true;

export const hasBands = ({ value }: PartOf<"score">): boolean => value.bands !== undefined || value.bandSets.size > 0;

/** Names of items or scores, in formulas, in texts or elsewhere. */
export function namesItems(part: Part): boolean {
  for (const { target } of referencesOf(part)) if (target === "item or score" || target === "score" || target === "item") return true;
  return false;
}

/** The character that begins a comment. Of a part in several segments that is not known. */
export const mayHoldComment = (part: Part): boolean =>
  part.kind === "metadata" || part.field.fields !== undefined || part.field.segment.text.includes("#");

/** A text in several languages. Of a part in several segments that is not known. */
export const mayHoldLanguages = (part: Part): boolean =>
  part.kind === "metadata" || part.field.fields !== undefined || mayBeByLanguage(part.field.value, part.kind === "item");

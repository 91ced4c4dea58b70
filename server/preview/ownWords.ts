import type { PhraseKey } from "../language/phrases.ts";
import type { Context } from "./context.ts";
import { type Html, html, NOTHING, type Part } from "./html.ts";
import { languageAttributes } from "./wording.ts";

/** A phrase of the tool's own with markup put into its places. */
export function phrase({ phrases }: Pick<Context, "phrases">, key: PhraseKey, values: Readonly<Record<string, Part>> = {}): Html {
  return html`${phrases.pieces(key).map((piece) => ("words" in piece ? piece.words : values[piece.place]))}`;
}

/** Marks the tool's own words where the page around them is in a language that the tool has no words in. */
export function ownLanguage({ phrases }: Pick<Context, "phrases">): Html {
  return phrases.isForeign ? languageAttributes(phrases.language) : NOTHING;
}

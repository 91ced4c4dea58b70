import type { PartOf } from "../model/parts.ts";
import type { Context, Finding } from "../rules/rule.ts";
import { isOfKind } from "./inSection.ts";
import type { Lexicon, Phrase } from "./lexicon/lexicon.ts";
import { type FoundPhrase, phraseIn, type Wording, wordingsOf } from "./wording.ts";

/** The stems of an item that may be spoken of. What people consent to has rules of its own. */
export function stemsOf(part: PartOf<"item">, context: Context): readonly Wording[] {
  return context.once("stems", () => {
    const stems = wordingsOf(part.value, "stem", context);
    return stems.length > 0 && isOfKind(context, part.value, "consent") ? [] : stems;
  });
}

/** One finding for each stem that holds such a phrase. */
export function stemPhrases(
  part: PartOf<"item">,
  context: Context,
  phrases: (lexicon: Lexicon) => readonly Phrase[],
  say: (found: FoundPhrase) => string,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const stem of stemsOf(part, context)) {
    const found = phraseIn(stem, phrases(stem.lexicon));
    if (found) findings.push({ at: found.at, message: say(found) });
  }
  return findings;
}

import type { PartOf } from "../model/parts.ts";
import { remember } from "../remember.ts";
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

/** Lists of phrases that a project may add to, by what they are called in its settings. */
const IN_SETTINGS = {
  absolute: "absolute",
  doubleBarrelled: "double_barrelled",
  doubleNegative: "double_negative",
  leading: "leading",
  vague: "vague",
} as const satisfies Partial<Record<keyof Lexicon, string>>;

/** One finding for each stem that holds such a phrase, of the language or of the project. */
export function stemPhrases(
  part: PartOf<"item">,
  context: Context,
  list: keyof typeof IN_SETTINGS,
  say: (found: FoundPhrase) => string,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const stem of stemsOf(part, context)) {
    const found = phraseIn(stem, stem.lexicon[list]) ?? phraseIn(stem, ownPhrases(context.settings.lexicon.get(IN_SETTINGS[list])));
    if (found) findings.push({ at: found.at, message: say(found) });
  }
  return findings;
}

/** The words of a project as phrases: whole words, the longest first, in capitals or not. */
function ownPhrases(words: readonly string[] = NO_WORDS): readonly Phrase[] {
  return remember(OWN, words, () => {
    const written = words.filter((word) => word.trim() !== "").sort((a, b) => b.length - a.length);
    if (written.length === 0) return [];
    const any = written
      .map((word) =>
        word
          .trim()
          .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
          .replace(/\s+/g, "\\s+"),
      )
      .join("|");
    return [{ find: new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, "iu") }];
  });
}

const NO_WORDS: readonly string[] = [];
const OWN = new WeakMap<readonly string[], readonly Phrase[]>();

import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

/** Fewer words say little about how hard a text is: one long word decides. */
const LEAST_WORDS = 10;

/** The Flesch-Kincaid grade (Kincaid et al. 1975): years of school that a text asks of its readers. Undefined for a short text. */
export function grade(text: string): number | undefined {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  if (words.length < LEAST_WORDS) return undefined;
  const sentence = Math.max(1, text.match(/[.!?]+(?=\s|$)/g)?.length ?? 1);
  const estimate = { word: words.length, sentence, syllable: text.match(/[aeiouy]+/gi)?.length ?? 0 };
  // Counting syllables by their rules is slow, and most texts are nowhere near a limit: the groups of vowels tell as much.
  const rough = fleschKincaid(estimate);
  return rough < 7 ? rough : fleschKincaid({ ...estimate, syllable: syllable(words.join(" ")) });
}

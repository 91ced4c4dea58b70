import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { remember } from "../../../remember.ts";

/** Fewer words say nothing about how hard a text is. */
const LEAST_WORDS = 10;
/** In fewer words than these one long word moves the grade by so much, which is given to the text. */
const [SAFE_WORDS, PLAY] = [15, 3];

/** The Flesch-Kincaid grade (Kincaid et al. 1975): years of school that a text asks of its readers, at the least. Undefined for a short text. */
export function grade(text: string): number | undefined {
  const rough = roughly(text);
  if (rough.word < LEAST_WORDS) return undefined;
  // Counting syllables by their rules is slow, and most texts are nowhere near a limit: the groups of vowels tell as much.
  const estimate = fleschKincaid(rough);
  if (estimate < 7) return estimate;
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  if (words.length < LEAST_WORDS) return undefined;
  const play = words.length < SAFE_WORDS ? PLAY : 0;
  return fleschKincaid({ word: words.length, sentence: rough.sentence, syllable: syllablesOf(words) }) - play;
}

const KNOWN = new Map<string, number>();
/** More words than a questionnaire has; beyond them counting begins anew. */
const MOST_KNOWN = 20000;

function syllablesOf(words: readonly string[]): number {
  if (KNOWN.size > MOST_KNOWN) KNOWN.clear();
  return words.reduce((sum, word) => sum + remember(KNOWN, word, () => syllable(word)), 0);
}

/** Blanks for words and groups of vowels for syllables, in one pass. */
function roughly(text: string): { word: number; sentence: number; syllable: number } {
  let [word, sentence, syllables, before, wasVowel] = [1, 0, 0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    const isVowel = VOWELS.has(char);
    if (isVowel && !wasVowel) syllables++;
    if (char === BLANK && before !== BLANK) {
      word++;
      if (ENDS.has(before)) sentence++;
    }
    wasVowel = isVowel;
    before = char;
  }
  return { word, sentence: Math.max(1, sentence + (ENDS.has(before) ? 1 : 0)), syllable: syllables };
}

const BLANK = 32;
const codes = (letters: string) => new Set([...letters].map((letter) => letter.charCodeAt(0)));
const VOWELS = codes("aeiouyAEIOUY");
const ENDS = codes(".!?");

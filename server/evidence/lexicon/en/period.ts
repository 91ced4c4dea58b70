import type { Period } from "../lexicon.ts";

const NUMBERS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  thirty: 30,
};
const DAYS: Record<string, number> = { day: 1, night: 1, week: 7, fortnight: 14, month: 30, year: 365 };

const PERIOD = new RegExp(
  String.raw`\b(past|last|previous|preceding|next|coming|following)\s+(?:(\d+|${Object.keys(NUMBERS).join("|")})(?:\s+|-))?(day|night|week|fortnight|month|year)s?\b(?!\s+of\b)`,
  "i",
);

/** "past 6 months", "the last two weeks", "next year". A "past few weeks" has no length that could be compared. */
export function period(text: string): Period | undefined {
  const match = PERIOD.exec(text);
  if (!match) return undefined;
  const [words, when = "", count = "one", unit = ""] = match;
  const number = NUMBERS[count.toLowerCase()] ?? Number(count);
  return {
    direction: /^(?:next|coming|following)$/i.test(when) ? "next" : "past",
    days: number * (DAYS[unit.toLowerCase()] ?? 1),
    text: words,
    start: match.index,
    end: match.index + words.length,
  };
}

const TIME =
  /\b(?:today|yesterday|tonight|tomorrow|this (?:morning|week|month|year|shift|time)|now|nowadays|current(?:ly)?|at present|presently|at the moment|these days|usual(?:ly)?|typical(?:ly)?|general(?:ly)?|normal(?:ly)?|average|since|ever|life|lifetime|before|when|whenever|after|during|while|until|past|last|next|previous|recent(?:ly)?|lately|(?:a|per|each|every|any) (?:day|night|week|month|year|shift)|daily|weekly|monthly|yearly|in (?:19|20)\d\d)\b/i;

export const hasTime = (text: string): boolean => TIME.test(text);

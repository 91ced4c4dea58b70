import { english } from "./en.ts";

/** A turn of phrase. What is shown of it is the group named `at`, or all of it. */
export interface Phrase {
  readonly find: RegExp;
  /** One of these, in small letters, stands in every text that holds the phrase. Without one the expression is not even made ready, which takes its time. */
  readonly words?: readonly string[];
  /** Where the whole text fits this, the phrase is nothing to speak of. */
  readonly unless?: RegExp;
  /** What is said of it, where it is not what the rule says of all. */
  readonly why?: string;
}

/** What is known of the wording of questions in one language. Rules on wording are silent in a language that has none. */
export interface Lexicon {
  readonly doubleBarrelled: readonly Phrase[];
  readonly leading: readonly Phrase[];
  readonly doubleNegative: readonly Phrase[];
  readonly absolute: readonly Phrase[];
  readonly vague: readonly Phrase[];
  readonly unanswerable: readonly Phrase[];
  readonly presupposing: readonly Phrase[];
  /** A time that does not fit the verb, such as the future of what was done. */
  readonly wrongTime: readonly Phrase[];
  /** The first words of a question about what has been, and of one about what will be. */
  readonly asksOf: Readonly<Record<"past" | "future", RegExp>>;
  readonly bundledConsent: readonly Phrase[];
  /** Words for what points to one person. */
  readonly identifier: readonly Phrase[];
  readonly promisesAnonymity: readonly Phrase[];
  /** A text that asks people to leave names out. */
  readonly warnsOfNames: readonly Phrase[];
  /** Capitals that are no abbreviation to be explained. */
  readonly knownCapitals: ReadonlySet<string>;
  /** The period that a text asks about. */
  period(text: string): Period | undefined;
  /** Whether a text says anything of a time at all, such as "at present" or "usually". */
  hasTime(text: string): boolean;
  /** What a question asks for, as its first words say. */
  questionKind(text: string): QuestionKind | undefined;
  /** How many years of school a text asks of its readers, at the least; undefined where it is too short to say. */
  grade(text: string): number | undefined;
  readonly otherOption: RegExp;
  readonly noneOption: RegExp;
  readonly openOption: RegExp;
  readonly unsureOption: RegExp;
  readonly yesNo: readonly RegExp[];
  readonly hasUnit: RegExp;
}

export type QuestionKind = "frequency" | "agreement" | "satisfaction" | "importance" | "likelihood" | "number" | "yes or no";

export interface Period {
  readonly direction: "past" | "next";
  /** In days, a month taken as 30 and a year as 365. */
  readonly days: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const LEXICONS = new Map<string, Lexicon>([["en", english]]);

/** The lexicon of a language tag (`en`, `en-GB`), where there is one. */
export const lexiconOf = (language: string | undefined): Lexicon | undefined =>
  language === undefined ? undefined : LEXICONS.get(language.toLowerCase().split("-", 1)[0] ?? "");

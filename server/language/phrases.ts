import { digits } from "../number/digits.ts";
import type { Exact } from "../number/exact.ts";
import { en } from "./en.ts";
import type { ConditionWords, FormWords, PluralWords } from "./formWords.ts";
import { FORM_LANGUAGES } from "./index.ts";
import { type Language, languageOf } from "./language.ts";

type Keys<Words, Value> = { [Key in keyof Words]-?: Words[Key] extends Value ? Key : never }[keyof Words];
export type PhraseKey = Keys<FormWords, string>;
export type PluralKey = Keys<FormWords, PluralWords>;
/** A stretch of a phrase: words of its own, or the name of a place that a value is put into. */
export type Piece = { readonly words: string } | { readonly place: string };

/** The tool's own words in the language of whoever answers, with its numbers, dates and lists. */
export interface Phrases {
  /** The language of the words: that of the texts around them, or English where the tool does not know it. */
  readonly language: Language;
  readonly conditions?: ConditionWords;
  /** True where the texts around them are in a language for which there are no words. */
  readonly isForeign: boolean;
  text(key: PhraseKey, values?: Readonly<Record<string, string | number>>): string;
  /** A phrase in pieces, for whoever puts more than plain text into its places. */
  pieces(key: PhraseKey): readonly Piece[];
  counted(key: PluralKey, count: number, values?: Readonly<Record<string, string | number>>): string;
  number(value: Exact): string;
  /** A percentage as the language writes it: "70%", "70 %". */
  percent(value: Exact): string;
  list(parts: readonly string[], joint: "and" | "or"): string;
  /** A day as it is written in a document, such as 2026-02-23; what is no day stays as it is. */
  day(written: string): string;
}

export function phrasesFor(tag: string): Phrases {
  const known = FORM_LANGUAGES.get(tag) ?? FORM_LANGUAGES.get(primary(tag));
  const table = known ?? en;
  // What the platform knows of a language takes long to be loaded, and many phrases do without.
  const language = once(() => languageOf(known === undefined ? "en" : tag));
  const plurals = once(() => new Intl.PluralRules(language().tag));
  // Codes and points of a scale are printed as they are written, so that all digits of a form are of one kind.
  const locale = () => `${language().tag.replace(/-u-.*$/, "")}-u-nu-latn`;
  const decimal = once(() => new Intl.NumberFormat(locale()).formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? ".");
  const number = (value: Exact): string => {
    const written = digits(value);
    return written.includes(".") ? written.replace(".", decimal()) : written;
  };
  return {
    get language() {
      return language();
    },
    conditions: table.conditions,
    isForeign: known === undefined,
    text: (key, values = {}) => fill(table[key], values),
    pieces: (key) =>
      table[key]
        .split(PLACE)
        .flatMap((part, index): Piece[] => (index % 2 === 1 ? [{ place: part }] : part === "" ? [] : [{ words: part }])),
    counted: (key, count, values = {}) => {
      const words = table[key];
      return fill(words[plurals().select(count)] ?? words.other, { ...values, count });
    },
    number,
    percent: (value) => {
      const parts = new Intl.NumberFormat(locale(), { style: "percent" }).formatToParts(0.5);
      // Marks that turn the writing round have no place in a sentence that runs in its own direction.
      return parts.map((part) => (part.type === "integer" ? number(value) : part.value.replace(/[\u061c\u200e\u200f]/g, ""))).join("");
    },
    list: (parts, joint) => new Intl.ListFormat(locale(), { type: joint === "and" ? "conjunction" : "disjunction" }).format(parts),
    day: (written) => {
      const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN;
      // A form asks for day, month and year, so that English of no country has its dates in that order too.
      return Number.isNaN(time)
        ? written
        : new Intl.DateTimeFormat(locale().replace(/^en-u/, "en-GB-u"), { dateStyle: "long", timeZone: "UTC" }).format(time);
    },
  };
}

const PLACE = /\{([a-z]+)\}/i;

/** For whoever writes a study, and reads what the tool itself says. */
export const ENGLISH = phrasesFor("en");

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Puts values into the places of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([a-z]+)\}/gi, (_, name: string) => String(values[name] ?? ""));
}

/** `pt-BR` is looked up as `pt`. */
function primary(tag: string): string {
  try {
    return new Intl.Locale(tag).language;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}

import type { Exact } from "../../number/exact.ts";
import { digits } from "../../preview/digits.ts";
import { type Language, languageOf } from "../../preview/language.ts";
import type { Run, Runs } from "../block.ts";
import { en } from "./en.ts";
import type { ConditionWords, FormWords, PluralWords } from "./formWords.ts";
import { FORM_LANGUAGES } from "./index.ts";

type Keys<Words, Value> = { [Key in keyof Words]-?: Words[Key] extends Value ? Key : never }[keyof Words];
export type PhraseKey = Keys<FormWords, string>;
export type PluralKey = Keys<FormWords, PluralWords>;
export type Values = Readonly<Record<string, string | number | Runs>>;

/** The tool's own words in the language of a form, with its numbers, dates and lists. */
export interface Phrases {
  /** The language of the words: that of the form, or English where the tool does not know it. */
  readonly language: Language;
  readonly conditions?: ConditionWords;
  /** True where the form is in a language for which there are no words. */
  readonly isForeign: boolean;
  text(key: PhraseKey, values?: Readonly<Record<string, string | number>>): string;
  say(key: PhraseKey, values?: Values, style?: Run["style"]): Runs;
  counted(key: PluralKey, count: number, values?: Readonly<Record<string, string | number>>): string;
  /** Words made of phrases, in the language of the phrases. */
  run(text: string, style?: Run["style"]): Run;
  number(value: Exact): string;
  list(parts: readonly string[], joint: "and" | "or"): string;
  /** A day as it is written in a document, such as 2026-02-23; what is no day stays as it is. */
  day(written: string): string;
}

export function phrasesFor(tag: string): Phrases {
  const known = FORM_LANGUAGES.get(primary(tag));
  const table = known ?? en;
  const language = languageOf(known === undefined ? "en" : tag);
  const run = (text: string, style?: Run["style"]): Run => ({ text, style, language });
  const plurals = new Intl.PluralRules(language.tag);
  // Codes and points of a scale are printed as they are written, so that all digits of a form are of one kind.
  const locale = `${language.tag.replace(/-u-.*$/, "")}-u-nu-latn`;
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? ".";
  return {
    language,
    conditions: table.conditions,
    isForeign: known === undefined,
    text: (key, values = {}) => fill(table[key], values),
    say: (key, values = {}, style) =>
      table[key].split(PLACE).flatMap((part, index): Runs => {
        if (index % 2 === 0) return part === "" ? [] : [run(part, style)];
        const value = values[part];
        return typeof value === "object"
          ? value.map((one) => ({ ...one, style: one.style ?? style }))
          : value === undefined || value === ""
            ? []
            : [run(String(value), style)];
      }),
    counted: (key, count, values = {}) => {
      const words = table[key];
      return fill(words[plurals.select(count)] ?? words.other, { ...values, count });
    },
    run,
    number: (value) => digits(value).replace(".", decimal),
    list: (parts, joint) => new Intl.ListFormat(locale, { type: joint === "and" ? "conjunction" : "disjunction" }).format(parts),
    day: (written) => {
      const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN;
      // A form asks for day, month and year, so that English of no country has its dates in that order too.
      return Number.isNaN(time)
        ? written
        : new Intl.DateTimeFormat(locale.replace(/^en-u/, "en-GB-u"), { dateStyle: "long", timeZone: "UTC" }).format(time);
    },
  };
}

const PLACE = /\{([a-z]+)\}/i;

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

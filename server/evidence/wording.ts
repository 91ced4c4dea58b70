import { keptWith } from "../keptWith.ts";
import type { Text } from "../model/instrument.ts";
import { fieldOf, origins } from "../model/origins.ts";
import { remember } from "../remember.ts";
import type { Context } from "../rules/rule.ts";
import { type Place, placeIn } from "../syntax/place.ts";
import { scalarMap } from "../syntax/scalarMap.ts";
import type { Node } from "../syntax/tree.ts";
import { type Lexicon, lexiconOf, type Period, type Phrase, type QuestionKind } from "./lexicon/lexicon.ts";

/** A text in a language that there is a lexicon for. */
export interface Wording {
  readonly text: string;
  /** The same in small letters. */
  readonly small: string;
  readonly lexicon: Lexicon;
  /** Where a stretch of the text was written. */
  place(from?: number, to?: number): Place;
}

/** The wordings of a property of an item or a section that may be spoken of: none where the instrument's wording is published. */
export function wordingsOf<T extends object>(owner: T, property: keyof T & string, context: Context): readonly Wording[] {
  return context.verbatim ? NONE : spokenTexts(owner, property, context.language);
}

const NONE: readonly Wording[] = [];

/** The wordings of a thing, of each property that was asked for: two or three. */
const KEPT = keptWith<
  object,
  { readonly property: string; readonly language: string | undefined; readonly wordings: readonly Wording[] }[]
>();

/** The same whether or not the wording is published. */
export function spokenTexts<T extends object>(owner: T, property: keyof T & string, language: string | undefined): readonly Wording[] {
  const text = owner[property] as Text | undefined;
  if (!text) return NONE;
  let kept = KEPT.get(owner);
  if (!kept) {
    kept = [];
    KEPT.set(owner, kept);
  }
  for (const known of kept) if (known.property === property && known.language === language) return known.wordings;
  const wordings = textsOf(owner, property, text, language);
  kept.push({ property, language, wordings });
  return wordings;
}

function textsOf<T extends object>(owner: T, property: keyof T & string, text: Text, language: string | undefined): readonly Wording[] {
  if (text.languages.size === 0) {
    const lexicon = lexiconOf(language);
    return lexicon ? [wording(owner, property, text.own, lexicon)] : NONE;
  }
  return [...text.languages].flatMap(([tag, words]) => {
    const lexicon = lexiconOf(tag);
    return lexicon ? [wording(owner, property, words, lexicon, tag)] : [];
  });
}

const PERIODS = keptWith<Wording, { readonly period: Period | undefined }>();
const KINDS = keptWith<Wording, { readonly kind: QuestionKind | undefined }>();

/** The period that a text asks about. */
export const periodOf = (one: Wording): Period | undefined =>
  remember(PERIODS, one, () => ({ period: one.lexicon.period(one.text) })).period;

/** What a text asks for. */
export const kindOf = (one: Wording): QuestionKind | undefined =>
  remember(KINDS, one, () => ({ kind: one.lexicon.questionKind(one.text) })).kind;

function wording<T extends object>(owner: T, property: keyof T & string, text: string, lexicon: Lexicon, tag?: string): Wording {
  return {
    text,
    small: text.toLowerCase(),
    lexicon,
    place: (from = 0, to = text.length) => placeOfText(owner, property, tag, from, to),
  };
}

/** Where a stretch of a text was written, of the language `tag` where it is given by language. */
export function placeOfText<T extends object>(
  owner: T,
  property: keyof T & string,
  tag: string | undefined,
  from: number,
  to: number,
): Place {
  const field = fieldOf(owner, property);
  const node = field && nodeOf(field.value, tag);
  if (!field || node?.kind !== "scalar") return origins.value(owner, property);
  return placeIn(field.segment, scalarMap(field.segment.text, node)(from, to));
}

/** The node of a text, or of its language. */
export function nodeOf(value: Node, tag: string | undefined): Node | undefined {
  if (tag === undefined || value.kind !== "mapping") return value;
  return value.pairs.find(({ key }) => key.kind === "scalar" && key.text === tag)?.value;
}

export interface FoundPhrase {
  readonly words: string;
  readonly at: Place;
  readonly why?: string;
}

/** The first of some phrases in a wording: one finding is enough to make its author read the text again. */
export function phraseIn({ text, small, place }: Wording, phrases: readonly Phrase[]): FoundPhrase | undefined {
  for (const { find, words: needed, unless, why } of phrases) {
    const match = needed && !holdsOne(small, needed) ? undefined : find.exec(text);
    if (!match || unless?.test(text)) continue;
    const words = match.groups?.at ?? match[0];
    const from = match.index + (match.groups?.at === undefined ? 0 : match[0].indexOf(words));
    return { words, at: place(from, from + words.length), why };
  }
  return undefined;
}

function holdsOne(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}

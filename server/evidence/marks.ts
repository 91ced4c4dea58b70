import { keptWith } from "../keptWith.ts";
import type { Text } from "../model/instrument.ts";
import type { Part } from "../model/parts.ts";
import { remember } from "../remember.ts";
import { english } from "./lexicon/en.ts";

/** What a part shares with others: rules ask which parts have a mark (`marked` of their context), so that none must look at all items. */
export const MARKS = {
  /** Items of a section. */
  inSection: (section: string) => `in ${section}`,
  sectionsIn: (section: string) => `section in ${section}`,
  /** Items with this stem, whatever its capitals, blanks and final stop. */
  stem: (stem: string) => `stem ${stem}`,
  privacy: (kind: string) => `privacy ${kind}`,
  /** Sections of a kind. */
  kind: (kind: string) => `kind ${kind}`,
  /** Items and sections that use an abbreviation, and those that say what it stands for. */
  abbreviation: (word: string) => `abbreviation ${word}`,
  explains: (word: string) => `explains ${word}`,
  /** The document, or sections that promise it. */
  anonymous: "anonymous",
  /** Sections that bring in what stands in another document. */
  include: "include",
  /** Scoring tests over data files. */
  testOverFiles: "test over files",
} as const;

const KEPT = keptWith<Part, readonly string[]>();

export function marksOf(part: Part): readonly string[] {
  if (part.kind === "test") return part.value.responses === undefined && part.value.expected === undefined ? NONE : OVER_FILES;
  if (part.kind !== "item" && part.kind !== "section" && part.kind !== "metadata") return NONE;
  return remember(KEPT, part, () => [...new Set(collect(part))]);
}

const NONE: readonly string[] = [];
const OVER_FILES: readonly string[] = [MARKS.testOverFiles];

function collect(part: Part): string[] {
  switch (part.kind) {
    case "item": {
      const { section, stem, help, privacy } = part.value;
      const marks = [MARKS.inSection(section), ...abbreviations([stem, help])];
      if (stem) marks.push(MARKS.stem(sameStem(stem)));
      if (privacy) marks.push(MARKS.privacy(privacy));
      return marks;
    }
    case "section": {
      const { title, text, kind, include, parent } = part.value;
      const promise = isPromise([title, text]) ? [MARKS.anonymous] : [];
      return [
        ...abbreviations([title, text]),
        ...promise,
        ...(kind ? [MARKS.kind(kind)] : []),
        ...(include === undefined ? [] : [MARKS.include]),
        ...(parent === undefined ? [] : [MARKS.sectionsIn(parent)]),
      ];
    }
    case "metadata": {
      const { title, description, anonymous } = part.value;
      const explained = abbreviations([title, description]).filter((mark) => mark.startsWith("explains "));
      return anonymous || isPromise([title, description]) ? [MARKS.anonymous, ...explained] : explained;
    }
    default:
      return [];
  }
}

const isPromise = (texts: readonly (Text | undefined)[]) =>
  texts.some((text) => text && english.promisesAnonymity.some(({ find, unless }) => find.test(text.own) && !unless?.test(text.own)));

const STEMS = keptWith<Text, string>();

/** A stem as it is compared with others. */
export const sameStem = (stem: Text): string => remember(STEMS, stem, () => compared(stem.own));

const compared = (stem: string): string =>
  stem
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[\s.?!:…]+$/, "")
    .trim();

/** Two to five capitals, digits among them. */
export const ABBREVIATION = /(?<![\p{L}\p{N}_])[A-Z][A-Z0-9]{1,4}(?=s?(?![\p{L}\p{N}_]))/gu;

/** Whether one of some texts may hold an abbreviation, in any language. */
export const mayAbbreviate = (...texts: readonly (Text | undefined)[]): boolean =>
  texts.some((text) => text && (text.languages.size > 0 || CAPITALS.test(text.own)));

const CAPITALS = /[A-Z][A-Z0-9]/;

function abbreviations(texts: readonly (Text | undefined)[]): string[] {
  return texts.flatMap((text) => {
    if (!text || !CAPITALS.test(text.own)) return [];
    return [...text.own.matchAll(ABBREVIATION)].flatMap((match) => {
      const [word] = match;
      const [before, after] = [text.own[match.index - 1], text.own.slice(match.index + word.length, match.index + word.length + 12)];
      const explained = before === "(" || /^s?\s*(?:\(|=|means\b|stands for)/.test(after);
      return explained ? [MARKS.abbreviation(word), MARKS.explains(word)] : [MARKS.abbreviation(word)];
    });
  });
}

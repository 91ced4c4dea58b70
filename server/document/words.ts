import type { Language } from "../language/language.ts";
import type { Text } from "../model/instrument.ts";
import { digits } from "../number/digits.ts";
import type { Exact } from "../number/exact.ts";
import type { Context } from "../preview/context.ts";
import { inLanguage } from "../preview/wording.ts";
import type { Run, Runs } from "./block.ts";

const ENGLISH: Language = { tag: "en", direction: "ltr", name: "English" };

/** The tool's own words. */
export function say(text: string, style?: Run["style"]): Run {
  return { text, style, language: ENGLISH };
}

/** An id, a code or a formula as it is written in the document. */
export function code(text: string): Run {
  return say(text, "code");
}

export function number(value: Exact): Run {
  return say(digits(value));
}

/** A text of the document in the language that is wanted. A piped answer is named by `pipe`, or stands as it is written. */
export function words(
  context: Context,
  text: Text,
  style?: Run["style"],
  pipe?: (id: string) => string | undefined,
  phrases: { run(text: string, style?: Run["style"]): Run } = { run: say },
): Runs {
  const { language, words: written } = inLanguage(context, text);
  if (pipe === undefined || !written.includes("{")) return [{ text: written, style, language }];
  return written.split(PIPE).flatMap((part, index): Runs => {
    if (index % 2 === 0) return part === "" ? [] : [{ text: part, style, language }];
    const named = pipe(part);
    return [named === undefined ? { text: `{${part}}`, style, language } : phrases.run(named, "emphasis")];
  });
}

const PIPE = /\{([a-z][a-z0-9_]*)\}/;

/** A text as words, or something else where there is none. */
export function wordsOr(context: Context, text: Text | undefined, otherwise: Run, style?: Run["style"]): Runs {
  return text === undefined ? [otherwise] : words(context, text, style);
}

/** Pieces with a separator between those that are there. */
export function join(parts: readonly Runs[], separator: string): Runs {
  const there = parts.filter((part) => part.length > 0);
  return there.flatMap((part, index) => (index === 0 ? part : [say(separator), ...part]));
}

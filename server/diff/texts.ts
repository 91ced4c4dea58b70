import type { Text } from "../model/instrument.ts";
import type { Place } from "../syntax/place.ts";
import type { Change } from "./change.ts";

/** Where a text stands in both versions, and what it is called. */
export interface TextPlaces {
  /** As in `the stem of "phq1"`. */
  readonly what: string;
  readonly old?: Place | undefined;
  readonly now?: Place | undefined;
  readonly concerns: readonly string[];
  /** Whether people who answer read it, so that scores are comparable only with care. */
  readonly isRead: boolean;
}

/** How a text differs between two versions: its own wording, and each translation of it. */
export function textChanges(
  old: Text | undefined,
  now: Text | undefined,
  language: string | undefined,
  { what, isRead, ...places }: TextPlaces,
): Change[] {
  const changes: Change[] = [];
  const add = (kind: "wording" | "translation", needs: Change["needs"], message: string) =>
    changes.push({ class: kind, needs, message, ...places, effect: isRead && kind === "wording" ? "care" : "none" });
  const [before, after] = [inOwnLanguage(old, language), inOwnLanguage(now, language)];
  if (!isSameText(before, after)) {
    if (before === undefined) add("wording", "patch", `${what} was added: ${shown(after)}`);
    else if (after === undefined) add("wording", "patch", `${what} was removed; it was ${shown(before)}`);
    else add("wording", "patch", `${what} was ${shown(before)} and is now ${shown(after)}`);
  }
  const [olds, news] = [translations(old, language), translations(now, language)];
  for (const tag of new Set([...olds.keys(), ...news.keys()])) {
    const [was, is] = [olds.get(tag), news.get(tag)];
    if (isSameText(was, is)) continue;
    if (was === undefined) add("translation", "patch", `${what} was translated into "${tag}": ${shown(is)}`);
    else if (is === undefined) add("translation", "patch", `the translation of ${what} into "${tag}" was removed; it was ${shown(was)}`);
    else add("translation", "patch", `${what} in "${tag}" was ${shown(was)} and is now ${shown(is)}`);
  }
  return changes;
}

/** Line breaks and runs of blanks are nothing that a reader sees. */
export const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

export const shown = (text: string | undefined): string => {
  const flat = plain(text ?? "");
  return `"${flat.length > LONGEST ? `${flat.slice(0, LONGEST - 1)}…` : flat}"`;
};
const LONGEST = 120;

export function inOwnLanguage(text: Text | undefined, language: string | undefined): string | undefined {
  return text && ((language === undefined ? undefined : text.languages.get(language)) ?? text.own);
}

function translations(text: Text | undefined, language: string | undefined): ReadonlyMap<string, string> {
  const own = inOwnLanguage(text, language);
  return new Map([...(text?.languages ?? [])].filter(([tag, one]) => tag !== language && one !== own));
}

const isSameText = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined ? a === b : plain(a) === plain(b);

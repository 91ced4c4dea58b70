import type { Instrument } from "../model/instrument.ts";
import type { Part } from "../model/parts.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import { referencesOf } from "../model/references.ts";
import { remember } from "../remember.ts";
import type { Segment } from "../syntax/segment.ts";

/** Text that cannot be read, or a name that stands for nothing: what should be there is known to nobody else. */
const ROOTS = new Set(["yaml-syntax", "tab-indent", "comment-in-text", "comment-in-formula", "truncated-flow-value", "undefined-alias"]);

/** What is said of a thing because nothing defines or uses it. */
const MISSED = new Set([
  ...["undefined-name", "unused-response", "unused-recode", "unused-table", "unused-import", "unused-consent", "orphan-item"],
  "reverse-not-in-score",
]);

/** What is said of the lack of something that is nowhere named. */
const LACKS = new Set(["empty-section", "foreign-response-in-score", "licence-missing", "version-missing", "no-consent-before-data"]);

/**
 * Findings without those that only follow from text that cannot be read: what else is said of that text, and that a thing is missing, or of
 * no use, which that text names. `document`: what was found before any part was looked at.
 */
export function withoutEchoes(document: readonly LocalProblem[], parts: readonly LocalProblem[]): readonly LocalProblem[] {
  const roots = document.filter(({ code, severity }) => ROOTS.has(code) && severity === "error");
  const all = [...document, ...parts];
  if (roots.length === 0) return all;
  const broken = new Set(roots.filter(({ code }) => code !== "undefined-alias").map(({ at }) => at.segment));
  const lost = new Set(roots.map(({ at }) => at.segment));
  const isSame = (one: LocalProblem) => roots.some(({ at }) => at.segment === one.at.segment && at.start === one.at.start);
  return all.filter((one) => {
    if (ROOTS.has(one.code)) return true;
    if (broken.has(one.at.segment) || isSame(one)) return false;
    return !LACKS.has(one.code) && (!MISSED.has(one.code) || !isNamedIn(lost, one));
  });
}

/**
 * Findings without the names that were to come with a section of another file which could not be read: that is said once, where it is included.
 * A name that is nearly one of the document's own is told still.
 */
export function withoutLostNames(
  parts: readonly Part[],
  { items, scores }: Instrument,
  problems: readonly LocalProblem[],
): readonly LocalProblem[] {
  const lost = new Map<Segment, Set<number>>();
  for (const part of parts)
    for (const { target, id, at } of referencesOf(part))
      if ((target === "item or score" || target === "item") && !items.has(id) && !scores.has(id))
        remember(lost, at.segment, () => new Set()).add(at.start);
  return problems.filter(({ code, at, fixes }) => {
    if (!NAMED_NOWHERE.has(code) || lost.get(at.segment)?.has(at.start) !== true) return true;
    const guess = fixes[0]?.edits[0]?.newText;
    // "q11" is no misspelt "q10": where one of a row is elsewhere, so is the other.
    return guess !== undefined && withoutNumbers(guess) !== withoutNumbers(at.segment.text.slice(at.start, at.end));
  });
}

const NAMED_NOWHERE = new Set(["undefined-name", "covariate-not-collected"]);
const withoutNumbers = (id: string): string => id.toLowerCase().replace(/\d+/g, "0");

/** Whether one of these pieces of text holds what a finding is about; of a finding that is about no name that is not known. */
function isNamedIn(segments: ReadonlySet<Segment>, { at }: LocalProblem): boolean {
  const name = at.segment.text.slice(at.start, at.end);
  if (!/^[\w.-]+$/.test(name) || [...segments].some(({ text }) => text.includes("*"))) return true;
  const word = new RegExp(`(?<![\\w])${name.replaceAll(".", "\\.")}(?!\\w)`);
  return [...segments].some(({ text }) => word.test(text));
}

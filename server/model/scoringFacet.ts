import { isExact } from "../number/exact.ts";

/** What people read, and where things stand in the text: no score depends on it. */
const NOT_SCORED = new Set([
  "label",
  "stem",
  "help",
  "text",
  "title",
  "alert",
  "note",
  "source",
  "recall",
  "privacy",
  "standard",
  "checks",
  "layout",
  "higher",
  "unit",
  "anchors",
  "start",
  "end",
  "head",
  "tail",
]);

/**
 * What scoring sees of an item, a response, a section, a score, a recode or a table, as one string. Two versions with the same string score
 * alike, so that a change of wording need not prove a range again.
 */
export function scoringFacet(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (NOT_SCORED.has(key)) return undefined;
    if (inner instanceof Map) return [...inner];
    return isExact(inner) ? inner.toFraction() : inner;
  });
}

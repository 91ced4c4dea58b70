import { isExact } from "../number/exact.ts";

/** What people read: no score depends on it. */
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
]);

/** Where a node of a formula stands. Its words and units are no wording: which function is called is the formula. */
const PLACES = new Set(["start", "end", "head", "tail"]);

/**
 * Whether scoring sees no difference between two versions of an item, a response, a section, a score, a recode or a table, so that a change of
 * wording need not prove a range again.
 */
export function scoresAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (isExact(one) || isExact(other)) return isExact(one) && isExact(other) && one.equals(other);
  if (one instanceof Map || other instanceof Map)
    return one instanceof Map && other instanceof Map && one.size === other.size && areAlike([...one], [...other]);
  if (Array.isArray(one) || Array.isArray(other)) return Array.isArray(one) && Array.isArray(other) && areAlike(one, other);
  return areAlikeIn(one as Fields, other as Fields);
}

type Fields = Readonly<Record<string, unknown>>;

const areAlike = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((one, i) => scoresAlike(one, others[i]));

/** What is left out and what is undefined are the same. Only nodes of formulas say where they stand. */
function areAlikeIn(one: Fields, other: Fields): boolean {
  const unseen = "start" in one ? PLACES : NOT_SCORED;
  for (const key in one) if (!unseen.has(key) && !scoresAlike(one[key], other[key])) return false;
  for (const key in other) if (!unseen.has(key) && one[key] === undefined && other[key] !== undefined) return false;
  return true;
}

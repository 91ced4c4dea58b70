import type { MissingWhy, Status } from "./result.ts";

/** What is behind one missing part of a score: an answer's reason, or the status of a score that is itself missing. */
export type Gap = MissingWhy | Exclude<Status, "ok">;

/**
 * The status of a missing score from all that it misses. A value outside its response comes first, because it can be mended; `not_asked` and
 * `not_applicable` are said only where nothing else is missing.
 */
export function statusOf(gaps: readonly Gap[]): Exclude<Status, "ok"> {
  if (gaps.some((gap) => gap === "outside" || gap === "out_of_range")) return "out_of_range";
  if (gaps.length === 0) return "too_few";
  if (gaps.every((gap) => gap === "not_applicable")) return "not_applicable";
  return gaps.every((gap) => gap === "not_asked" || gap === "not_applicable") ? "not_asked" : "too_few";
}

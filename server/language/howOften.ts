import type { Phrases } from "./phrases.ts";

/** How often a part is asked again, in brackets behind a blank: " (at least once and at most 5 times)". Empty where nothing limits it. */
export function howOften(
  phrases: Pick<Phrases, "counted" | "list">,
  { min, max }: { readonly min?: number; readonly max?: number },
): string {
  const times = [
    min === undefined ? "" : phrases.counted("timesAtLeast", min),
    max === undefined ? "" : phrases.counted("timesAtMost", max),
  ].filter((part) => part !== "");
  return times.length === 0 ? "" : ` (${phrases.list(times, "and")})`;
}

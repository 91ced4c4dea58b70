import type { Phrases } from "../language/phrases.ts";
import type { Response } from "../model/instrument.ts";

/** "16 to 120", "at least 16", or undefined where no end is given. */
export function numberBounds({ from, to, min, max }: Response, phrases: Phrases): string | undefined {
  const [low, high] = [from ?? min, to ?? max].map((end) => end && phrases.number(end));
  if (low !== undefined && high !== undefined) return phrases.text("fromTo", { low, high });
  if (low !== undefined) return phrases.text("atLeast", { low });
  return high === undefined ? undefined : phrases.text("atMost", { high });
}

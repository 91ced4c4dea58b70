import { editDistance } from "./editDistance.ts";

/** The candidate that is spelled most like a word, where one is near enough to be what was meant. */
export function nearest(word: string, candidates: Iterable<string>, limit = usual(word)): string | undefined {
  const small = word.toLowerCase();
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(small, candidate.toLowerCase(), least);
    // A word that shares nothing is no suggestion, however short it is.
    if (distance < least && distance < Math.max(word.length, candidate.length)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

function usual(word: string): number {
  return word.length <= 3 ? 1 : word.length <= 5 ? 2 : 3;
}

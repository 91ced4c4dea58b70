import { randomNumbers } from "../number/randomNumbers.ts";

/** A person who may be chosen, with what he or she is in each of the things that the sample varies by; undefined where it is not known. */
export interface Candidate {
  readonly id: string;
  readonly categories: readonly (string | undefined)[];
}

export interface ChosenSample {
  readonly chosen: readonly Candidate[];
  /** For those who decline, in the order in which they are asked. */
  readonly reserve: readonly Candidate[];
}

/**
 * Chooses people who differ: each time the one of whose kind the fewest are chosen yet, first by all variations together, then by each of them,
 * and among equals by chance. The same people and the same seed give the same sample, whatever the order of the file.
 */
export function chooseSample(candidates: readonly Candidate[], target: number, reserve: number, seed: number): ChosenSample {
  const waiting = shuffled(candidates, seed);
  const cells = new Map<string, number>();
  const margins = new Map<string, number>();
  const marginsOf = ({ categories }: Candidate) => categories.map((category, i) => `${i} ${category ?? ""}`);
  const cellOf = (candidate: Candidate) => marginsOf(candidate).join("\u0000");
  const picked: Candidate[] = [];
  while (picked.length < target + reserve && waiting.length > 0) {
    let best = 0;
    let least: readonly number[] = [];
    for (const [i, candidate] of waiting.entries()) {
      const cost = [
        // Who is not known in something makes a sample differ only by chance.
        candidate.categories.filter((category) => category === undefined).length,
        cells.get(cellOf(candidate)) ?? 0,
        marginsOf(candidate).reduce((sum, margin) => sum + (margins.get(margin) ?? 0), 0),
      ];
      if (i === 0 || isLess(cost, least)) [best, least] = [i, cost];
    }
    const [candidate] = waiting.splice(best, 1);
    if (!candidate) break;
    picked.push(candidate);
    cells.set(cellOf(candidate), (cells.get(cellOf(candidate)) ?? 0) + 1);
    for (const margin of marginsOf(candidate)) margins.set(margin, (margins.get(margin) ?? 0) + 1);
  }
  return { chosen: picked.slice(0, target), reserve: picked.slice(target) };
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  for (const [i, cost] of one.entries()) if (cost !== other[i]) return cost < (other[i] ?? 0);
  return false;
}

/** Fisher and Yates, from an order that does not hang on the file. */
function shuffled(candidates: readonly Candidate[], seed: number): Candidate[] {
  const chance = randomNumbers(seed);
  const all = [...candidates].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (let last = all.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1));
    const [a, b] = [all[last], all[other]];
    if (a && b) [all[last], all[other]] = [b, a];
  }
  return all;
}

/** What tells two lists of things apart. */
export interface Changes<T> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
  /** Whether what is in both stands in another order. */
  readonly isReordered: boolean;
  /** Before this place, and from the end after this many, nothing differs. */
  readonly from: number;
  readonly after: number;
}

/** Compares two lists. What they begin and end with alike costs next to nothing. */
export function changesBetween<T>(before: readonly T[], now: readonly T[]): Changes<T> {
  if (before === now) return { removed: [], added: [], isReordered: false, from: now.length, after: 0 };
  const shorter = Math.min(before.length, now.length);
  let from = 0;
  while (from < shorter && before[from] === now[from]) from++;
  let after = 0;
  while (after < shorter - from && before[before.length - 1 - after] === now[now.length - 1 - after]) after++;
  const [old, fresh] = [before.slice(from, before.length - after), now.slice(from, now.length - after)];
  const [known, kept] = [new Set(old), new Set(fresh)];
  const stayed = old.filter((one) => kept.has(one));
  const same = fresh.filter((one) => known.has(one));
  return {
    removed: without(old, now),
    added: without(fresh, before),
    isReordered: stayed.length !== same.length || stayed.some((one, i) => one !== same[i]),
    from,
    after,
  };
}

/** Looks through the whole of the others: what stands twice in a list may go from one place only. */
function without<T>(some: readonly T[], others: readonly T[]): T[] {
  if (some.length < 20) return some.filter((one) => !others.includes(one));
  const known = new Set(others);
  return some.filter((one) => !known.has(one));
}

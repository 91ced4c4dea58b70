/** Things in the order of their places, each of which is looked up once. */
export function inOrderOf<T>(some: readonly T[], placeOf: (one: T) => number): readonly T[] {
  if (some.length < 2) return some;
  const placed = some.map((one) => ({ one, place: placeOf(one) }));
  return placed.sort((a, b) => a.place - b.place).map(({ one }) => one);
}

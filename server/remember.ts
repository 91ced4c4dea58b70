/** The value under a key, made and kept where there is none yet. */
export function remember<K extends object, V>(kept: Pick<WeakMap<K, V>, "get" | "set">, key: K, make: () => V): V;
export function remember<K, V>(kept: Pick<Map<K, V>, "get" | "set">, key: K, make: () => V): V;
export function remember<K, V>(kept: Pick<Map<K, V>, "get" | "set">, key: K, make: () => V): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

import type { Named } from "../model/instrument.ts";

/** Which thing of the old version is which of the new one. */
export interface Matched {
  readonly both: readonly { readonly old: string; readonly now: string }[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** New id -> old id, of those that go under another name. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Things with the same id are the same; of the others those that are told apart by what they say (`likeness`) are taken to have been renamed.
 * Where two of them are alike nobody can tell which is which, and nothing is taken to be.
 */
export function matched<T>(old: Named<T>, now: Named<T>, likeness: (thing: T, version: "old" | "now") => string | undefined): Matched {
  const gone = old.ids().filter((id) => !now.has(id));
  const come = now.ids().filter((id) => !old.has(id));
  const of = (ids: readonly string[], named: Named<T>, version: "old" | "now") => {
    const found = new Map<string, string[]>();
    for (const id of ids) {
      const thing = named.get(id);
      const like = thing === undefined ? undefined : likeness(thing, version);
      if (like !== undefined) found.set(like, [...(found.get(like) ?? []), id]);
    }
    return found;
  };
  const [before, after] = [of(gone, old, "old"), of(come, now, "now")];
  const renamed = new Map<string, string>();
  for (const [like, [id, ...more]] of after) {
    const [former, ...others] = before.get(like) ?? [];
    if (id !== undefined && former !== undefined && more.length + others.length === 0) renamed.set(id, former);
  }
  const formers = new Set(renamed.values());
  return {
    both: now.ids().flatMap((id) => {
      const former = renamed.get(id) ?? (old.has(id) ? id : undefined);
      return former === undefined ? [] : [{ old: former, now: id }];
    }),
    added: come.filter((id) => !renamed.has(id)),
    removed: gone.filter((id) => !formers.has(id)),
    renamed,
  };
}

/** Ids that stand in another order among those that both versions have. */
export function isReordered(old: readonly string[], { both }: Matched): boolean {
  const places = new Map(old.map((id, place) => [id, place]));
  return both.some(({ old: id }, i) => i > 0 && (places.get(id) ?? 0) < (places.get(both[i - 1]?.old ?? "") ?? 0));
}

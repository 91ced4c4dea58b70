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
 * Where two of them are alike nobody can tell which is which, and nothing is taken to be. `isKnownByIt`: a thing that says what another one
 * said is that other one, even where both ids were there before: items that were numbered anew, or that changed places.
 */
export function matched<T>(
  old: Named<T>,
  now: Named<T>,
  likeness: (thing: T, version: "old" | "now") => string | undefined,
  isKnownByIt = false,
): Matched {
  const isReworded = (id: string): boolean => {
    const [before, after] = [old.get(id), now.get(id)];
    return isKnownByIt && before !== undefined && after !== undefined && likeness(before, "old") !== likeness(after, "now");
  };
  const reworded = new Set(now.ids().filter(isReworded));
  const gone = old.ids().filter((id) => !now.has(id) || reworded.has(id));
  const come = now.ids().filter((id) => !old.has(id) || reworded.has(id));
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
  const both = now.ids().flatMap((id) => {
    const former = renamed.get(id) ?? (old.has(id) && !formers.has(id) ? id : undefined);
    return former === undefined ? [] : [{ old: former, now: id }];
  });
  const [kept, still] = [new Set(both.map((pair) => pair.old)), new Set(both.map((pair) => pair.now))];
  return {
    both,
    added: come.filter((id) => !still.has(id)),
    removed: gone.filter((id) => !kept.has(id)),
    renamed,
  };
}

/**
 * What to call things so that what refers to them compares: new id -> old id, and of a thing that took an id over from another one a name
 * that the old version does not have.
 */
export function formerNames(old: Pick<Named<object>, "has">, { added, renamed }: Matched): ReadonlyMap<string, string> {
  return new Map([...renamed, ...added.flatMap((id) => (old.has(id) ? [[id, `${id} (new)`] as const] : []))]);
}

/** Ids that stand in another order among those that both versions have. */
export function isReordered(old: readonly string[], { both }: Matched): boolean {
  const places = new Map(old.map((id, place) => [id, place]));
  return both.some(({ old: id }, i) => i > 0 && (places.get(id) ?? 0) < (places.get(both[i - 1]?.old ?? "") ?? 0));
}

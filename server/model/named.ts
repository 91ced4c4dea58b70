import { keptWith } from "../keptWith.ts";
import { Pieces } from "../pieces.ts";
import type { Named } from "./instrument.ts";

type Entry<T> = readonly [string, T];

/** Things by id in the order given; of two with one id the first holds (the reader reports the second). */
export function named<T>(entries: readonly Entry<T>[]): Named<T> {
  const byId = new Map<string, Entry<T>>();
  for (const entry of entries) if (!byId.has(entry[0])) byId.set(entry[0], entry);
  return over(Pieces.of(byId.size === entries.length ? entries : [...byId.values()]), byId);
}

/** The same with another thing under an id that is there. */
export function replaced<T>(old: Named<T>, id: string, value: T): Named<T> {
  const source = STORES.get(old) as Store<T> | undefined;
  if (!source) return named(old.ids().map((known, at) => [known, known === id ? value : (old.values()[at] as T)]));
  const place = old.indexOf(id);
  const entry: Entry<T> = [id, value];
  return place < 0 ? old : over(source.entries.splice(place, 1, [entry]), new Map(source.index()).set(id, entry));
}

/**
 * The same with other things in the place of `count` from a place on, whose ids are new or those of what they replace. What is known of ids goes
 * over to it, so that it costs no more than what it changes; who asks the old one makes it anew.
 */
export function changed<T>(old: Named<T>, place: number, count: number, entries: readonly Entry<T>[]): Named<T> {
  const source = STORES.get(old) as Store<T> | undefined;
  if (!source) throw new Error("things that are seen through a view are not changed");
  const byId = source.index();
  for (const [id] of source.entries.slice(place, place + count)) byId.delete(id);
  for (const entry of entries) byId.set(entry[0], entry);
  source.forget();
  return over(source.entries.splice(place, count, entries), byId);
}

interface Store<T> {
  readonly entries: Pieces<Entry<T>>;
  index(): Map<string, Entry<T>>;
  forget(): void;
}
const STORES = keptWith<object, Store<unknown>>();

function over<T>(entries: Pieces<Entry<T>>, known: Map<string, Entry<T>>): Named<T> {
  let byId: Map<string, Entry<T>> | undefined = known;
  let ids: readonly string[] | undefined;
  let values: readonly T[] | undefined;
  const index = () => {
    byId ??= new Map(entries.list.map((entry) => [entry[0], entry]));
    return byId;
  };
  const entryOf = (id: string): Entry<T> | undefined => (byId ?? index()).get(id);
  const placeOf = (id: string): number => {
    const entry = entryOf(id);
    return entry ? entries.indexOf(entry) : -1;
  };
  const made: Named<T> = {
    size: entries.length,
    get: (id) => entryOf(id)?.[1],
    has: (id) => (byId ?? index()).has(id),
    ids: () => {
      ids ??= entries.list.map(([id]) => id);
      return ids;
    },
    values: () => {
      values ??= entries.list.map((entry) => entry[1]);
      return values;
    },
    indexOf: placeOf,
    inOrder: (some) => {
      const found = [...some].flatMap((id) => {
        const place = placeOf(id);
        return place < 0 ? [] : { id, place };
      });
      return found.sort((a, b) => a.place - b.place).map(({ id }) => id);
    },
    span: (first, last) => {
      const [from, to] = [placeOf(first), placeOf(last)];
      return from < 0 || to < 0 || from > to ? undefined : entries.slice(from, to + 1).map(([id]) => id);
    },
  };
  const store: Store<T> = {
    entries,
    index,
    forget: () => {
      byId = undefined;
    },
  };
  STORES.set(made, store);
  return made;
}

/** Whether these things are what they are for good, as views of what is edited are not. */
export const isFixed = (things: Named<unknown>): boolean => STORES.has(things);

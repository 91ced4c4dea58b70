import { keptWith } from "../keptWith.ts";
import type { Named } from "./instrument.ts";

/** Things by id in the order given; of two with one id the first holds (the reader reports the second). */
export function named<T>(entries: readonly (readonly [string, T])[]): Named<T> {
  const ids: string[] = [];
  const values: T[] = [];
  const places = new Map<string, number>();
  for (const [id, value] of entries) {
    if (places.has(id)) continue;
    places.set(id, ids.length);
    ids.push(id);
    values.push(value);
  }
  return over(ids, values, places);
}

/** The same with another thing under an id that is there: shares the order, so that it costs one copy of a list. */
export function replaced<T>(old: Named<T>, id: string, value: T): Named<T> {
  const source = STORES.get(old);
  if (!source) return named(old.ids().map((known, at) => [known, known === id ? value : (old.values()[at] as T)]));
  const values = (source.values as T[]).slice();
  const place = source.places.get(id);
  if (place !== undefined) values[place] = value;
  return over(source.ids, values, source.places);
}

interface Store {
  readonly ids: readonly string[];
  readonly values: readonly unknown[];
  readonly places: ReadonlyMap<string, number>;
}
const STORES = keptWith<object, Store>();

function over<T>(ids: readonly string[], values: readonly T[], places: ReadonlyMap<string, number>): Named<T> {
  const made: Named<T> = {
    size: ids.length,
    get: (id) => {
      const place = places.get(id);
      return place === undefined ? undefined : values[place];
    },
    has: (id) => places.has(id),
    ids: () => ids,
    values: () => values,
    indexOf: (id) => places.get(id) ?? -1,
    inOrder: (some) => {
      const found = [...some].filter((id) => places.has(id));
      return found.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    },
    span: (first, last) => {
      const from = places.get(first);
      const to = places.get(last);
      return from === undefined || to === undefined || from > to ? undefined : ids.slice(from, to + 1);
    },
  };
  STORES.set(made, { ids, values, places });
  return made;
}

/** Whether these things are what they are for good, as views of what is edited are not. */
export const isFixed = (things: Named<unknown>): boolean => STORES.has(things);

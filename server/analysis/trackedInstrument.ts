import type { Instrument, Named } from "../model/instrument.ts";

/** What a tracked view tells of each look: a key, or a question whose answer may outlive an edit. */
export interface Watch {
  read(key: string): void;
  /** `about`: what its answer hangs on, as {@link KEYS.one} names it. */
  question(key: string, ask: () => string, about?: () => readonly string[]): void;
  /** Who looks now; undefined of who goes on looking. */
  readonly look?: number | undefined;
}

/** Keys under which a look at an instrument is noted. */
export const SCORING = "scoring:";
export const KEYS = {
  one: (space: string, id: string) => `${space}:${id}`,
  /** Whether there is such a thing. */
  has: (space: string, id: string) => `has:${space}:${id}`,
  all: (space: string) => `all:${space}`,
  users: (id: string) => `users:${id}`,
  marked: (mark: string) => `marked:${mark}`,
  errors: (id: string) => `errors:${id}`,
  metadata: "metadata",
  settings: "settings",
  /** Which parts there are, and in which order. */
  structure: "structure",
  /** Which parts have an id in common. */
  namesakes: "namesakes",
} as const;

export type Space = "responses" | "sections" | "items" | "scores" | "recodes" | "tables" | "effects" | "tests";
export const SPACES: readonly Space[] = ["responses", "sections", "items", "scores", "recodes", "tables", "effects", "tests"];

/** The newest version of an instrument, seen through a watch. `facet`: looks are noted as looks at what scoring sees alone. */
export function trackedInstrument(current: () => Instrument, watch: Watch, facet = ""): Instrument {
  const space = <S extends Space>(name: S) => trackedNamed<unknown>(name, () => current()[name], watch, facet) as Instrument[S];
  return {
    get look() {
      return watch.look;
    },
    get id() {
      return current().id;
    },
    get metadata() {
      watch.read(KEYS.metadata);
      return current().metadata;
    },
    responses: space("responses"),
    sections: space("sections"),
    items: space("items"),
    scores: space("scores"),
    recodes: space("recodes"),
    tables: space("tables"),
    effects: space("effects"),
    tests: space("tests"),
  };
}

function trackedNamed<T>(space: string, current: () => Named<T>, watch: Watch, facet: string): Named<T> {
  const all = () => {
    watch.read(KEYS.all(space));
    return current();
  };
  const prefix = `${facet}${KEYS.one(space, "")}`;
  return {
    get size() {
      watch.question(`size:${space}`, () => String(current().size));
      return current().size;
    },
    get: (id) => {
      watch.read(prefix + id);
      return current().get(id);
    },
    has: (id) => {
      watch.read(KEYS.has(space, id));
      return current().has(id);
    },
    ids: () => {
      watch.question(`ids:${space}`, () => current().ids().join());
      return current().ids();
    },
    values: () => all().values(),
    indexOf: (id) => {
      watch.question(`index:${space}:${id}`, () => String(current().indexOf(id)));
      return current().indexOf(id);
    },
    inOrder: (some) => {
      const ids = [...some];
      const about = () => ids.map((id) => KEYS.one(space, id));
      watch.question(`order:${space}:${ids.join()}`, () => current().inOrder(ids).join(), about);
      return current().inOrder(ids);
    },
    span: (first, last) => {
      const about = () => [first, last, ...(current().span(first, last) ?? [])].map((id) => KEYS.one(space, id));
      watch.question(`span:${space}:${first}..${last}`, () => String(current().span(first, last)), about);
      return current().span(first, last);
    },
  };
}

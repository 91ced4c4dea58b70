import type { Entry, Instrument, Item, Named, Option, Recode, Response, Score, Section } from "../../server/model/instrument.ts";
import { named as namedBy } from "../../server/model/named.ts";
import { exact, parseExact } from "../../server/number/exact.ts";

/** Small instruments made by hand, for tests that look at the scoring alone. */
export interface Parts {
  readonly responses?: readonly Response[];
  readonly sections?: readonly Section[];
  readonly items: readonly Item[];
  readonly scores?: readonly Score[];
  readonly recodes?: readonly Recode[];
  readonly tables?: Instrument["tables"];
}

export function instrument(parts: Parts): Instrument {
  return {
    id: "small",
    metadata: { languages: [], authors: [], anonymous: false, changes: new Map(), use: new Map() },
    responses: named(parts.responses ?? []),
    sections: named(parts.sections ?? [section("all")]),
    items: named(parts.items),
    scores: named(parts.scores ?? []),
    recodes: named(parts.recodes ?? []),
    tables: parts.tables ?? named([]),
    effects: named([]),
    tests: named([]),
  };
}

export function named<T extends { readonly id?: string }>(things: readonly T[]): Named<T> {
  return namedBy(things.map((thing) => [thing.id ?? "", thing]));
}

export function section(id: string, more: Partial<Section> = {}): Section {
  return { id, layout: "list", randomise: false, ...more };
}

/** Options 1..5 from "1 2 3 4 5"; `99!` is a missing code and `yes=1` an option with a score. */
export function options(written: string): Option[] {
  return written.split(" ").map((word) => {
    const [code = "", score] = word.replace("!", "").split("=");
    return {
      code,
      number: parseExact(code),
      score: score === undefined ? undefined : parseExact(score),
      missing: word.endsWith("!"),
      exclusive: false,
      other: false,
      fixed: false,
      preselected: false,
    };
  });
}

export function response(id: string, more: Partial<Response> = {}): Response {
  return { id, type: "choice", options: [], anchors: new Map(), bands: new Map(), randomise: false, ...more };
}

export function item(id: string, more: Partial<Item> = {}): Item {
  return { id, section: "all", reverse: false, require: true, checks: [], scored: true, ...more };
}

export function score(id: string, more: Partial<Score> = {}): Score {
  return { id, helper: false, level: "person", transform: [], bandSets: new Map(), cutOffs: [], ...more };
}

/** Entries from "a b..d -e". */
export function entries(written: string, more: Partial<Entry> = {}): Entry[] {
  return written.split(" ").map((word) => {
    const [first = "", last] = word.replace("-", "").split("..");
    return { first, last, minus: word.startsWith("-"), ...more };
  });
}

export { exact };

import type { Instrument, Named } from "../model/instrument.ts";
import type { Part, PartKind } from "../model/parts.ts";
import { scoresAlike } from "../model/scoresAlike.ts";
import { changesBetween } from "./changesBetween.ts";
import type { Patch } from "./patch.ts";
import { KEYS, SCORING, SPACES, type Space } from "./trackedInstrument.ts";

/** The collection of an instrument that parts of a kind are kept in. */
export const SPACE_OF: Record<PartKind, Space | undefined> = {
  metadata: undefined,
  response: "responses",
  section: "sections",
  item: "items",
  score: "scores",
  recode: "recodes",
  table: "tables",
  test: "tests",
  effect: "effects",
  delphi: undefined,
  guide: undefined,
  study: undefined,
};

/** The keys under which a look at either version would be noted, where the two differ. */
export function changedKeys(before: Instrument, after: Instrument): string[] {
  const keys: string[] = [];
  if (before.metadata !== after.metadata || before.id !== after.id) keys.push(KEYS.metadata);
  for (const space of SPACES) {
    const [old, now] = [before[space], after[space]];
    if (old === now) continue;
    const values = changesBetween<object>(old.values(), now.values());
    const ids = changesBetween(old.ids(), now.ids());
    const from = Math.min(values.from, ids.from);
    const last = Math.min(values.after, ids.after);
    const near = new Set([...old.ids().slice(from, old.size - last), ...now.ids().slice(from, now.size - last)]);
    const count = keys.length;
    for (const id of near) if (now.get(id) !== old.get(id)) keys.push(...changesOf(space, id, old.get(id), now.get(id)));
    if (keys.length > count || ids.isReordered) keys.push(KEYS.all(space));
  }
  return keys;
}

/** A thing that changed, came or went, and whether scoring sees the change. */
export function changesOf(space: Space, id: string, before: unknown, after: unknown): string[] {
  const key = KEYS.one(space, id);
  if (before === undefined || after === undefined) return [key, `${SCORING}${key}`, KEYS.has(space, id)];
  return scoresAlike(before, after) ? [key] : [key, `${SCORING}${key}`];
}

/**
 * The things that a patch makes come or go, each that comes with the one before it, as what comes to stand inside a span has one of the span
 * before it. `previous`: the part before all of them.
 */
export function aboutChange(before: Named<unknown>, { old, now, space, thing }: Patch, previous: Part | undefined): ReadonlySet<string> {
  const [gone, come] = [new Set(old.map(({ id }) => id)), new Set(now.map(({ id }) => id))];
  const about = new Set<string>();
  for (const id of gone) if (!come.has(id)) about.add(KEYS.one(space, id));
  const [one] = [...now, ...old];
  const isBeside = previous?.kind === one?.kind && previous?.parent === one?.parent;
  let near = isBeside ? previous?.id : before.ids()[thing - 1];
  for (const id of come) {
    if (!gone.has(id)) for (const one of [near, id]) if (one !== undefined) about.add(KEYS.one(space, one));
    near = id;
  }
  return about;
}

/** What an edit did to the order of things: those that came, went or have new neighbours, and whether others changed places. */
export interface StructureChange {
  readonly about: ReadonlySet<string>;
  readonly isReordered: boolean;
}

export function structureChange(before: Instrument, after: Instrument, isReordered: boolean): StructureChange {
  const about = new Set<string>();
  let reordered = isReordered;
  for (const space of SPACES) {
    const now = after[space].ids();
    const changes = changesBetween(before[space].ids(), now);
    reordered ||= changes.isReordered;
    for (const id of changes.removed) about.add(KEYS.one(space, id));
    for (const id of changes.added) {
      const place = after[space].indexOf(id);
      // What comes to stand inside a span has one of the span before it.
      for (const near of [now[place - 1], id]) if (near !== undefined) about.add(KEYS.one(space, near));
    }
  }
  return { about, isReordered: reordered };
}

import type { Instrument, Metadata, Named } from "../model/instrument.ts";
import { named } from "../model/named.ts";
import type { Part, PartKind, PartValues } from "../model/parts.ts";
import type { Field } from "../syntax/outline.ts";
import { importedFrom, includedItems, type Library } from "./imports.ts";

/** The instrument that parts and libraries make. A collection in which nothing changed is the same object as in `before`. */
export function assemble(
  fields: readonly Field[],
  parts: readonly Part[],
  libraries: readonly Library[] = [],
  before?: Instrument,
): Instrument {
  const first = fields[0];
  const id = first?.value.kind === "scalar" ? first.value.text : "";
  const metadata: Metadata | undefined = ownOf(parts, "metadata")[0]?.[1];
  const imported = importedFrom(libraries);
  return {
    id,
    metadata: metadata ?? NO_METADATA,
    responses: kept(before?.responses, [...ownOf(parts, "response"), ...imported.responses]),
    sections: kept(before?.sections, ownOf(parts, "section")),
    items: kept(before?.items, itemsOf(parts, libraries)),
    scores: kept(before?.scores, ownOf(parts, "score")),
    recodes: kept(before?.recodes, [...ownOf(parts, "recode"), ...imported.recodes]),
    tables: kept(before?.tables, [...ownOf(parts, "table"), ...imported.tables]),
    effects: kept(before?.effects, ownOf(parts, "effect")),
    tests: kept(before?.tests, ownOf(parts, "test")),
  };
}

const NO_METADATA: Metadata = { languages: [], authors: [], anonymous: false, changes: new Map(), use: new Map() };

type Entry<T> = readonly [string, T];

function ownOf<K extends PartKind>(parts: readonly Part[], kind: K): Entry<PartValues[K]>[] {
  const own: Entry<PartValues[K]>[] = [];
  for (const part of parts) if (part.kind === kind) own.push([part.id, part.value as PartValues[K]]);
  return own;
}

/** The items in file order, those that a section includes in its place. */
function itemsOf(parts: readonly Part[], libraries: readonly Library[]): Entry<PartValues["item"]>[] {
  const items: Entry<PartValues["item"]>[] = [];
  for (const part of parts) {
    if (part.kind === "item") items.push([part.id, part.value]);
    else if (part.kind === "section" && part.value.include) for (const item of includedItems(part, libraries)) items.push([item.id, item]);
  }
  return items;
}

function kept<T>(before: Named<T> | undefined, entries: readonly Entry<T>[]): Named<T> {
  if (before?.size !== entries.length) return named(entries);
  const [ids, values] = [before.ids(), before.values()];
  return entries.every(([id, value], i) => id === ids[i] && value === values[i]) ? before : named(entries);
}

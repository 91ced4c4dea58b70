import type { Instrument, Item, Section } from "../model/instrument.ts";

/** A section with what stands in it, in document order. */
export interface SectionOutline {
  readonly section: Section;
  readonly items: readonly Item[];
  readonly nested: readonly SectionOutline[];
  /** True where the nested sections come before the section's own items. */
  readonly nestedFirst: boolean;
}

/** The sections as they are nested. A section whose parent is unknown or goes round in a circle stands at the top. */
export function outlineOf(instrument: Instrument): readonly SectionOutline[] {
  const items = grouped(instrument.items.values(), (item) => item.section);
  const children = grouped(instrument.sections.values(), (section) => parentOf(instrument, section));
  const outline = (section: Section): SectionOutline => {
    const own = items.get(section.id) ?? [];
    const nested = (children.get(section.id) ?? []).map(outline);
    const first = own[0];
    const firstNested = nested.find((one) => one.items.length > 0)?.items[0];
    const nestedFirst =
      first !== undefined && firstNested !== undefined && instrument.items.indexOf(firstNested.id) < instrument.items.indexOf(first.id);
    return { section, items: own, nested, nestedFirst };
  };
  return (children.get(undefined) ?? []).map(outline);
}

function parentOf(instrument: Instrument, section: Section): string | undefined {
  const seen = new Set([section.id]);
  for (let parent = section.parent; parent !== undefined; parent = instrument.sections.get(parent)?.parent) {
    if (seen.has(parent) || !instrument.sections.has(parent)) {
      return undefined;
    }
    seen.add(parent);
  }
  return section.parent;
}

function grouped<T, K>(things: readonly T[], keyOf: (thing: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [thing]);
    } else {
      group.push(thing);
    }
  }
  return groups;
}

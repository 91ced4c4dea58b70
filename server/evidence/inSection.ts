import type { Item, Section } from "../model/instrument.ts";
import type { Context } from "../rules/rule.ts";

/** The section that an item or a section stands in, and those around it. */
export function sectionsAround({ instrument }: Pick<Context, "instrument">, section: string | undefined): readonly Section[] {
  const found: Section[] = [];
  for (let id = section; id !== undefined; ) {
    const next = instrument.sections.get(id);
    if (!next || found.includes(next)) break;
    found.push(next);
    id = next.parent;
  }
  return found;
}

/** Whether an item belongs to the consent, the screening or the demographics. */
export const isOfKind = (context: Pick<Context, "instrument">, item: Item, ...kinds: readonly Section["kind"][]): boolean =>
  sectionsAround(context, item.section).some(({ kind }) => kind !== undefined && kinds.includes(kind));

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
export function isOfKind({ instrument }: Pick<Context, "instrument">, item: Item, ...kinds: readonly Section["kind"][]): boolean {
  let id: string | undefined = item.section;
  for (let depth = 0; id !== undefined && depth < DEEPEST; depth++) {
    const section: Section | undefined = instrument.sections.get(id);
    if (section?.kind !== undefined && kinds.includes(section.kind)) return true;
    id = section?.parent;
  }
  return false;
}

/** No document that can be read nests its sections this deep. */
const DEEPEST = 1000;

import type { Item } from "../model/instrument.ts";
import type { Context } from "../rules/rule.ts";

/** Whether two items stand in one section that shows its items in a random order: either may then come first. */
export function isDrawnWith(item: Item, other: Item | undefined, { scoring }: Context): boolean {
  return (
    other !== undefined && other.id !== item.id && other.section === item.section && scoring.sections.get(item.section)?.randomise === true
  );
}

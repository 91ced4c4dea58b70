import type { PartOf } from "../model/parts.ts";
import type { Context } from "../rules/rule.ts";
import { includedItems } from "./includedItems.ts";
import { MARKS } from "./marks.ts";

/** The item that is asked first of an item itself or of a section, those of the sections in it and those that it includes among them. */
export function firstItemOf(part: PartOf<"item" | "section">, context: Context): string | undefined {
  if (part.kind === "item") return part.id;
  return context.instrument.items.inOrder(itemsIn(part.id, context))[0];
}

function itemsIn(section: string, context: Context, around: readonly string[] = []): readonly string[] {
  // A section that stands in itself is reported as such.
  if (around.includes(section)) return [];
  const inner = context.marked(MARKS.sectionsIn(section)).flatMap((id) => itemsIn(id, context, [...around, section]));
  return [...context.marked(MARKS.inSection(section)), ...inner, ...includedItems(section, context)];
}

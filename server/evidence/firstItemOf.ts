import type { PartOf } from "../model/parts.ts";
import type { Context } from "../rules/rule.ts";
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
  const included = context.instrument.sections.get(section)?.include === undefined ? [] : includedIn(section, context);
  return [...context.marked(MARKS.inSection(section)), ...inner, ...included];
}

/** What a library brings is no part of the document, and is found among the items alone. */
const includedIn = (section: string, context: Context): readonly string[] =>
  context.derive(`included in ${section}`, ({ scoring }) =>
    scoring.items.values().flatMap((item) => (item.section === section ? [item.id] : [])),
  );

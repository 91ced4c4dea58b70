import type { Context } from "../rules/rule.ts";

/** The items that a section includes from a library, which are no part of the document and are found among the items alone. */
export const includedItems = (section: string, context: Context): readonly string[] =>
  context.instrument.sections.get(section)?.include === undefined
    ? []
    : context.derive(`included in ${section}`, ({ scoring }) =>
        scoring.items.values().flatMap((item) => (item.section === section ? [item.id] : [])),
      );

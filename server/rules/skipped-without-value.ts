import { FORMULA_CODES } from "../evidence/formulaCodes.ts";
import { includedItems } from "../evidence/includedItems.ts";
import { hiddenAlike, lostWhereHidden } from "../evidence/lostWhereHidden.ts";
import { allConditions } from "../evidence/routing.ts";
import type { Item, Score } from "../model/instrument.ts";
import { listed } from "../model/schema/idProblem.ts";
import { type Context, type Finding, rule } from "./rule.ts";

/** A score that may do without the item says with its missing rule what happens. What a library brings is told of the section that includes it. */
export default rule({
  code: "skipped-without-value",
  severity: "warning",
  summary: "Routing can hide an item that a score needs, and nothing says what it then counts.",
  looksAt: ["item", "section"],
  needs: ({ kind, value }) => (kind === "item" ? value.skipped === undefined : value.include !== undefined),
  applies: ({ kind, value }, context) => kind === "section" || allConditions(context, value).length > 0,
  yieldsTo: [
    ...FORMULA_CODES,
    "unreachable-item",
    "required-but-unreachable",
    "routing-cycle",
    "mutually-hidden-items",
    "forward-reference",
  ],
  *check(part, context) {
    if (part.kind === "item") {
      const { value: item } = part;
      const score = lostWhereHidden(item, context);
      const others = score ? hiddenAlike(item, score, context) : [];
      // What one condition hides of a score is one finding, told of the first item.
      if (score && others[0]?.id === item.id)
        yield finding(others, score, item.when ? context.at.key(item, "when") : context.at.name(item), context);
      return;
    }
    const { value: section } = part;
    const told = new Set<string>();
    for (const id of includedItems(part.id, context)) {
      const item = context.scoring.items.get(id);
      const score = item && lostWhereHidden(item, context);
      // Of a score that a whole section takes along the first item is enough.
      if (!item || !score || told.has(score.id)) continue;
      told.add(score.id);
      yield finding([item], score, section.when ? context.at.key(section, "when") : context.at.value(section, "include"), context);
    }
  },
});

function finding(items: readonly Item[], score: Score, at: Finding["at"], context: Context): Finding {
  const names = items.map(({ id }) => `"${id}"`);
  const shown = names.length > 4 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : listed(names, "and");
  return {
    at,
    message: `where ${shown} ${names.length > 1 ? "are" : "is"} not asked there is no "${score.id}": say with "skipped" what ${names.length > 1 ? "each" : "it"} counts then, or ${score.value ? "let the formula do without it" : "let the missing rule allow it"}`,
    // What scoring knows of a score may be of an older text, as its label plays no part in it.
    related: [
      { at: context.at.name(context.instrument.scores.get(score.id) ?? score), message: `"${score.id}" needs it` },
      ...items.slice(1).map((item) => ({ at: context.at.name(item), message: `"${item.id}" is not asked there either` })),
    ],
  };
}

import { scoredNames } from "../evidence/scoredNames.ts";
import type { Instrument, Item, Response } from "../model/instrument.ts";
import { possibleAnswers, responseOf } from "../model/resolve.ts";
import { type Context, rule } from "./rule.ts";

/** An item is a candidate where it is answered on the points of a response that other items are scored on. */
export default rule({
  code: "orphan-item",
  severity: "warning",
  summary: "An item is answered on a scored response, and no score uses it.",
  looksAt: "item",
  needs: ({ value: item }) => item.scored && !item.reverse,
  applies: ({ value: item }, { isLibrary, scoring }) => !isLibrary && !isExempt(item, scoring) && hasPoints(item, scoring),
  *check({ id, value: item }, context) {
    const { at } = context;
    if (!item.scored || item.reverse) return;
    const sister = context.fact(`sister of ${id}`, sisterOf(id));
    if (sister === undefined || context.isFaulty(id)) return;
    yield {
      at: at.name(item),
      message: `"${id}" is in no score, while "${sister}" with the same answers is: add it to a score, or say "scored: false"`,
    };
  },
});

/** An item in a score that is answered like this one, where this one is in none. */
const sisterOf =
  (id: string) =>
  (context: Context): string | undefined => {
    const { all, whole } = scoredNames(context);
    const item = whole && !all.has(id) ? context.scoring.items.get(id) : undefined;
    const response = item && responseOf(context.scoring, item);
    return response && scoredResponses(context).get(response);
  };

/** The responses that items of scores are answered on, each with the first such item. */
function scoredResponses(context: Context): ReadonlyMap<Response, string> {
  return context.derive("responses that scores are made from", ({ scoring }) => {
    const found = new Map<Response, string>();
    for (const id of scoredNames(context).entries) {
      const item = scoring.items.get(id);
      const response = item && responseOf(scoring, item);
      if (response && !found.has(response)) found.set(response, id);
    }
    return found;
  });
}

/** Consent, screening and demographics are not meant to be scored. */
function isExempt(item: Item, instrument: Instrument): boolean {
  const seen = new Set<string>();
  for (let id: string | undefined = item.section; id !== undefined && !seen.has(id); ) {
    seen.add(id);
    const section = instrument.sections.get(id);
    if (section?.kind) return true;
    id = section?.parent;
  }
  return false;
}

function hasPoints(item: Item, instrument: Instrument): boolean {
  const type = responseOf(instrument, item)?.type;
  if (type !== "choice" && type !== "rating" && type !== "vas") return false;
  const possible = possibleAnswers(instrument, item);
  return possible?.kind === "interval" || (possible?.kind === "codes" && possible.answers.some(({ score }) => score !== undefined));
}

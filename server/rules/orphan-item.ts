import { scoredNames } from "../evidence/scoredNames.ts";
import type { Instrument, Item } from "../model/instrument.ts";
import { possibleAnswers, responseOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

/** An item is a candidate where it is answered on the points of a response that other items are scored on. */
export default rule({
  code: "orphan-item",
  severity: "warning",
  summary: "An item is answered on a scored response, and no score uses it.",
  looksAt: "metadata",
  *check(_, context) {
    const { instrument, at, isFaulty } = context;
    if (context.isLibrary || instrument.scores.ids().length === 0) return;
    const { all, entries, whole } = scoredNames(context);
    if (!whole) return;
    for (const id of instrument.items.ids()) {
      const item = all.has(id) ? undefined : instrument.items.get(id);
      if (!item?.scored || item.reverse || isExempt(item, instrument) || !hasPoints(item, instrument)) continue;
      const sister = sisterOf(item, entries, instrument);
      if (sister === undefined || isFaulty(id)) continue;
      yield {
        at: at.name(item),
        message: `"${id}" is in no score, while "${sister}" with the same answers is: add it to a score, or say "scored: false"`,
      };
    }
  },
});

function sisterOf(item: Item, entries: ReadonlySet<string>, instrument: Instrument): string | undefined {
  const response = responseOf(instrument, item);
  for (const id of entries) {
    const other = instrument.items.get(id);
    if (other && responseOf(instrument, other) === response) return id;
  }
  return undefined;
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

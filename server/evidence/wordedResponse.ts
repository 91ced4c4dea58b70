import type { Response } from "../model/instrument.ts";
import { responseOf } from "../model/resolve.ts";
import type { Context } from "../rules/rule.ts";

/**
 * What an item that scoring sees is answered on, with its labels. The words of the item itself are looked at only where the response is its own,
 * so that whoever asks is not asked again for a change of any other item's wording.
 */
export function wordedResponse({ instrument, scoring }: Pick<Context, "instrument" | "scoring">, id: string): Response | undefined {
  const seen = scoring.items.get(id);
  const item = typeof seen?.response === "object" ? instrument.items.get(id) : seen;
  return item && responseOf(instrument, item);
}

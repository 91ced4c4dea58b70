import type { Instrument, Item, Response } from "../instrument.ts";

/** What an item is answered on: its own response, or that of the nearest section around it that has one. Undefined where none can be found. */
export function responseOf(instrument: Instrument, item: Item): Response | undefined {
  if (item.response !== undefined) return named(instrument, item.response);
  const seen = new Set<string>();
  for (let id: string | undefined = item.section; id !== undefined && !seen.has(id); ) {
    seen.add(id);
    const section = instrument.sections.get(id);
    if (section?.response !== undefined) return named(instrument, section.response);
    id = section?.parent;
  }
  return undefined;
}

function named(instrument: Instrument, response: string | Response): Response | undefined {
  return typeof response === "string" ? instrument.responses.get(response) : response;
}

import type { Instrument, Item, Response } from "../instrument.ts";

/** What an item is answered on: its own response, or that of the nearest section around it that has one. Undefined where none can be found. */
export function responseOf(instrument: Instrument, item: Item): Response | undefined {
  const response = wanted(instrument, item);
  return typeof response === "string" ? instrument.responses.get(response) : response;
}

/** Whether an item is to be answered on a response that is not there. */
export function isResponseLost(instrument: Instrument, item: Item): boolean {
  const response = wanted(instrument, item);
  return typeof response === "string" && !instrument.responses.has(response);
}

/** A response, or the name of one. */
function wanted(instrument: Instrument, item: Item): string | Response | undefined {
  if (item.response !== undefined) return item.response;
  const seen = new Set<string>();
  for (let id: string | undefined = item.section; id !== undefined && !seen.has(id); ) {
    seen.add(id);
    const section = instrument.sections.get(id);
    if (section?.response !== undefined) return section.response;
    id = section?.parent;
  }
  return undefined;
}

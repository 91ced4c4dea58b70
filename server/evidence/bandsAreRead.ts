import type { Response } from "../model/instrument.ts";
import { fieldOf } from "../model/origins.ts";

/** Whether every band of a response that is written could be read: what a broken one would hold is not known. */
export function bandsAreRead(response: Response): boolean {
  const written = fieldOf(response, "bands")?.value;
  return written === undefined || written.kind !== "mapping" || written.pairs.length === response.bands.size;
}

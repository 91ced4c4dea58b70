import { isBranch } from "../model/branches.ts";
import type { Instrument } from "../model/instrument.ts";
import { readParts } from "../model/parts.ts";
import { outline } from "../syntax/outline.ts";
import { split } from "../syntax/split.ts";
import type { Host } from "./analysis.ts";
import { collectAnchors } from "./anchors.ts";
import { assemble } from "./assemble.ts";
import { readImports } from "./readImports.ts";

/** What the text of an instrument says, without looking for mistakes in it: for a second reader of a text that was checked already. */
export function readInstrument(text: string, host: Host): Instrument {
  const segments = split(text, isBranch);
  const fields = outline(segments);
  const parts = readParts(fields, collectAnchors(segments));
  const metadata = parts.find((part) => part.kind === "metadata");
  const { libraries } = readImports(metadata?.value, host, [], new Map());
  return assemble(fields, parts, libraries);
}

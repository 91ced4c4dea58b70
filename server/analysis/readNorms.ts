import type { LookupTable } from "../model/instrument.ts";
import { copyOrigin } from "../model/origins.ts";
import type { Part } from "../model/parts.ts";
import { csvCells } from "../scoring/csvCells.ts";
import type { Host } from "./analysis.ts";

/**
 * Tables of norms with the rows of their files. What cannot be read stays as it is, and nothing is proved of what is looked up in it. A part is
 * the same one as long as its file says the same.
 */
export function withNorms(parts: readonly Part[], host: Host): readonly Part[] {
  return parts.some(hasFile) ? parts.map((part) => (hasFile(part) ? withRows(part, host) : part)) : parts;
}

type TablePart = Extract<Part, { readonly kind: "table" }>;

export const hasFile = (part: Part): part is TablePart => part.kind === "table" && part.value.file !== undefined;

/** More than the norms of any instrument: what is longer is data, and is not read while someone types. */
const MOST_LETTERS = 2_000_000;

const MADE = new WeakMap<Part, { readonly text: string; readonly made: Part }>();

function withRows(part: TablePart, host: Host): Part {
  const path = part.value.file ?? "";
  const text = host.isOutside?.(path) ? undefined : host.read(path);
  if (text === undefined || text.length > MOST_LETTERS) return part;
  const known = MADE.get(part);
  if (known?.text === text) return known.made;
  const cells = csvCells(text);
  if ("wrong" in cells) return part;
  const value: LookupTable = { ...part.value, norms: cells };
  copyOrigin(part.value, value);
  const made: TablePart = { ...part, value };
  MADE.set(part, { text, made });
  return made;
}

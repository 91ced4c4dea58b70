import type { LookupTable } from "../model/instrument.ts";
import { copyOrigin } from "../model/origins.ts";
import type { Part } from "../model/parts.ts";
import { csvCells } from "../scoring/csvCells.ts";
import type { Host } from "./analysis.ts";

/**
 * Tables of norms with the rows of their files. Of what cannot be read it is said why, and nothing is proved of what is looked up in it. A part is
 * the same one as long as its file says the same.
 */
export function withNorms(parts: readonly Part[], host: Host): readonly Part[] {
  return parts.some(hasFile) ? parts.map((part) => (hasFile(part) ? withRows(part, host) : part)) : parts;
}

type TablePart = Extract<Part, { readonly kind: "table" }>;

export const hasFile = (part: Part): part is TablePart => part.kind === "table" && part.value.file !== undefined;

/** More than the norms of any instrument: what is longer is data, and is not read while someone types. */
const MOST_LETTERS = 2_000_000;

const MADE = new WeakMap<Part, { readonly text: string | undefined; readonly isOutside: boolean; readonly made: Part }>();

function withRows(part: TablePart, host: Host): Part {
  const path = part.value.file ?? "";
  const isOutside = host.isOutside?.(path) ?? false;
  const text = isOutside ? undefined : host.read(path);
  if (text !== undefined && text.length > MOST_LETTERS) return part;
  const known = MADE.get(part);
  if (known && known.text === text && known.isOutside === isOutside) return known.made;
  const value = isOutside ? unread(part, `"${path}" leaves the folder that is worked in: it is not read`) : valueWith(part, path, text);
  const made: TablePart = { ...part, value };
  MADE.set(part, { text, isOutside, made });
  return made;
}

function valueWith(part: TablePart, path: string, text: string | undefined): LookupTable {
  if (text === undefined) return unread(part, `there is no file "${path}" beside this one`);
  const cells = csvCells(text);
  return "wrong" in cells ? unread(part, `"${path}" cannot be read: ${cells.wrong}`) : copied(part, { norms: cells });
}

const unread = (part: TablePart, why: string): LookupTable => copied(part, { unread: why });

function copied({ value }: TablePart, more: Partial<LookupTable>): LookupTable {
  const copy: LookupTable = { ...value, ...more };
  copyOrigin(value, copy);
  return copy;
}

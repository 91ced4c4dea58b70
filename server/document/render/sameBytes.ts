import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/**
 * A Word file without what changes from one writing to the next: the times inside the package and in its properties, and the order of its
 * parts. So a file in a repository changes only where the document has.
 */
export function sameBytes(file: ArrayBuffer): Uint8Array {
  const parts = unzipSync(new Uint8Array(file));
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const again: Zippable = {};
  for (const name of names) {
    const content = parts[name];
    if (content === undefined) continue;
    again[name] = [name === "docProps/core.xml" ? withoutTimes(content) : content, { mtime: EARLIEST, level: 6 }];
  }
  return zipSync(again);
}

/** The list of types comes first, as in every Word file. */
const rank = (name: string): number => (name === "[Content_Types].xml" ? 0 : 1);

/** The earliest moment that a package can hold, in the time of wherever this runs: it is written without a time zone. */
const EARLIEST = new Date(1980, 0, 1);

function withoutTimes(core: Uint8Array): Uint8Array {
  return strToU8(strFromU8(core).replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, ""));
}

import { unifiedDiff } from "../diff-lines.ts";
import { writeOutput } from "../files/output-file.ts";
import { plural } from "../print/text.ts";
import type { World } from "../world.ts";
import { applyFixes } from "./apply-fixes.ts";
import { checkDocument } from "./check-documents.ts";
import type { ReadDocument } from "./read-documents.ts";

export interface FixedDocuments {
  readonly documents: readonly ReadDocument[];
  /** How many findings were mended in how many files, in words; undefined where there was nothing to mend. */
  readonly says: string | undefined;
  readonly failed: readonly string[];
}

/** Mends what can be mended and writes the files back, each whole or not at all, with the byte order mark that it had. */
export function fixDocuments(
  documents: readonly ReadDocument[],
  world: World,
  unsafe: boolean,
  wanted: (code: string) => boolean,
): FixedDocuments {
  const failed: string[] = [];
  let mended = 0;
  let files = 0;
  const fixed = documents.map((document) => {
    const result = mend(document, world.cwd, unsafe, wanted);
    if (result.text === document.text || document.absolute === undefined || document.isInput) return document;
    const wrong = writeOutput(document.absolute, world.cwd, (document.byteOrderMark ? "\ufeff" : "") + result.text);
    if (wrong !== undefined) {
      failed.push(wrong);
      return document;
    }
    mended += result.mended;
    files++;
    return { ...document, text: result.text };
  });
  return { documents: fixed, says: mended === 0 ? undefined : `mended ${plural(mended, "finding")} in ${plural(files, "file")}`, failed };
}

/** What `fixDocuments` would change, as a diff; empty where it would change nothing. */
export function diffOfFixes(documents: readonly ReadDocument[], world: World, unsafe: boolean, wanted: (code: string) => boolean): string {
  return documents.map((document) => unifiedDiff(document.text, mend(document, world.cwd, unsafe, wanted).text, document.file)).join("");
}

/** The text of a document with everything mended that can be. */
export function mend(document: ReadDocument, cwd: World["cwd"], unsafe: boolean, wanted: (code: string) => boolean) {
  if (document.unreadable !== undefined) return { text: document.text, mended: 0 };
  return applyFixes(document.text, (text) => checkDocument(document, text, cwd).problems.filter(({ code }) => wanted(code)), unsafe);
}

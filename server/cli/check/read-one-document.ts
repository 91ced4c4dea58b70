import { discover } from "../files/discover.ts";
import type { World } from "../world.ts";
import { type ReadDocument, readDocuments } from "./read-documents.ts";

/** Reads the one document that a command needs. `what`: how it is called where it is missing, "an instrument". */
export async function readOneDocument(
  word: string | undefined,
  what: string,
  world: World,
  stdinName?: string,
): Promise<{ readonly document: ReadDocument } | { readonly wrong: string }> {
  if (word === undefined) return { wrong: `the file of ${what} is missing` };
  const found = discover([word], world.cwd);
  const [missing] = found.missing;
  if (missing !== undefined) return { wrong: missing };
  if (found.files.length !== 1) return { wrong: `"${word}" stands for ${found.files.length} documents; name one` };
  const read = await readDocuments(found.files, world, stdinName);
  const [document] = read.documents;
  if (document === undefined) return { wrong: read.failed[0] ?? `cannot read "${word}"` };
  if (document.unreadable !== undefined) return { wrong: `${document.file}: ${document.unreadable.code}: ${document.unreadable.message}` };
  return { document };
}

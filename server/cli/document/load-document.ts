import type { Analysis, DocumentKind } from "../../analysis/analysis.ts";
import { Engine } from "../../analysis/engine.ts";
import { hostOf, type ReadDocument, readDocuments } from "../check/read-documents.ts";
import { discover } from "../files/discover.ts";
import type { World } from "../world.ts";

/** A document that was read, of whatever kind. */
export interface LoadedDocument {
  readonly document: ReadDocument;
  readonly analysis: Analysis;
}

/** Reads one document of one of these kinds, for a command that needs one. */
export async function loadOneDocument(
  word: string | undefined,
  kinds: readonly DocumentKind[],
  world: World,
  stdinName?: string,
): Promise<{ readonly loaded: LoadedDocument } | { readonly wrong: string }> {
  if (word === undefined) return { wrong: "the file of a document is missing" };
  const found = discover([word], world.cwd);
  const [missing] = found.missing;
  if (missing !== undefined) return { wrong: missing };
  if (found.files.length !== 1) return { wrong: `"${word}" stands for ${found.files.length} documents; name one` };
  const read = await readDocuments(found.files, world, stdinName);
  const [document] = read.documents;
  if (document === undefined) return { wrong: read.failed[0] ?? `cannot read "${word}"` };
  if (document.unreadable !== undefined) return { wrong: `${document.file}: ${document.unreadable.code}: ${document.unreadable.message}` };
  const { analysis } = new Engine(document.text, hostOf(document, world.cwd));
  if (analysis.kind !== undefined && kinds.includes(analysis.kind)) return { loaded: { document, analysis } };
  const wanted = kinds.map((kind) => NAMES[kind]);
  return {
    wrong: `"${document.file}" is not ${wanted.slice(0, -1).join(", ")}${wanted.length > 1 ? " or " : ""}${wanted.at(-1)}${analysis.kind === undefined ? "" : ` but ${NAMES[analysis.kind]}`}`,
  };
}

const NAMES: Readonly<Record<DocumentKind, string>> = {
  instrument: "an instrument",
  delphi: "a Delphi study",
  guide: "a topic guide",
  study: "a study",
  library: "a library",
  translation: "a translation",
  config: "a file of settings",
};

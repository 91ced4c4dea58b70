import type { Analysis, DocumentKind } from "../../analysis/analysis.ts";
import { Engine } from "../../analysis/engine.ts";
import { hostOf, type ReadDocument } from "../check/read-documents.ts";
import { readOneDocument } from "../check/read-one-document.ts";
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
  const read = await readOneDocument(word, "a document", world, stdinName);
  if ("wrong" in read) return read;
  const { document } = read;
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

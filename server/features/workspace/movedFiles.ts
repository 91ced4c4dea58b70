import type { Edit } from "../../problem.ts";
import { quote } from "../../syntax/quote.ts";
import { sliceText } from "../../syntax/segmentedText.ts";
import { besideUri, sameUri } from "../besideUri.ts";
import { documentLinks } from "../documentLinks.ts";
import type { WorkspaceDocument } from "./document.ts";

/** A file or a folder that is about to get another place. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What keeps paths leading where they lead now: those to what moves, and those that a document that moves writes itself. Edits are for the documents where they are now. */
export function editsForMoves(
  documents: readonly WorkspaceDocument[],
  moves: readonly Move[],
): readonly { readonly document: WorkspaceDocument; readonly edits: readonly Edit[] }[] {
  return documents.flatMap((document) => {
    const edits = editsIn(document, moves);
    return edits.length > 0 ? [{ document, edits }] : [];
  });
}

function editsIn({ uri, analysis }: WorkspaceDocument, moves: readonly Move[]): readonly Edit[] {
  const home = moved(uri, moves) ?? uri;
  return documentLinks(analysis).flatMap(({ range, path }): Edit[] => {
    if (path === undefined) return [];
    const target = besideUri(uri, path);
    const next = moved(target, moves) ?? target;
    if (home === uri && next === target) return [];
    const shown = relativePath(home, next);
    const newPath = path.startsWith("./") && !shown.startsWith("../") ? `./${shown}` : shown;
    if (newPath === path) return [];
    const isQuoted = /^["']/.test(sliceText(analysis.text, range));
    return [{ range, newText: isQuoted || !/^[\w.][\w./ -]*$/.test(newPath) ? quote(newPath) : newPath }];
  });
}

/** Where a file will be; undefined where it stays. A folder takes its files along. */
function moved(uri: string, moves: readonly Move[]): string | undefined {
  const here = sameUri(uri);
  for (const { from, to } of moves) {
    const source = sameUri(from).replace(/\/$/, "");
    if (here === source) return to;
    if (here.startsWith(`${source}/`)) return `${to.replace(/\/$/, "")}${encodeURI(here.slice(source.length))}`;
  }
  return undefined;
}

/** The path from a document to a file, as it is written in the document. */
export function relativePath(from: string, to: string): string {
  const folder = sameUri(from).split("/").slice(0, -1);
  const target = sameUri(to).split("/");
  let shared = 0;
  while (shared < folder.length && shared < target.length - 1 && folder[shared] === target[shared]) shared++;
  return [...folder.slice(shared).map(() => ".."), ...target.slice(shared)].join("/");
}

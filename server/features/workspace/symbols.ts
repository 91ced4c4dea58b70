import { documentSymbols, type OutlineEntry } from "../documentSymbols.ts";
import type { WorkspaceDocument } from "./document.ts";

/** A named thing of a workspace. */
export interface WorkspaceSymbol {
  readonly document: WorkspaceDocument;
  readonly entry: OutlineEntry;
  /** The section or the group that it stands in. */
  readonly container: string;
}

/** More than anyone reads; a query narrows it down. */
const MOST = 500;

/** The things whose id, or whose text beside it, has the letters of a query in their order. */
export function workspaceSymbols(documents: readonly WorkspaceDocument[], query: string): readonly WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  const letters = query.trim().toLowerCase();
  const visit = (document: WorkspaceDocument, entry: OutlineEntry, container: string): void => {
    if (found.length >= MOST) return;
    if (entry.kind !== "group" && entry.kind !== "document" && matches(entry, letters)) found.push({ document, entry, container });
    for (const child of entry.children) visit(document, child, entry.kind === "group" ? container : entry.name);
  };
  for (const document of documents) {
    const title = document.analysis.instrument.id || (document.uri.split("/").at(-1) ?? "");
    for (const entry of documentSymbols(document.analysis)) visit(document, entry, title);
  }
  return found;
}

/** An id may be found by its letters in order, as editors do; a wording only by a word of it. */
const matches = ({ name, detail }: OutlineEntry, letters: string) =>
  holdsInOrder(name.toLowerCase(), letters) || detail.toLowerCase().includes(letters);

function holdsInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

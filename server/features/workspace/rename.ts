import type { Edit } from "../../problem.ts";
import { whyNot } from "../rename.ts";
import type { Thing } from "../things.ts";
import type { WorkspaceDocument } from "./document.ts";
import { workspaceOccurrences } from "./occurrences.ts";

/** What a rename changes in the documents of a workspace, or why it cannot be done. */
export type WorkspaceRenaming =
  | {
      readonly files: readonly { readonly document: WorkspaceDocument; readonly edits: readonly Edit[] }[];
      /** The documents whose data files may have columns of the old name. None where the thing has no column. */
      readonly measured: readonly WorkspaceDocument[];
    }
  | { readonly refused: string };

/** Renames a thing of `home` in every document that names it. */
export function renameInWorkspace(
  thing: Thing,
  home: WorkspaceDocument,
  documents: readonly WorkspaceDocument[],
  newName: string,
): WorkspaceRenaming {
  const { definition, uses, holders } = workspaceOccurrences(thing, home, documents);
  const refused = whyNot(
    thing,
    newName,
    holders.map(({ analysis }) => analysis),
  );
  if (refused !== undefined) return { refused };
  const files = new Map<string, { readonly document: WorkspaceDocument; readonly edits: Edit[] }>();
  for (const { document, range } of [...(definition ? [definition] : []), ...uses]) {
    const file = files.get(document.uri) ?? { document, edits: [] };
    file.edits.push({ range, newText: newName });
    files.set(document.uri, file);
  }
  return { files: [...files.values()], measured: thing.kind === "item" || thing.kind === "score" ? holders : [] };
}

import type { WorkspaceEdit } from "vscode-languageserver";
import { editsForMoves } from "../../features/workspace/movedFiles.ts";
import type { LspFeature } from "../feature.ts";
import { documentEdit } from "../locations.ts";

/** Paths go on leading to the files that they lead to, when those are moved or renamed. */
export const movedFiles: LspFeature = {
  capabilities: {
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        willRename: {
          filters: [{ pattern: { glob: "**/*.{yaml,yml,csv}", matches: "file" } }, { pattern: { glob: "**", matches: "folder" } }],
        },
      },
    },
  },
  register: (connection, { later, workspace, client }) => [
    connection.workspace.onWillRenameFiles(({ files }) =>
      later<WorkspaceEdit | null>("moved files", null, async () => {
        const moves = files.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri }));
        const documents = await workspace.documents();
        const found = editsForMoves(documents, moves);
        const edits = found.map(({ document, edits: changes }) =>
          documentEdit({ ...document, version: documents.find(({ uri }) => uri === document.uri)?.version }, changes),
        );
        if (edits.length === 0) return null;
        return client().workspace?.workspaceEdit?.documentChanges
          ? { documentChanges: edits }
          : { changes: Object.fromEntries(edits.map((one) => [one.textDocument.uri, one.edits])) as WorkspaceEdit["changes"] };
      }),
    ),
  ],
};

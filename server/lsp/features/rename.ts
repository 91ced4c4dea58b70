import { ErrorCodes, ResponseError } from "vscode-languageserver";
import { renamableAt, renameAt } from "../../features/rename.ts";
import type { LspFeature } from "../feature.ts";
import { offsetAt, toLines } from "../positions.ts";

export const rename: LspFeature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register: (connection, { withDocument }) => [
    connection.onPrepareRename(({ textDocument: { uri }, position }) =>
      withDocument("rename", uri, null, ({ analysis }) => {
        const range = renamableAt(analysis, offsetAt(analysis.text, position));
        return range ? toLines(analysis.text, range) : null;
      }),
    ),
    connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
      withDocument("rename", uri, null, ({ analysis }) => {
        const renaming = renameAt(analysis, offsetAt(analysis.text, position), newName);
        if ("refused" in renaming) return new ResponseError(ErrorCodes.InvalidParams, renaming.refused);
        return { changes: { [uri]: renaming.edits.map(({ range, newText }) => ({ range: toLines(analysis.text, range), newText })) } };
      }),
    ),
  ],
};

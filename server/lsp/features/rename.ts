import type { ClientCapabilities, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import { besideUri } from "../../features/besideUri.ts";
import { occurrencesAt } from "../../features/occurrences.ts";
import { dataFiles, headerEdits } from "../../features/workspace/headerEdits.ts";
import { renameInWorkspace } from "../../features/workspace/rename.ts";
import { sliceText } from "../../syntax/segmentedText.ts";
import type { OpenDocument } from "../documents.ts";
import type { LspFeature } from "../feature.ts";
import { documentEdit } from "../locations.ts";
import { offsetAt, toLines } from "../positions.ts";
import { ErrorCodes, ResponseError } from "../protocol.ts";
import type { Workspace } from "../workspace.ts";
import { workspaceThing } from "../workspaceThing.ts";

/** A new name for a thing in every file that names it; columns of data are renamed only where the user confirms it. */
export const rename: LspFeature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register: (connection, { withDocument, later, workspace, client }) => [
    connection.onPrepareRename(({ textDocument: { uri }, position }) =>
      withDocument("rename", uri, null, ({ analysis }) => {
        const here = occurrencesAt(analysis, offsetAt(analysis.text, position))?.here;
        return here ? { range: toLines(analysis.text, here), placeholder: sliceText(analysis.text, here) } : null;
      }),
    ),
    connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
      later<WorkspaceEdit | ResponseError | null>("rename", null, async () => {
        const asked = await workspace.get(uri);
        const found = asked && (await workspaceThing(workspace, asked, offsetAt(asked.analysis.text, position)));
        if (!found) return refusal("only items, scores, responses and other named things can be renamed");
        const renaming = renameInWorkspace(found.thing, found.home, found.documents, newName);
        if ("refused" in renaming) return refusal(renaming.refused);
        const edits = renaming.files.map(({ document, edits: changes }) =>
          documentEdit({ ...document, version: versionOf(found.documents, document.uri) ?? asked.version }, changes),
        );
        const columns = await headersOf(workspace, renaming.measured, found.thing.id, newName);
        return asEdit(client(), edits, columns, found.thing.id, newName);
      }),
    ),
  ],
};

const refusal = (why: string) => new ResponseError(ErrorCodes.InvalidParams, why);
const versionOf = (documents: readonly OpenDocument[], uri: string) => documents.find((one) => one.uri === uri)?.version;

/** The columns of data files that go by the old name. */
async function headersOf(
  workspace: Workspace,
  measured: readonly { readonly uri: string; readonly analysis: OpenDocument["analysis"] }[],
  id: string,
  newName: string,
): Promise<readonly TextDocumentEdit[]> {
  const files = new Set(measured.flatMap(({ uri, analysis }) => dataFiles(analysis).map((path) => besideUri(uri, path))));
  const found: TextDocumentEdit[] = [];
  for (const uri of files) {
    const text = (await workspace.read(uri)) ?? "";
    // Editors do not count a byte order mark.
    const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const edits = headerEdits(text, id, newName).map(({ range, newText }) => ({
      range: { start: { line: 0, character: range.start - mark }, end: { line: 0, character: range.end - mark } },
      newText,
    }));
    if (edits.length > 0) found.push({ textDocument: { uri, version: null }, edits });
  }
  return found;
}

const COLUMNS = "columns";

/** Data are never changed unasked: an editor that cannot ask leaves them as they are. */
function asEdit(
  client: ClientCapabilities,
  edits: readonly TextDocumentEdit[],
  columns: readonly TextDocumentEdit[],
  id: string,
  newName: string,
) {
  const can = client.workspace?.workspaceEdit;
  if (!can?.documentChanges) return { changes: Object.fromEntries(edits.map((one) => [one.textDocument.uri, one.edits])) } as WorkspaceEdit;
  if (!can.changeAnnotationSupport || columns.length === 0) return { documentChanges: [...edits] };
  return {
    documentChanges: [
      ...edits,
      ...columns.map(({ textDocument, edits: inner }) => ({
        textDocument,
        edits: inner.map((edit) => ({ ...edit, annotationId: COLUMNS })),
      })),
    ],
    changeAnnotations: {
      [COLUMNS]: {
        label: "Columns of data files",
        description: `Rename the column "${id}" to "${newName}" in data that others may use too`,
        needsConfirmation: true,
      },
    },
  };
}

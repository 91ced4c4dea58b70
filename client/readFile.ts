import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type FindFilesParams, type FindFilesResult, type ReadFileParams, type ReadFileResult, requests } from "../server/lsp/requests.ts";
import { globs } from "./names.ts";

/** Reads for the server what lies on no disk: in a browser, in a repository that was never cloned. Only files of the workspace are read. */
export function answerReads(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(requests.readFile, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
      const file = client.protocol2CodeConverter.asUri(uri);
      return vscode.workspace.getWorkspaceFolder(file) === undefined ? null : ((await textOf(file)) ?? null);
    }),
    client.onRequest(requests.findFiles, async ({ root }: FindFilesParams): Promise<FindFilesResult> => {
      const folder = client.protocol2CodeConverter.asUri(root);
      if (vscode.workspace.getWorkspaceFolder(folder) === undefined) return [];
      const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, globs.documents));
      return files.map((file) => client.code2ProtocolConverter.asUri(file));
    }),
  );
}

/** The text of a file, as it stands in the editor where it is open; undefined where there is none that can be read. */
export async function textOf(file: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find(({ uri, isClosed }) => !isClosed && uri.toString() === file.toString());
  if (open !== undefined) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}

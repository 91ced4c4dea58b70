import * as vscode from "vscode";
import type { BaseLanguageClient, Location, Position } from "vscode-languageclient";

/** Shows where a thing is used, for the lines above definitions: the editor's own command wants its own objects. */
export function showReferences(
  client: BaseLanguageClient,
): (uri: string, position: Position, locations: readonly Location[]) => Thenable<unknown> {
  const { asUri, asPosition, asRange } = client.protocol2CodeConverter;
  return (uri, position, locations) =>
    vscode.commands.executeCommand(
      "editor.action.showReferences",
      asUri(uri),
      asPosition(position),
      locations.map((location) => new vscode.Location(asUri(location.uri), asRange(location.range))),
    );
}

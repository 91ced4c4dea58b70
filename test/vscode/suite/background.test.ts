import * as vscode from "vscode";
import { diagnostic, extension, file } from "./support.ts";

// Versions 10.0 to 10.1 of vscode-languageclient never told the server of such a document.
describe("a document that is open in no editor when the server starts", () => {
  it("is checked too", async () => {
    const { client } = (await extension()).exports;
    await client.stop();
    const uri = file("background.instrument.yaml");
    await vscode.workspace.openTextDocument(uri);
    await client.start();
    await diagnostic(uri, "undefined-name");
  });
});

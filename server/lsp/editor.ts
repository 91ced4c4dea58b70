import type { ClientCapabilities, Connection, InitializeParams } from "vscode-languageserver";
import { type EditorSettings, editorSettings, SHOWN_BY_DEFAULT } from "./editorSettings.ts";
import { DidChangeConfigurationNotification } from "./protocol.ts";

/** What is known of the editor: what it can do, and what its user wants to see. */
export interface Editor {
  /** Called with what the editor says at the start. */
  begin(params: InitializeParams): void;
  client(): ClientCapabilities;
  settings(): EditorSettings;
}

/** Follows the settings of the editor: asked for where it can be asked, else taken as they are sent. */
export function followEditor(connection: Connection): Editor {
  let client: ClientCapabilities = {};
  let settings = SHOWN_BY_DEFAULT;

  const take = (value: unknown) => {
    settings = editorSettings(value);
    if (client.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
    if (client.workspace?.codeLens?.refreshSupport) void connection.sendRequest("workspace/codeLens/refresh");
  };
  const askAgain = () => connection.workspace.getConfiguration("scalewright").then(take, () => undefined);

  connection.onInitialized(() => {
    if (!client.workspace?.configuration) return;
    if (client.workspace.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: "scalewright" });
    void askAgain();
  });
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    if (client.workspace?.configuration) void askAgain();
    else take((sent as { readonly scalewright?: unknown } | undefined)?.scalewright ?? sent);
  });

  return {
    begin: (params) => {
      client = params.capabilities;
    },
    client: () => client,
    settings: () => settings,
  };
}

import type { ClientCapabilities, Connection, Disposable, ServerCapabilities } from "vscode-languageserver";
import type { OpenDocument } from "./documents.ts";
import type { EditorSettings } from "./editorSettings.ts";
import type { Workspace } from "./workspace.ts";

/** One thing that the server can be asked for: what it announces, and how it answers. */
export interface LspFeature {
  readonly capabilities: ServerCapabilities;
  register(connection: Connection, ask: Ask): readonly Disposable[];
}

/** Runs a request's work. A fault of ours is logged and `otherwise` answered. */
export interface Ask {
  /** A document that is still being read is waited for, a little at a time: what else is asked for meanwhile need not wait. */
  withDocument<T>(what: string, uri: string, otherwise: T, work: (document: OpenDocument) => T | Promise<T>): T | Promise<T>;
  /** The same for what is asked of one place: where that and what it names is enough, it does not wait for the rest of the document. */
  withPlace<T>(what: string, uri: string, otherwise: T, work: (document: OpenDocument) => T | Promise<T>): T | Promise<T>;
  guard<T>(what: string, otherwise: T, work: () => T): T;
  /** The same for work that waits for files. */
  later<T>(what: string, otherwise: T, work: () => Promise<T>): Promise<T>;
  /** Goes on with the check of a document for a moment, for an answer that shows what is found: most edits are checked in less. */
  check(uri: string): void;
  readonly workspace: Workspace;
  /** What the editor says that it can do, and what its user wants to see. */
  client(): ClientCapabilities;
  settings(): EditorSettings;
}

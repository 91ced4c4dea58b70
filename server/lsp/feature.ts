import type { Connection, Disposable, ServerCapabilities } from "vscode-languageserver";
import type { OpenDocument } from "./documents.ts";

/** One thing that the server can be asked for: what it announces, and how it answers. */
export interface LspFeature {
  readonly capabilities: ServerCapabilities;
  register(connection: Connection, ask: Ask): readonly Disposable[];
}

/** Runs a request's work. A fault of ours is logged and `otherwise` answered. */
export interface Ask {
  withDocument<T>(what: string, uri: string, otherwise: T, work: (document: OpenDocument) => T): T;
  guard<T>(what: string, otherwise: T, work: () => T): T;
}

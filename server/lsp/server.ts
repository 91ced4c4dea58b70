import {
  type Connection,
  DiagnosticRefreshRequest,
  type Disposable,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { diagnosticsOf } from "./diagnostics.ts";
import { Documents, type OpenDocument } from "./documents.ts";
import { features } from "./features.ts";
import { type Files, hostBeside } from "./fileHost.ts";

const SHARED = /\.library\.ya?ml$|\/scalewright\.config\.ya?ml$/;

/** Joins a connection with the analysis: one line a feature. A request that fails is logged and answered with nothing; the server goes on. */
export function startServer(connection: Connection, files: Files): void {
  let roots: readonly string[] = [];
  // An open document is read as it stands in the editor, saved or not.
  const beside: Files = { read: (uri) => documents.textOf(uri) ?? files.read(uri) };
  const documents: Documents = new Documents((uri) => hostBeside(uri, beside, roots));
  let pulled = false;
  let refreshes = false;

  const guard = <T>(what: string, otherwise: T, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return otherwise;
    }
  };
  const withDocument = <T>(what: string, uri: string, otherwise: T, work: (document: OpenDocument) => T): T =>
    guard(what, otherwise, () => {
      const document = documents.get(uri);
      return document ? work(document) : otherwise;
    });

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    pulled = params.capabilities.textDocument?.diagnostic !== undefined;
    roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    refreshes = params.capabilities.workspace?.diagnostics?.refreshSupport === true;
    return {
      serverInfo: { name: "scalewright" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(pulled ? { diagnosticProvider: { identifier: "scalewright", interFileDependencies: true, workspaceDiagnostics: false } } : {}),
        ...Object.assign({}, ...features.map((feature) => feature.capabilities)),
      },
    };
  });

  const due = new Set<string>();
  const publishSoon = (uri: string) => {
    if (due.size === 0) setImmediate(publish);
    due.add(uri);
  };
  const publish = () => {
    for (const uri of due) {
      withDocument(
        "diagnostics",
        uri,
        undefined,
        (document) => void connection.sendDiagnostics({ uri, version: document.version, diagnostics: diagnosticsOf(document) }),
      );
    }
    due.clear();
  };

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    guard("open", undefined, () => documents.open(uri, version, text));
    if (!pulled) publishSoon(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    guard("change", undefined, () => documents.change(uri, version, contentChanges));
    if (!pulled) publishSoon(uri);
    if (SHARED.test(uri)) readAgain(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    if (!pulled) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  /** What uses an imported file is looked at again when that file has changed, in the editor or on disk. */
  const readAgain = (changed?: string) => {
    guard("imports", undefined, () => documents.refresh(changed));
    if (pulled && refreshes) void connection.sendRequest(DiagnosticRefreshRequest.type);
    if (!pulled) for (const uri of documents.uris()) if (uri !== changed) publishSoon(uri);
  };
  connection.onDidChangeWatchedFiles(() => readAgain());
  connection.languages.diagnostics.on(({ textDocument: { uri } }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: withDocument("diagnostics", uri, [], diagnosticsOf),
  }));

  const handlers: Disposable[] = features.flatMap((feature) => feature.register(connection, { withDocument, guard }));
  connection.onExit(() => {
    for (const handler of handlers) handler.dispose();
  });
  connection.listen();
}

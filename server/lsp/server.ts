import type { Connection, Disposable, InitializeParams, InitializeResult } from "vscode-languageserver";
import { NotReadYet } from "../analysis/onDemand.ts";
import { askedFiles } from "./askedFiles.ts";
import { diagnosticsOf, tooLarge } from "./diagnostics.ts";
import { Documents, type OpenDocument } from "./documents.ts";
import { followEditor } from "./editor.ts";
import type { Ask } from "./feature.ts";
import { features } from "./features.ts";
import { type Files, hostBeside } from "./fileHost.ts";
import {
  DiagnosticRefreshRequest,
  DidChangeWorkspaceFoldersNotification,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from "./protocol.ts";
import { reading } from "./reading.ts";
import {
  type CheckedParams,
  type CheckedResult,
  type FindFilesParams,
  type FindFilesResult,
  type ReadFileParams,
  type ReadFileResult,
  requests,
  type ServerOptions,
} from "./requests.ts";
import { Slices, slice } from "./slices.ts";
import { createWorkspace } from "./workspace.ts";

const SHARED = /\.library\.ya?ml$|\/scalewright\.config\.ya?ml$/;

/**
 * Joins a connection with the analysis: one line a feature. A request that fails is logged and answered with nothing; the server goes on.
 * `disk` reads files; what it does not have is asked of an editor that says that it can read files.
 */
export function startServer(connection: Connection, disk: Files): void {
  let roots: readonly string[] = [];
  let editorReads = false;
  const readFar = (uri: string) => connection.sendRequest<ReadFileResult>(requests.readFile, { uri } satisfies ReadFileParams);
  const asked = askedFiles(readFar, () => readAgain());
  // An open document is read as it stands in the editor, saved or not.
  const beside: Files = {
    ...disk,
    read: (uri) => documents.textOf(uri) ?? (editorReads && !uri.startsWith("file:") ? asked : disk).read(uri),
  };
  const hostOf = (uri: string) => hostBeside(uri, beside, roots);
  const documents: Documents = new Documents(hostOf);
  const editor = followEditor(connection);
  const isFar = (uri: string) => editorReads && !uri.startsWith("file:");
  const workspace = createWorkspace({
    documents,
    hostOf,
    roots: () => roots,
    list: async (root) =>
      isFar(root)
        ? connection.sendRequest<FindFilesResult>(requests.findFiles, { root } satisfies FindFilesParams)
        : (disk.list?.(root) ?? []),
    read: async (uri) => documents.textOf(uri) ?? (isFar(uri) ? ((await readFar(uri)) ?? undefined) : disk.read(uri)),
  });
  let pulled = false;
  let refreshes = false;

  const failed = <T>(what: string, otherwise: T, error: unknown): T => {
    connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return otherwise;
  };
  const guard = <T>(what: string, otherwise: T, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      return failed(what, otherwise, error);
    }
  };
  const later = <T>(what: string, otherwise: T, work: () => Promise<T>): Promise<T> =>
    work().catch((error: unknown) => failed(what, otherwise, error));
  const withRead = <T, U>(what: string, uri: string, otherwise: T, work: (document: OpenDocument) => U): T | U =>
    guard<T | U>(what, otherwise, () => {
      const document = documents.get(uri);
      return document ? work(document) : otherwise;
    });
  const whenRead = reading((uri) => guard("read", true, () => documents.read(uri, slice())));
  const withDocument: Ask["withDocument"] = (what, uri, otherwise, work) => {
    slices.giveWay();
    const version = documents.version(uri);
    const read = whenRead(uri);
    if (!read) return withRead(what, uri, otherwise, work);
    return read.then(() => {
      // What was asked of a place is an answer about another by now: the editor asks again.
      if (documents.version(uri) !== version) throw new ResponseError(LSPErrorCodes.ContentModified, "the document has changed");
      return withRead(what, uri, otherwise, work);
    });
  };
  const withPlace: Ask["withPlace"] = (what, uri, otherwise, work) => {
    slices.giveWay();
    try {
      const document = documents.unread(uri);
      if (document) return work(document);
    } catch (error) {
      if (!(error instanceof NotReadYet)) return failed(what, otherwise, error);
    }
    return withDocument(what, uri, otherwise, work);
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    editor.begin(params);
    pulled = params.capabilities.textDocument?.diagnostic !== undefined;
    roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    refreshes = params.capabilities.workspace?.diagnostics?.refreshSupport === true;
    editorReads = (params.initializationOptions as ServerOptions | undefined)?.readsFiles === true;
    return {
      serverInfo: { name: "scalewright" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(pulled ? { diagnosticProvider: { identifier: "scalewright", interFileDependencies: true, workspaceDiagnostics: false } } : {}),
        ...Object.assign({}, ...features.map((feature) => feature.capabilities)),
      },
    };
  });

  const slices = new Slices({
    advance: (uri, isTime) => guard("check", false, () => documents.advance(uri, isTime)),
    tell(uri, isDone) {
      // What is said without a file that is on its way could be wrong. Its arrival tells all.
      if (asked.waiting) return false;
      if (!pulled) return send(uri);
      if (isDone && refreshes) void connection.sendRequest(DiagnosticRefreshRequest.type);
      return true;
    },
  });
  const beginning = (uri: string) => guard("diagnostics", undefined, () => documents.beginning(uri));
  const diagnostics = (uri: string) => {
    const large = documents.large(uri);
    if (large) return [tooLarge(large)];
    const known = beginning(uri);
    return known ? diagnosticsOf(uri, known) : withRead("diagnostics", uri, [], ({ analysis }) => diagnosticsOf(uri, analysis));
  };
  /** Whether there is something to tell: as long as a document is not read to its end, no findings are no news. */
  const send = (uri: string): boolean => {
    const version = documents.version(uri);
    if (version === undefined || beginning(uri)?.problems.length === 0) return false;
    void connection.sendDiagnostics({ uri, version, diagnostics: diagnostics(uri) });
    return true;
  };

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    guard("open", undefined, () => documents.open(uri, version, text));
    if (!pulled) slices.soon(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    guard("change", undefined, () => documents.change(uri, version, contentChanges));
    if (!pulled) slices.soon(uri);
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
    if (!pulled) for (const uri of documents.uris()) if (uri !== changed) slices.soon(uri);
  };
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
    const gone = new Set(removed.map(({ uri }) => uri));
    roots = [...roots.filter((root) => !gone.has(root)), ...added.map(({ uri }) => uri)];
    readAgain();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    asked.askAgain(changes.map(({ uri }) => uri));
    readAgain();
  });
  connection.languages.diagnostics.on(({ textDocument: { uri } }) => {
    // An editor that asks can be told to ask again when all is checked; where not, it waits.
    if (!guard("check", true, () => documents.advance(uri, refreshes ? slice() : undefined))) slices.soon(uri);
    return { kind: DocumentDiagnosticReportKind.Full, items: diagnostics(uri) };
  });

  connection.onRequest(requests.checked, async ({ uri }: CheckedParams): Promise<CheckedResult> => {
    if (pulled) slices.soon(uri);
    await slices.done(uri);
    return documents.version(uri) ?? null;
  });

  const check = (uri: string) => void guard("check", false, () => documents.advance(uri, slice()));
  const ask: Ask = { withDocument, withPlace, guard, later, check, workspace, client: editor.client, settings: editor.settings };
  const handlers: Disposable[] = features.flatMap((feature) => feature.register(connection, ask));
  connection.onExit(() => {
    for (const handler of handlers) handler.dispose();
  });
  connection.listen();
}

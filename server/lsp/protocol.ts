/**
 * What is used of the protocol's library beside its types. Every file that imports from the library itself makes a copy of all its several
 * hundred names when the built server starts: this one makes it for all.
 */
export {
  AbstractMessageReader,
  AbstractMessageWriter,
  CodeActionKind,
  CompletionItemKind,
  createConnection,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  Disposable,
  DocumentDiagnosticReportKind,
  DocumentHighlightKind,
  ErrorCodes,
  InsertTextFormat,
  LSPErrorCodes,
  RAL,
  ResponseError,
  SemanticTokensBuilder,
  SymbolKind,
  TextDocumentSyncKind,
} from "vscode-languageserver";

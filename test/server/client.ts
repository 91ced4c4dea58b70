import { type ChildProcess, spawn } from "node:child_process";
import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { type CheckedParams, requests } from "../../server/lsp/requests.ts";
import { startServer } from "../../server/lsp/server.ts";

/** A client that talks the protocol to a server, and keeps what the server publishes. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly published: ReadonlyMap<string, { readonly version?: number; readonly diagnostics: readonly Diagnostic[] }>;
  open(uri: string, text: string): void;
  change(
    uri: string,
    version: number,
    changes: readonly { range?: { start: { line: number; character: number }; end: { line: number; character: number } }; text: string }[],
  ): void;
  /** The diagnostics of a version, once they are published. */
  diagnostics(uri: string, version: number): Promise<readonly Diagnostic[]>;
  close(): Promise<void>;
}

/** Client and server in one process, joined by two streams; `read` gives the files that lie on the disk. */
export async function memoryClient(
  read: (uri: string) => string | undefined = () => undefined,
  begin: Partial<InitializeParams> = {},
): Promise<TestClient> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), { read });
  return connect(new StreamMessageReader(down), new StreamMessageWriter(up), async () => undefined, begin);
}

/** A client of the built server, over standard input and output. */
export async function processClient(
  command: string,
  args: readonly string[],
  begin: Partial<InitializeParams> = {},
): Promise<TestClient & { readonly process: ChildProcess }> {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const client = await connect(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
    async (connection) => {
      await connection.sendNotification("exit");
      await new Promise((resolve) => (child.exitCode === null ? child.once("exit", resolve) : resolve(undefined)));
    },
    begin,
  );
  return { ...client, process: child };
}

async function connect(
  reader: StreamMessageReader,
  writer: StreamMessageWriter,
  end: (connection: ProtocolConnection) => Promise<void>,
  begin: Partial<InitializeParams> = {},
): Promise<TestClient> {
  const connection = createProtocolConnection(reader, writer);
  const published = new Map<string, { version?: number; diagnostics: readonly Diagnostic[] }>();
  const waiting: (() => void)[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
    published.set(uri, { version, diagnostics });
    for (const wake of waiting.splice(0)) wake();
  });
  connection.onUnhandledNotification(() => undefined);
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
    ...begin,
  });
  await connection.sendNotification("initialized", {});
  return {
    connection,
    published,
    open: (uri, text) =>
      void connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "scalewright", version: 1, text } }),
    change: (uri, version, contentChanges) =>
      void connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges }),
    diagnostics: async (uri, version) => {
      // The first findings of a long document are published before all of it is checked.
      await connection.sendRequest(requests.checked, { uri } satisfies CheckedParams);
      for (;;) {
        const found = published.get(uri);
        if (found && found.version === version) return found.diagnostics;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    close: async () => {
      await connection.sendRequest("shutdown");
      // The notification "exit" ends the process that the server runs in, so only a process of its own is sent it.
      await end(connection);
      connection.dispose();
    },
  };
}

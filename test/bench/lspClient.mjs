// A language client over stdio that behaves like an editor's where it matters, and reads the server's memory and processor time (Linux).
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)("vscode-jsonrpc/node");

const CAPABILITIES = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, workspaceFolders: true },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    completion: {
      completionItem: { snippetSupport: true, documentationFormat: ["markdown", "plaintext"], insertReplaceSupport: true },
      contextSupport: true,
    },
    hover: { contentFormat: ["markdown", "plaintext"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

const at = (object, path) => (path ? path.split(".").reduce((value, key) => value?.[key], object) : object) ?? null;

export class Client {
  #waiting = [];
  #version = 1;

  /** `server`: `{ command, args, env?, settings }`. */
  constructor(server) {
    this.server = server;
  }

  async start(root) {
    const { command, args, env, settings } = this.server;
    this.started = performance.now();
    this.process = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "ignore"] });
    this.ended = new Promise((resolve) => {
      this.process.on("exit", (code, signal) => {
        this.dead = `the server ended with ${code ?? signal}`;
        for (const one of this.#waiting.splice(0)) one.reject(new Error(this.dead));
        resolve();
      });
    });
    const connection = createMessageConnection(new StreamMessageReader(this.process.stdout), new StreamMessageWriter(this.process.stdin));
    this.connection = connection;
    connection.onError(() => undefined);
    connection.onRequest("workspace/configuration", ({ items }) => items.map(({ section }) => at(settings, section)));
    connection.onRequest("workspace/workspaceFolders", () => [{ uri: root, name: "bench" }]);
    connection.onRequest("vscode/content", (uri) => readFileSync(new URL([uri].flat()[0]), "utf8"));
    connection.onRequest(() => null);
    connection.onNotification("textDocument/publishDiagnostics", (published) => this.#published(published));
    connection.onNotification(() => undefined);
    connection.listen();
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: "bench" }],
      capabilities: CAPABILITIES,
      initializationOptions: {},
    });
    connection.sendNotification("initialized", {});
    connection.sendNotification("workspace/didChangeConfiguration", { settings });
  }

  #published(published) {
    const now = performance.now();
    this.published = now;
    for (const one of [...this.#waiting]) {
      if (one.uri !== published.uri || !one.test(published)) continue;
      this.#waiting.splice(this.#waiting.indexOf(one), 1);
      clearTimeout(one.timer);
      one.resolve(now);
    }
  }

  /** The time of the next published findings of a file that pass the test. To be called before the edit is sent. */
  findings(uri, test, timeout = 120_000) {
    return new Promise((resolve, reject) => {
      const one = { uri, test, resolve, reject };
      one.timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(one), 1);
        reject(new Error("no findings came"));
      }, timeout);
      this.#waiting.push(one);
    });
  }

  open(uri, languageId, text) {
    this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: this.#version, text } });
  }

  change(uri, line, character, length, text) {
    const range = { start: { line, character }, end: { line, character: character + length } };
    this.changeRange(uri, range, text);
  }

  changeRange(uri, range, text) {
    this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range, text }],
    });
  }

  request(method, params, token) {
    return token ? this.connection.sendRequest(method, params, token) : this.connection.sendRequest(method, params);
  }

  /** Milliseconds of processor time of all the server's threads so far. */
  cpu() {
    const tasks = `/proc/${this.process.pid}/task`;
    return (
      readdirSync(tasks).reduce((sum, task) => sum + Number(readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]), 0) / 1e6
    );
  }

  /** The most memory that the server has held so far, in MiB. */
  peak() {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.process.pid}/status`, "utf8"))?.[1]) / 1024;
  }

  async stop() {
    if (!this.dead) this.process.kill("SIGKILL");
    await this.ended;
    this.connection.dispose();
  }
}

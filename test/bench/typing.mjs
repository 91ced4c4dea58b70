// A word is typed, 24 characters with 100 ms between them, and an editor asks for completion at each and drops what it asked before.
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { documentOf, isOn } from "./lsp.mjs";
import { Client } from "./lspClient.mjs";
import { servers } from "./servers.mjs";

const { CancellationTokenSource } = createRequire(import.meta.url)("vscode-jsonrpc/node");
const [KEYS, PAUSE] = [24, 100];

/** `answered`: completions that came before the next character; `lag`: from the last character to the findings of the whole word. */
export async function typing(name, size) {
  const { text, lines, uri, right, fault } = documentOf(size);
  const line = right[right.length >> 1];
  const client = new Client(servers[name]);
  const times = [];
  try {
    await client.start(pathToFileURL(`${import.meta.dirname}/made/`).href);
    const first = client.findings(uri, isOn(fault));
    client.open(uri, servers[name].language, text);
    await first;
    await sleep(1000);
    let column = lines[line].length;
    let pending;
    const before = client.cpu();
    const answers = [];
    for (let i = 0; i < KEYS; i++) {
      const due = performance.now() + PAUSE;
      client.change(uri, line, column++, 0, "abcdefgh"[i % 8]);
      pending?.cancel();
      pending = new CancellationTokenSource();
      const { token } = pending;
      const asked = performance.now();
      const params = { textDocument: { uri }, position: { line, character: column } };
      const answered = () => {
        if (!token.isCancellationRequested) times.push(performance.now() - asked);
      };
      answers.push(client.request("textDocument/completion", params, token).then(answered, () => undefined));
      if (i < KEYS - 1) await sleep(Math.max(0, due - performance.now()));
    }
    const last = performance.now();
    const isWhole = ({ diagnostics }) => diagnostics.some(({ range }) => range.start.line === line && range.end.character >= column);
    const settled = await client.findings(uri, isWhole);
    await Promise.all(answers);
    return { answered: times.length, times, lag: settled - last, cpu: client.cpu() - before };
  } finally {
    await client.stop();
  }
}

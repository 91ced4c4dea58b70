// What is harder to read than usual: one response that all items share by an alias, tags that only a full YAML reader knows, and formatting.
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { instrument } from "./generate.mjs";
import { isOn } from "./lsp.mjs";
import { Client } from "./lspClient.mjs";
import { servers } from "./servers.mjs";

const folder = `${import.meta.dirname}/made/`;
const OPTIONS = "{options: {1: Strongly disagree, 2: Disagree, 3: Neither, 4: Agree, 5: Strongly agree}}";

/** Items that all have one response; `response` is how it is written at the first item and at the others. */
function sharing(count, first, others) {
  const items = Array.from(
    { length: count },
    (_, i) =>
      `      q${i}:\n        text: At work I can do what matters to me (situation ${i}).\n        response: ${i === 0 ? first : others}\n`,
  );
  return `instrument: shared\ntitle: Working lives\nversion: 1.0.0\nlanguage: en-GB\nresponses:\n  agree5: ${OPTIONS}\nsections:\n  all:\n    items:\n${items.join("")}`;
}

/** The documents, by what is special in them. */
export const DOCUMENTS = {
  "1,000 items, one response by its name": () => sharing(1000, "agree5", "agree5"),
  "1,000 items, one response by an alias": () => sharing(1000, `&agree5 ${OPTIONS}`, "*agree5"),
  "2,000 items with a tag each": () =>
    instrument(2000, 3000)
      .replaceAll(/^ {8}require: .*\n/gm, "")
      .replaceAll(/^( {8}response:) (\w+)$/gm, "$1 !!str $2"),
};

/** Milliseconds from opening to the first findings, of a hover asked for at once, and of edits until their finding is shown or gone. */
export async function harder(name, document, { count = 2, budget = 60_000 } = {}) {
  const text = DOCUMENTS[document]();
  const lines = text.split("\n");
  const responses = lines.flatMap((line, i) => (/^ {8}response: (?!&)/.test(line) ? [i] : []));
  const fault = responses[responses.length >> 1];
  lines[fault] = `${lines[fault]}\n        require: truly`;
  const uri = pathToFileURL(`${folder}harder.instrument.yaml`).href;
  const client = new Client(servers[name]);
  const found = { edit: [] };
  try {
    await client.start(pathToFileURL(folder).href);
    const first = client.findings(uri, isOn(fault + 1), budget);
    const opened = performance.now();
    client.open(uri, servers[name].language, lines.join("\n"));
    const asked = client.request("textDocument/hover", { textDocument: { uri }, position: { line: 2, character: 3 } });
    asked.then(() => {
      found.hover = performance.now() - opened;
    });
    found.open = (await first) - opened;
    await asked;
    while (performance.now() - client.published < 1000) await sleep(100);
    for (let i = 0; i < count; i++)
      for (const on of [true, false]) {
        const line = fault + 1;
        const wanted = client.findings(
          uri,
          ({ diagnostics }) => diagnostics.some(({ range }) => range.start.line === line) === !on,
          budget,
        );
        const sent = performance.now();
        client.changeRange(uri, { start: { line, character: 17 }, end: { line, character: on ? 22 : 21 } }, on ? "true" : "truly");
        found.edit.push((await wanted) - sent);
        await sleep(20);
      }
  } catch (error) {
    found.error = String(error.message);
  } finally {
    await client.stop();
  }
  return found;
}

/** Milliseconds that laying out an instrument of so many items takes after it was opened: one that is laid out, or with each line indented twice as far. */
export async function formatting(name, size, isLaidOut) {
  const text = isLaidOut ? instrument(size, 4000) : instrument(size, 4000).replaceAll(/^ +/gm, "$&$&");
  const uri = pathToFileURL(`${folder}format.instrument.yaml`).href;
  const client = new Client(servers[name]);
  try {
    await client.start(pathToFileURL(folder).href);
    const first = client.findings(uri, () => true);
    client.open(uri, servers[name].language, text);
    await first;
    while (performance.now() - client.published < 2000) await sleep(100);
    const asked = performance.now();
    await client.request("textDocument/formatting", { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } });
    return performance.now() - asked;
  } finally {
    await client.stop();
  }
}

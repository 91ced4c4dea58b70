// What a server costs an author: opening, edits, completion, hover, outline, memory. Each session is a new process.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { random } from "./generate.mjs";
import { Client } from "./lspClient.mjs";
import { servers } from "./servers.mjs";

const made = join(import.meta.dirname, "made");
const [RIGHT, WRONG] = ["require: true", "require: truly"];

/** The instrument of a size with one fault, and the lines on which more can be made. */
export function documentOf(size) {
  const text = readFileSync(join(made, `inst-${size}.instrument.yaml`), "utf8").replace(RIGHT, WRONG);
  const lines = text.split("\n");
  const where = (test) => lines.flatMap((line, i) => (test(line) ? [i] : []));
  return {
    text,
    lines,
    uri: pathToFileURL(join(made, `open-${size}.instrument.yaml`)).href,
    fault: lines.findIndex((line) => line.includes(WRONG)),
    right: where((line) => line.trim() === RIGHT),
    notes: where((line) => /^ {8}note: /.test(line)),
    responses: where((line) => /^ {8}response: /.test(line)),
    items: where((line) => /^ {6}q\d+:$/.test(line)).slice(1),
  };
}

export const isOn = (line) => (published) => published.diagnostics.some(({ range }) => range.start.line === line);
const isOff = (line) => (published) => !isOn(line)(published);

/** All measures of one server on one document, each a list of times in milliseconds or sizes in MiB. Slow servers have `budget` milliseconds. */
export async function session(name, size, { count = 11, seed = 1, budget = 60_000, only } = {}) {
  const document = documentOf(size);
  const client = new Client(servers[name]);
  const next = random(seed * 100 + size);
  const found = {};
  const note = (measure, value) => {
    found[measure] = [...(found[measure] ?? []), value];
  };
  const pick = (list) => list[Math.floor(next() * list.length)];
  // Each measure has its part of the budget, and is taken once in any case: what comes last is known of slow servers too.
  const repeat = async (measure, times, work) => {
    if (only && !only.includes(measure)) return;
    const end = performance.now() + budget / 6;
    for (let i = 0; i < times && (i === 0 || performance.now() < end); i++) await work(i);
  };
  const { uri, lines } = document;
  try {
    await client.start(pathToFileURL(`${made}/`).href);
    const first = client.findings(uri, isOn(document.fault), budget);
    const opened = performance.now();
    client.open(uri, servers[name].language, document.text);
    const shown = await first;
    note("start", shown - client.started);
    note("open", shown - opened);
    note("startCpu", client.cpu());
    // A server may tell the first findings before all: it has told all when it is quiet.
    while (performance.now() - client.published < 2000) await sleep(100);
    note("openAll", client.published - opened);
    note("memoryOpen", client.peak());

    /** Types and takes away one character that makes a line wrong; gives the time until the finding is shown or gone. */
    const edit = async (line, column, on) => {
      const wanted = client.findings(uri, on ? isOn(line) : isOff(line), budget);
      const sent = performance.now();
      client.change(uri, line, column, on ? 0 : 1, on ? "x" : "");
      return (await wanted) - sent;
    };
    // A key that scores have nothing to do with, and one that the proofs of their ranges ask for.
    for (const [measure, places, key] of [
      ["edit", document.notes, "note"],
      ["editScored", document.right, RIGHT],
    ])
      await repeat(measure, count, async () => {
        const line = pick(places);
        for (const on of [true, false]) {
          const before = client.cpu();
          note(measure, await edit(line, lines[line].indexOf(key) + key.length, on));
          await sleep(20);
          note(`${measure}Cpu`, client.cpu() - before);
        }
      });
    await repeat("structure", count, async () => {
      const line = pick(document.items);
      const added = "      added:\n        text: Something new\n        require: truly\n";
      for (const on of [true, false]) {
        const wanted = client.findings(uri, on ? isOn(line + 2) : isOff(line + 2), budget);
        const sent = performance.now();
        if (on) client.change(uri, line, 0, 0, added);
        else client.changeRange(uri, { start: { line, character: 0 }, end: { line: line + 3, character: 0 } }, "");
        note("structure", (await wanted) - sent);
        await sleep(10);
      }
    });
    await repeat("completion", count, async () => {
      const line = pick(document.responses);
      const column = lines[line].length;
      client.change(uri, line, column - 1, 1, "");
      const sent = performance.now();
      const answer = await client.request("textDocument/completion", {
        textDocument: { uri },
        position: { line, character: column - 1 },
        context: { triggerKind: 1 },
      });
      note("completion", performance.now() - sent);
      note("proposals", (answer?.items ?? answer ?? []).length);
      client.change(uri, line, column - 1, 0, lines[line].at(-1));
      await sleep(10);
    });
    await repeat("hover", count, async () => {
      const line = pick(document.responses);
      const sent = performance.now();
      const answer = await client.request("textDocument/hover", { textDocument: { uri }, position: { line, character: 10 } });
      note("hover", performance.now() - sent);
      note("hovered", answer ? 1 : 0);
    });
    await repeat("outline", Math.ceil(count / 2), async () => {
      const line = pick(document.right);
      for (const on of [true, false]) {
        const settled = client.findings(uri, on ? isOn(line) : isOff(line), budget);
        client.change(uri, line, lines[line].length, on ? 0 : 1, on ? "x" : "");
        const sent = performance.now();
        const answer = await client.request("textDocument/documentSymbol", { textDocument: { uri } });
        note("outline", performance.now() - sent);
        note("symbols", countOf(answer));
        await settled;
      }
    });
    note("memoryAll", client.peak());
  } catch (error) {
    found.error = String(error.message);
  } finally {
    await client.stop();
  }
  return found;
}

const countOf = (symbols) => (symbols ?? []).reduce((sum, { children }) => sum + 1 + countOf(children), 0);

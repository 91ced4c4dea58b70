import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Analysis } from "../../analysis/analysis.ts";
import { Engine } from "../../analysis/engine.ts";
import { textsOf, translationState } from "../../analysis/translationProblems.ts";
import type { Reading } from "../../model/read/reader.ts";
import { completenessInWords, completenessOf } from "../../translation/completeness.ts";
import type { SourceText } from "../../translation/sourceTexts.ts";
import { type Given, newTranslation, translationEdits } from "../../translation/translationEdits.ts";
import { writeXliff } from "../../translation/xliff/writeXliff.ts";
import { hostOf, type ReadDocument } from "../check/read-documents.ts";
import { readOneDocument } from "../check/read-one-document.ts";
import { type Command, HELP, OUT, QUIET } from "../command.ts";
import { decode } from "../files/decode.ts";
import { writeOutput } from "../files/output-file.ts";
import { readFile } from "../files/read-file.ts";
import { writeResult } from "../files/write-result.ts";
import { EXIT, refuse, type World } from "../world.ts";

export const translate: Command = {
  usage: "FILE LANGUAGE [options]",
  about: [
    "Writes the translation of a document beside it, or brings it up to date: an entry for every text that has none, each with the words that " +
      "it is made from above it and how far it is (draft, reviewed, approved). What is written already stays as it is.",
    "XLIFF 2 is what translation offices work with: --xliff writes it, --from-xliff takes the words back.",
  ],
  options: [
    { name: "xliff", value: "FILE", summary: "write the texts and the words there are as XLIFF 2.0 instead" },
    { name: "from-xliff", value: "FILE", summary: "take the words and their status from an XLIFF 2 file" },
    { ...OUT, summary: "the file of the translation; by default NAME.LANGUAGE.translation.yaml beside the document" },
    QUIET,
    HELP,
  ],
  examples: [
    { says: "begin a Welsh translation, or bring it up to date", line: "translate phq9.instrument.yaml cy" },
    { says: "for the translation office", line: "translate phq9.instrument.yaml cy --xliff phq9.cy.xlf" },
    { says: "take back what they sent", line: "translate phq9.instrument.yaml cy --from-xliff phq9.cy.xlf" },
  ],
  run: async (given, world) => {
    const [file, language, ...more] = given.operands;
    if (file === undefined || language === undefined || more.length > 0)
      return refuse(world, "translate takes a document and a language, such as cy");
    if (!isTag(language)) return refuse(world, `"${language}" is no tag of a language; tags are such as cy, ar or pt-BR`);
    const read = await readSource(file, world);
    if ("wrong" in read) return refuse(world, read.wrong);
    const { document, analysis } = read;
    const sources = textsOf(analysis);
    const from = languageOf(analysis);
    if (language === from) return refuse(world, `the document is in "${language}" itself`);
    const out = given.text("out") ?? translationName(document.file, language);
    const known = readKnown(out, language, document, world);
    if ("wrong" in known) return refuse(world, known.wrong);
    const target = { out, language, from, sources, document, known: known.analysis, text: known.text };
    const [xliff, back] = [given.text("xliff"), given.text("from-xliff")];
    if (xliff !== undefined && back !== undefined) return refuse(world, "--xliff writes and --from-xliff reads: name one of them");
    if (xliff !== undefined) {
      const taken = [document.absolute, out === "-" ? undefined : resolve(world.cwd, out)];
      if (xliff !== "-" && taken.includes(resolve(world.cwd, xliff)))
        return refuse(world, `"${xliff}" is the document or its translation: name another file with --xliff`);
      if (sources.length === 0) return refuse(world, `"${document.file}" has no texts to translate`);
      const rows = completeness(target).rows;
      const about = {
        id: analysis.fields[0] === undefined ? "document" : idOf(analysis),
        file: basename(document.file),
        from,
        to: language,
      };
      const wrong = writeResult(writeXliff(about, rows), xliff, world);
      return wrong === undefined ? EXIT.fine : refuse(world, wrong);
    }
    const taken = back === undefined ? new Map() : await fromXliff(back, target, world);
    if (typeof taken === "number") return taken;
    return update(target, taken, given.flag("quiet"), world);
  },
};

interface Target {
  readonly out: string;
  readonly language: string;
  readonly from: string;
  readonly sources: readonly SourceText[];
  readonly document: ReadDocument;
  /** The translation that is there. */
  readonly known?: Analysis;
  readonly text: string;
}

function update({ out, language, from, sources, document, known, text }: Target, given: Given, quiet: boolean, world: World): number {
  const path = relative(dirname(resolve(world.cwd, out)), document.absolute ?? resolve(world.cwd, document.file)).replaceAll("\\", "/");
  const { newText, said } = known === undefined ? begun(path, language, sources, from, given) : updated(known, text, sources, from, given);
  if (newText !== text || out === "-") {
    const wrong = out === "-" ? writeResult(newText, undefined, world) : writeOutput(out, world.cwd, newText);
    if (wrong !== undefined) return refuse(world, wrong);
  }
  if (!quiet)
    world.err.write(
      `${out === "-" ? "<stdout>" : out}: ${said}; ${completenessInWords(stateOf(newText, document, out, world) ?? completenessOf(sources, { language, texts: [] }))}\n`,
    );
  return EXIT.fine;
}

function begun(
  path: string,
  language: string,
  sources: readonly SourceText[],
  from: string,
  given: Given,
): { newText: string; said: string } {
  return { newText: newTranslation(path, language, sources, from, given), said: "begun" };
}

function updated(
  known: Analysis,
  text: string,
  sources: readonly SourceText[],
  from: string,
  given: Given,
): { newText: string; said: string } {
  const { edits, added, changed, taken } = translationEdits(
    readingOf(known),
    known.fields,
    sources,
    from,
    { text, range: known.range },
    given,
  );
  const placed = edits.map(({ at, newText }) => ({ ...at, newText }));
  // Edits at one place stay in the order in which they were made.
  const ordered = placed.map((edit, index) => ({ ...edit, index })).sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  let newText = "";
  let at = 0;
  for (const edit of ordered) {
    newText += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  const parts = [
    added.length > 0 ? `${added.length} added` : "",
    changed.length > 0 ? `${changed.length} changed in the document since (${changed.map(({ key }) => key).join(", ")})` : "",
    taken.length > 0 ? `${taken.length} taken over` : "",
  ].filter((part) => part !== "");
  return { newText: newText + text.slice(at), said: parts.length === 0 ? "nothing to add" : parts.join(", ") };
}

async function fromXliff(word: string, { sources, language, from }: Target, world: World): Promise<Given | number> {
  const file = word === "-" ? "<stdin>" : word;
  const read = word === "-" ? { bytes: await world.stdin() } : readFile(resolve(world.cwd, word), word);
  if ("failed" in read) return refuse(world, read.failed);
  const decoded = decode(read.bytes);
  if (!("text" in decoded)) return refuse(world, `"${file}": ${decoded.unreadable}`);
  const { readXliff } = await import("../../translation/xliff/readXliff.ts");
  const { given, refused } = readXliff(decoded.text, sources, language, from);
  if (refused.length === 0) return given;
  for (const { line, column, message } of refused.slice(0, MOST_REFUSED)) world.err.write(`${file}:${line}:${column}: ${message}\n`);
  if (refused.length > MOST_REFUSED) world.err.write(`and ${refused.length - MOST_REFUSED} more\n`);
  return refuse(world, `nothing was taken from "${file}"`);
}

const MOST_REFUSED = 20;

function completeness({ known, sources, language }: Target) {
  const state = known && translationState(known.fields, { get: (name) => known.anchor(name) }, known.joined);
  return state ?? completenessOf(sources, { language, texts: [] });
}

function stateOf(text: string, document: ReadDocument, out: string, world: World) {
  const analysis = analyseAt(text, resolve(world.cwd, out), out, document, world);
  return translationState(analysis.fields, { get: (name) => analysis.anchor(name) }, analysis.joined);
}

type Source = { readonly document: ReadDocument; readonly analysis: Analysis } | { readonly wrong: string };

async function readSource(word: string, world: World): Promise<Source> {
  const read = await readOneDocument(word, "a document", world);
  if ("wrong" in read) return read;
  const { document } = read;
  if (document.absolute === undefined) return { wrong: "a translation is written beside its document: name a file" };
  const { analysis } = new Engine(document.text, hostOf(document, world.cwd));
  if (analysis.kind === undefined || analysis.kind === "config")
    return { wrong: `"${document.file}" is no document that can be translated` };
  if (analysis.kind === "translation") return { wrong: `"${document.file}" is a translation itself: name the document that it is of` };
  return { document, analysis };
}

/** The translation that stands at a place already. One of another document, or in another language, is never written over. */
function readKnown(
  out: string,
  language: string,
  document: ReadDocument,
  world: World,
): { readonly analysis?: Analysis; readonly text: string } | { readonly wrong: string } {
  const absolute = resolve(world.cwd, out);
  if (out === "-" || !existsSync(absolute)) return { text: "" };
  const read = readFile(absolute, out);
  if ("failed" in read) return { wrong: read.failed };
  const decoded = decode(read.bytes);
  if (!("text" in decoded)) return { wrong: `"${out}" is there and is no text` };
  const analysis = analyseAt(decoded.text, absolute, out, document, world);
  if (analysis.kind !== "translation") return { wrong: `"${out}" is there and is no translation: name another file with -o` };
  const broken = analysis.problems.find(({ code }) => code === "yaml-syntax" || code === "duplicate-key");
  if (broken !== undefined) return { wrong: `"${out}" has an error and is not touched: ${broken.message}` };
  const [path] = analysis.joined.keys();
  if (path === undefined || resolve(dirname(absolute), path) !== document.absolute)
    return { wrong: `"${out}" is of another document: name another file with -o` };
  const tag = analysis.fields[0]?.value;
  if (tag?.kind !== "scalar" || tag.text !== language) return { wrong: `"${out}" is not in "${language}": name another file with -o` };
  return { analysis, text: decoded.text };
}

function analyseAt(text: string, absolute: string, file: string, { byteOrderMark }: ReadDocument, world: World): Analysis {
  return new Engine(text, hostOf({ file, absolute, text, byteOrderMark, unreadable: undefined }, world.cwd)).analysis;
}

/** `phq9.instrument.yaml` and `cy`: `phq9.cy.translation.yaml`. */
function translationName(file: string, language: string): string {
  const name = basename(file).replace(/(?:\.(?:instrument|delphi|guide|study|library))?\.ya?ml$/, "");
  return join(dirname(file), `${name}.${language}.translation.yaml`).replaceAll("\\", "/");
}

function isTag(word: string): boolean {
  try {
    return new Intl.Locale(word).language !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(word);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function idOf({ fields }: Analysis): string {
  const value = fields[0]?.value;
  return value?.kind === "scalar" && /^[\w.-]+$/.test(value.text) ? value.text : "document";
}

function languageOf(analysis: Analysis): string {
  const value = analysis.fields.find(({ name }) => name === "language")?.value;
  return value?.kind === "scalar" && value.text !== "" ? value.text : "en";
}

function readingOf(analysis: Analysis): Reading {
  return { report: () => undefined, anchor: (name) => analysis.anchor(name) };
}

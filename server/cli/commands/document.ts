import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Sheet } from "../../document/block.ts";
import { renderDocumentHtml } from "../../document/render/html.ts";
import { renderMarkdown } from "../../document/render/markdown.ts";
import { cannotBe, KINDS, type Kind, sheetOf } from "../../document/sheet.ts";
import { viewOf } from "../../features/preview.ts";
import { FORM_LANGUAGES } from "../../language/index.ts";
import { languageTags } from "../../preview/languages.ts";
import type { View } from "../../preview/view.ts";
import { wholeText } from "../../syntax/segmentedText.ts";
import type { Arguments } from "../arguments.ts";
import type { ReadDocument } from "../check/read-documents.ts";
import { type Command, HELP, OUT } from "../command.ts";
import { RATINGS, ratingsFor } from "../delphi/ratings-for.ts";
import { printPdf } from "../document/print-pdf.ts";
import { type TranslationBeside, translationsBeside } from "../document/translations-beside.ts";
import { readFile } from "../files/read-file.ts";
import { writeBytes } from "../files/write-result.ts";
import { suggestion } from "../nearest.ts";
import { type LoadedInstrument, loadInstrument } from "../score/load-instrument.ts";
import { VERSION } from "../version.ts";
import { EXIT, refuse, type World } from "../world.ts";

const FORMATS = ["html", "pdf", "docx", "md"] as const;
type Format = (typeof FORMATS)[number];

export const document: Command = {
  usage: "FILE --as KIND [options]",
  about: [
    "Writes an instrument, a Delphi study, a topic guide or a study as a document to print, to file or to send: the questionnaire on paper, the codebook of its data, how its scores are " +
      "made, or a paragraph for the methods of a paper. Each says which version and which content of the file it was made from.",
    "Of a Delphi study the questionnaire is the form of a round, with feedback where there are --ratings and with the rule of consensus; the codebook has " +
      "its statements, scales, rounds and rule. Of a topic guide the questionnaire is the sheet of the interviewer. The methods of these and of a " +
      "study say what the document states, and nothing else.",
    `The instructions on a form are in its language for ${[...FORM_LANGUAGES.keys()].join(", ")}, and otherwise in English.`,
    "PDF is printed by the Chromium, Chrome or Edge that is on the machine (CHROME_PATH names another one).",
  ],
  options: [
    { name: "as", value: "KIND", choices: KINDS, summary: "which document" },
    { name: "to", value: "FORMAT", choices: FORMATS, summary: "the format; by default the ending of the file that is written, else html" },
    { name: "language", value: "TAG", summary: "the language of the instrument's words" },
    { name: "round", value: "NUMBER", whole: true, summary: "which round of a Delphi study; the first by default" },
    ...RATINGS,
    { name: "codes", summary: "print the codes beside the answers of a questionnaire" },
    OUT,
    { name: "stdin-filename", value: "NAME", summary: "the name of what is read from standard input" },
    HELP,
  ],
  examples: [
    { says: "a questionnaire for paper", line: "document phq9.instrument.yaml --as questionnaire -o phq9.pdf" },
    { says: "the codebook for those who share data", line: "document phq9.instrument.yaml --as codebook -o codebook.docx" },
    { says: "in Welsh", line: "document survey.instrument.yaml --as questionnaire --language cy -o holiadur.pdf" },
  ],
  run: async (given, world) => {
    const [file, ...more] = given.operands;
    if (more.length > 0) return refuse(world, "document takes one document");
    const kind = given.text("as");
    if (!isKind(kind)) return refuse(world, `say which document with --as: ${KINDS.join(", ")}`);
    const out = given.text("out");
    const format = formatOf(given, out);
    const folder = out === undefined ? undefined : folderIn(out, world);
    if (folder !== undefined)
      return refuse(world, `"${out}" is a folder: name the file in it, such as -o ${exampleIn(folder, file, kind, format)}`);
    if (format === undefined) return refuse(world, noFormat(out));
    if (isBinary(format) && (out === undefined || out === "-") && world.out.isTerminal)
      return refuse(world, `a ${format} file is not for the terminal: name a file with -o`);
    const read = await loadInstrument(file, world, given.text("stdin-filename"));
    if ("loaded" in read) return write(read.loaded, read.loaded, kind, format, given, world);
    return isPrinted(read.other) ? write(read.other, undefined, kind, format, given, world) : refuse(world, read.wrong);
  },
};

type Source = Pick<LoadedInstrument, "document" | "analysis">;

const isPrinted = (source: Source | undefined): source is Source =>
  source !== undefined && (source.analysis.delphi ?? source.analysis.guide ?? source.analysis.study) !== undefined;

/** `scored`: an instrument with its scores; undefined for documents of other kinds. */
async function write(
  source: Source,
  scored: LoadedInstrument | undefined,
  kind: Kind,
  format: Format,
  given: Arguments,
  world: World,
): Promise<number> {
  const { analysis, document } = source;
  const out = given.text("out");
  if (out !== undefined && out !== "-" && resolve(world.cwd, out) === document.absolute)
    return refuse(world, `"${out}" is the document itself: name another file with -o`);
  const language = given.text("language");
  const rated = await ratingsFor(analysis, given, world);
  if ("wrong" in rated) return refuse(world, rated.wrong);
  const translations = translationsBeside(document, analysis, world.cwd);
  const { ratings, panellist } = rated;
  const view = viewOf(analysis, { language, translations: translations.map(({ words }) => words), ratings, panellist });
  const known = languageTags(view.instrument);
  if (language !== undefined && !known.includes(language))
    return refuse(world, `the ${scored ? "instrument" : "document"} has no texts in "${language}"${suggestion(language, known)}`);
  const round = roundOf(view, kind, given);
  const wrong = cannotBe(kind, view) ?? (typeof round === "string" ? round : undefined);
  if (wrong !== undefined) return refuse(world, `"${document.file}" ${wrong}`);
  const sheet = sheetOf(kind, {
    view: scored ? { ...view, ranges: rangesOf(scored) } : view,
    compiled: scored?.compiled,
    codes: given.flag("codes"),
    round: typeof round === "number" ? round : undefined,
    provenance: { files: [...filesOf(source, shownIn(translations, language)), ...ratingFiles(given, world)], tool: VERSION },
  });
  for (const remark of sheet.remarks) world.err.write(`${document.file}: ${remark}\n`);
  const ended = await finish(sheet, format, out, world);
  if (ended !== EXIT.fine) return ended;
  const faulty = scored === undefined ? EXIT.fine : reportErrors(scored, kind, world);
  const broken = reportBroken(source, world);
  return rated.errors > 0 ? EXIT.findings : Math.max(faulty, broken);
}

/** What could not be read of a document is not in what is printed of it, and nobody would see that. */
function reportBroken({ document, analysis }: Source, world: World): number {
  const broken = analysis.problems.filter(({ severity, code }) => severity === "error" && UNREAD.has(code));
  const [first] = broken;
  if (first === undefined) return EXIT.fine;
  const more = broken.length === 1 ? "" : `, and ${broken.length - 1} more like it`;
  world.err.write(
    `${document.file}: a part cannot be read and is not in what was written: ${first.message}${more}; see scalewright check\n`,
  );
  return EXIT.findings;
}

/** Findings on the form of a document: what stands there is passed over. */
const UNREAD: ReadonlySet<string> = new Set([
  "yaml-syntax",
  "duplicate-key",
  "unknown-key",
  "unknown-value",
  "wrong-type",
  "formula-syntax",
  "truncated-flow-value",
]);

const shownIn = (translations: readonly TranslationBeside[], language: string | undefined) =>
  translations.filter(({ words }) => words.language === language);

/** The ratings that a document shows stand beside the study that it was made from. */
function ratingFiles(given: Arguments, { cwd }: World) {
  return ["ratings", "panel"].flatMap((name) => {
    const file = given.text(name);
    const read = file === undefined || file === "-" ? undefined : readFile(resolve(cwd, file), file);
    if (file === undefined || read === undefined || "failed" in read) return [];
    return [{ file: basename(file), sha256: createHash("sha256").update(read.bytes).digest("hex") }];
  });
}

/** The round that is asked for; a text says why there is none. */
function roundOf({ delphi }: View, kind: Kind, given: Arguments): number | string | undefined {
  const number = given.whole("round");
  if (number === undefined) return undefined;
  if (delphi === undefined || kind !== "questionnaire") return "has no rounds to choose from: --round is for the form of a Delphi study";
  const rounds = delphi.rounds.map((one) => one.number);
  return rounds.includes(number) ? number : `has no round ${number}; it has ${rounds.length === 0 ? "none" : rounds.join(", ")}`;
}

async function finish(sheet: Sheet, format: Format, out: string | undefined, world: World): Promise<number> {
  const made = await rendered(sheet, format, world);
  if ("wrong" in made) return refuse(world, made.wrong);
  const wrong = writeBytes(made.bytes, out, world);
  return wrong === undefined ? EXIT.fine : refuse(world, wrong);
}

function hashed(file: string, { text, byteOrderMark }: Pick<ReadDocument, "text" | "byteOrderMark">) {
  return {
    file,
    sha256: createHash("sha256")
      .update(`${byteOrderMark ? "\u{feff}" : ""}${text}`)
      .digest("hex"),
  };
}

function isKind(word: string | undefined): word is Kind {
  return KINDS.some((kind) => kind === word);
}

function formatOf(given: Arguments, out: string | undefined): Format | undefined {
  const ending = out === undefined || out === "-" ? "html" : out.slice(out.lastIndexOf(".") + 1).toLowerCase();
  const wanted = given.text("to") ?? ending;
  return FORMATS.find((format) => format === wanted);
}

function noFormat(out: string | undefined): string {
  const endings = FORMATS.map((format) => `.${format}`).join(", ");
  return `the name "${out}" does not say the format: end it in one of ${endings}, or add --to`;
}

/** The folder that an output names by mistake, as it is to be written before the name of a file. */
function folderIn(out: string, { cwd }: World): string | undefined {
  return /[/\\]$/.test(out) || isFolder(resolve(cwd, out)) ? out.replace(/[/\\]+$/, "") : undefined;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // What is not there, or cannot be looked at, is told when it is written.
    return false;
  }
}

function exampleIn(folder: string, file: string | undefined, kind: Kind, format: Format = "html"): string {
  const name = file === undefined || file === "-" ? "document" : basename(file).replace(/\.[^.]+\.ya?ml$|\.[^.]+$/, "");
  return `${folder}/${name}.${kind}.${format}`;
}

const isBinary = (format: Format): boolean => format === "pdf" || format === "docx";

async function rendered(
  sheet: Sheet,
  format: Format,
  world: World,
): Promise<{ readonly bytes: string | Uint8Array } | { readonly wrong: string }> {
  switch (format) {
    case "html":
      return { bytes: htmlOf(sheet) };
    case "md":
      return { bytes: renderMarkdown(sheet) };
    case "docx": {
      // The writer of Word files is large, and is loaded only for them.
      const { renderDocx } = await import("../../document/render/docx.ts");
      return { bytes: await renderDocx(sheet) };
    }
    case "pdf":
      return printPdf(htmlOf(sheet), world);
  }
}

function htmlOf(sheet: Sheet): string {
  return renderDocumentHtml(sheet, (text) => createHash("sha256").update(text).digest("base64"));
}

function rangesOf({ compiled, rangeOf }: LoadedInstrument) {
  return new Map(
    compiled.instrument.scores.ids().flatMap((id) => {
      const range = rangeOf(id);
      return range === undefined ? [] : [[id, range] as const];
    }),
  );
}

/** The document, the libraries and other documents that it uses, and the translation that is shown. */
function filesOf({ document, analysis }: Source, translations: readonly TranslationBeside[]) {
  return [
    hashed(basename(document.file), document),
    ...[...analysis.libraries.map(({ path, analysis: library }) => [path, library] as const), ...analysis.joined].map(([path, other]) =>
      hashed(path, { text: wholeText(other.text), byteOrderMark: false }),
    ),
    ...translations.map(({ file, text }) => hashed(file, { text, byteOrderMark: false })),
  ];
}

/** A document of scores that have errors says so before anyone files it. */
function reportErrors({ document, errors, compiled }: LoadedInstrument, kind: Kind, world: World): number {
  if (kind === "questionnaire") return EXIT.fine;
  const faulty = new Set([...errors.keys(), ...compiled.faulty.keys()]);
  for (const id of faulty) {
    const why = errors.get(id)?.[0]?.message ?? compiled.faulty.get(id) ?? "";
    world.err.write(`${document.file}: the score "${id}" has an error, and what the document says of it is not to be relied on: ${why}\n`);
  }
  return faulty.size > 0 ? EXIT.findings : EXIT.fine;
}

import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Analysis } from "../../analysis/analysis.ts";
import type { Sheet } from "../../document/block.ts";
import { panellistForm } from "../../document/panellistForm.ts";
import { renderDocumentHtml } from "../../document/render/html.ts";
import { renderMarkdown } from "../../document/render/markdown.ts";
import { KINDS, type Kind, plainSheet, sheetOf } from "../../document/sheet.ts";
import { topicGuide } from "../../document/topicGuide.ts";
import { viewOf } from "../../features/preview.ts";
import { languageTags } from "../../preview/languages.ts";
import type { Arguments } from "../arguments.ts";
import type { ReadDocument } from "../check/read-documents.ts";
import { type Command, HELP, OUT } from "../command.ts";
import { printPdf } from "../document/print-pdf.ts";
import { type TranslationBeside, translationsBeside } from "../document/translations-beside.ts";
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
    "Writes an instrument as a document to print, to file or to send: the questionnaire on paper, the codebook of its data, how its scores are " +
      "made, or a paragraph for the methods of a paper. Each says which version and which content of the file it was made from.",
    "Of a Delphi study the questionnaire is the form of a round, of a topic guide the sheet of the interviewer.",
    "PDF is printed by the Chromium, Chrome or Edge that is on the machine (CHROME_PATH names another one).",
  ],
  options: [
    { name: "as", value: "KIND", choices: KINDS, summary: "which document" },
    { name: "to", value: "FORMAT", choices: FORMATS, summary: "the format; by default the ending of the file that is written, else html" },
    { name: "language", value: "TAG", summary: "the language of the instrument's words" },
    { name: "round", value: "NUMBER", whole: true, summary: "which round of a Delphi study; the first by default" },
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
    if (more.length > 0) return refuse(world, "document takes one instrument");
    const kind = given.text("as");
    if (!isKind(kind)) return refuse(world, `say which document with --as: ${KINDS.join(", ")}`);
    const out = given.text("out");
    const format = formatOf(given, out);
    if (format === undefined) return refuse(world, `say the format with --to: ${FORMATS.join(", ")}`);
    if (isBinary(format) && (out === undefined || out === "-") && world.out.isTerminal)
      return refuse(world, `a ${format} file is not for the terminal: name a file with -o`);
    const read = await loadInstrument(file, world, given.text("stdin-filename"));
    if ("wrong" in read) {
      const other = read.other === undefined ? undefined : otherSheet(read.other, kind, given);
      if (other === undefined) return refuse(world, read.wrong);
      if ("wrong" in other) return refuse(world, other.wrong);
      return finish(other.sheet, format, out, world);
    }
    const { loaded } = read;
    const language = given.text("language");
    const translations = translationsBeside(loaded.document, loaded.analysis, world.cwd);
    const view = viewOf(loaded.analysis, { language, translations: translations.map(({ words }) => words) });
    const known = languageTags(view.instrument);
    if (language !== undefined && !known.includes(language))
      return refuse(world, `the instrument has no texts in "${language}"${suggestion(language, known)}`);
    const sheet = sheetOf(kind, {
      view: { ...view, ranges: rangesOf(loaded) },
      compiled: loaded.compiled,
      codes: given.flag("codes"),
      provenance: {
        files: filesOf(
          loaded,
          translations.filter(({ words }) => words.language === language),
        ),
        tool: VERSION,
      },
    });
    const ended = await finish(sheet, format, out, world);
    return ended === EXIT.fine ? reportErrors(loaded, kind, world) : ended;
  },
};

async function finish(sheet: Sheet, format: Format, out: string | undefined, world: World): Promise<number> {
  const made = await write(sheet, format, world);
  if ("wrong" in made) return refuse(world, made.wrong);
  const wrong = writeBytes(made.bytes, out, world);
  return wrong === undefined ? EXIT.fine : refuse(world, wrong);
}

/** Of a Delphi study the form of a round, of a topic guide the sheet of the interviewer; of other kinds there is nothing for paper. */
function otherSheet(
  { document, analysis }: { readonly document: ReadDocument; readonly analysis: Analysis },
  kind: Kind,
  given: Arguments,
): { readonly sheet: Sheet } | { readonly wrong: string } | undefined {
  const { delphi, guide } = analysis;
  if (delphi === undefined && guide === undefined) return undefined;
  if (kind !== "questionnaire")
    return { wrong: `of a ${delphi === undefined ? "topic guide" : "Delphi study"} there is only --as questionnaire, not "${kind}"` };
  const language = given.text("language");
  const known = languageTags(analysis.instrument);
  if (language !== undefined && !known.includes(language))
    return { wrong: `the document has no texts in "${language}"${suggestion(language, known)}` };
  const provenance = { files: [hashed(basename(document.file), document)], tool: VERSION };
  if (delphi !== undefined) {
    const number = given.whole("round") ?? delphi.rounds[0]?.number;
    const round = delphi.rounds.find((one) => one.number === number);
    if (round === undefined)
      return { wrong: `there is no round ${number ?? 1}; the study has ${delphi.rounds.map((one) => one.number).join(", ")}` };
    return { sheet: plainSheet(delphi, panellistForm(delphi, round, language, given.flag("codes")), provenance, language) };
  }
  return guide && { sheet: plainSheet(guide, topicGuide(guide, analysis.instrument, language), provenance, language) };
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

const isBinary = (format: Format): boolean => format === "pdf" || format === "docx";

async function write(
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

/** The instrument, the libraries that it uses, and the translation that is shown. */
function filesOf({ document, analysis }: LoadedInstrument, translations: readonly TranslationBeside[]) {
  return [
    hashed(basename(document.file), document),
    ...analysis.libraries.map((library) =>
      hashed(library.path, { text: library.analysis.text.segments.map((segment) => segment.text).join(""), byteOrderMark: false }),
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

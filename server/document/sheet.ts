import { FORM_LANGUAGES } from "../language/index.ts";
import { languageOf } from "../language/language.ts";
import type { Metadata } from "../model/instrument.ts";
import type { View } from "../preview/view.ts";
import type { CompiledInstrument } from "../scoring/pipeline.ts";
import type { Block, Sheet } from "./block.ts";
import { codebook } from "./codebook.ts";
import { delphiCodebook } from "./delphi/codebook.ts";
import { delphiMethods } from "./delphi/methods.ts";
import { panellistForm } from "./delphi/panellistForm.ts";
import { guideMethods } from "./guide/methods.ts";
import { topicGuide } from "./guide/topicGuide.ts";
import { methods } from "./methods.ts";
import { type PrintedPhrases, printedPhrases } from "./printedPhrases.ts";
import { type Pages, questionnaire } from "./questionnaire.ts";
import { scoringAppendix } from "./scoringAppendix.ts";
import { studyMethods } from "./study/methods.ts";

export const KINDS = ["questionnaire", "codebook", "scoring-appendix", "methods"] as const;
export type Kind = (typeof KINDS)[number];

/** What a document is made from, and with what. */
export interface Making {
  readonly view: View;
  /** Needed for the scoring of an instrument alone. */
  readonly compiled?: CompiledInstrument;
  /** Whether codes stand beside the answers of a questionnaire. */
  readonly codes: boolean;
  /** The round of a Delphi study; the first where none is named. */
  readonly round?: number;
  readonly provenance: Provenance;
}

/** The files that a document rests on, the instrument's own first, each with the SHA-256 of its text. */
export interface Provenance {
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
  /** The version of this program. */
  readonly tool: string;
}

/** What can be made of a document: a Delphi study and a topic guide have no scores, and of a study that joins others only the whole is told. */
export function kindsOf({ delphi, guide, study }: Pick<View, "delphi" | "guide" | "study">): readonly Kind[] {
  if (delphi !== undefined) return ["questionnaire", "codebook", "methods"];
  if (guide !== undefined) return ["questionnaire", "methods"];
  return study === undefined ? KINDS : ["methods"];
}

/** Why a kind cannot be made of a document, as the end of a message; undefined where it can. */
export function cannotBe(kind: Kind, view: View): string | undefined {
  const known = kindsOf(view);
  if (known.includes(kind)) return undefined;
  const { delphi, guide, study } = view;
  const what = delphi !== undefined ? "a Delphi study" : guide !== undefined ? "a topic guide" : "a study";
  const why = kind === "scoring-appendix" ? "has no scores" : `has no ${kind} of its own`;
  const other = study === undefined ? "" : "; name one of its documents for that";
  return `is ${what} and ${why}; it has ${known.map((one) => `--as ${one}`).join(", ")}${other}`;
}

/** A document of an instrument or another kind. What participants read is in their language, the rest is in English with the document's words in it. */
export function sheetOf(kind: Kind, making: Making): Sheet {
  const { view, provenance } = making;
  const { id, metadata } = view.instrument;
  const language = view.language ?? metadata.language ?? "en";
  const title = metadata.title?.languages.get(language) ?? metadata.title?.own ?? id;
  const isForm = kind === "questionnaire";
  const phrases = printedPhrases(isForm ? language : "en");
  const { blocks, remarks } = pagesOf(kind, making, phrases);
  return {
    title: isForm ? title : `${TITLES[kind]}: ${title}`,
    language: languageOf(isForm ? language : "en"),
    ...stampOf(id, metadata, provenance, phrases),
    blocks,
    remarks: [...(phrases.isForeign ? [unknownLanguage(language)] : []), ...remarks],
  };
}

const TITLES = { codebook: "Codebook", "scoring-appendix": "Scoring", methods: "Methods" } as const;

function unknownLanguage(tag: string): string {
  return `the instructions on the form are in English: there are none in "${tag}", only in ${[...FORM_LANGUAGES.keys()].join(", ")}`;
}

function pagesOf(kind: Kind, making: Making, phrases: PrintedPhrases): Pages {
  const { view, compiled, codes, provenance } = making;
  const { delphi, guide, study } = view;
  const only = (blocks: readonly Block[]): Pages => ({ blocks, remarks: [] });
  if (delphi !== undefined) {
    if (kind === "codebook") return only(delphiCodebook(view, delphi));
    return kind === "methods" ? only(delphiMethods(view, delphi, provenance.tool)) : panellistForm(view, delphi, making.round, codes);
  }
  if (guide !== undefined) return only(kind === "methods" ? guideMethods(view, guide) : topicGuide(view, guide, phrases));
  if (study !== undefined) return only(studyMethods(view, study));
  switch (kind) {
    case "questionnaire":
      return questionnaire(view, codes);
    case "codebook":
      return only(codebook(view));
    case "scoring-appendix":
      return only(compiled === undefined ? [] : scoringAppendix(view, compiled));
    case "methods":
      return only(methods(view, provenance.tool));
  }
}

/** The version, and the content by its hash: with it anyone can tell whether a file at hand is the one that was printed from. */
function stampOf(
  name: string,
  { version }: Metadata,
  { files, tool }: Provenance,
  phrases: PrintedPhrases,
): Pick<Sheet, "stamp" | "origin" | "stampLanguage"> {
  const named = version === undefined ? phrases.text("noVersion", { name }) : phrases.text("version", { name, version });
  return {
    stamp: `${named}, SHA-256 ${files.map(({ sha256 }) => sha256.slice(0, 16)).join(" ")}`,
    origin: [phrases.text("madeWith", { named, tool }), ...files.map(({ file, sha256 }) => phrases.text("ofFile", { file, hash: sha256 }))],
    stampLanguage: phrases.language,
  };
}

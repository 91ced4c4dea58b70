import type { Metadata } from "../model/instrument.ts";
import { languageOf } from "../preview/language.ts";
import type { View } from "../preview/view.ts";
import type { CompiledInstrument } from "../scoring/pipeline.ts";
import type { Block, Sheet } from "./block.ts";
import { codebook } from "./codebook.ts";
import { methods } from "./methods.ts";
import { questionnaire } from "./questionnaire.ts";
import { scoringAppendix } from "./scoringAppendix.ts";

export const KINDS = ["questionnaire", "codebook", "scoring-appendix", "methods"] as const;
export type Kind = (typeof KINDS)[number];

/** What a document is made from, and with what. */
export interface Making {
  readonly view: View;
  readonly compiled: CompiledInstrument;
  /** Whether codes stand beside the answers of a questionnaire. */
  readonly codes: boolean;
  readonly provenance: Provenance;
}

/** The files that a document rests on, the instrument's own first, each with the SHA-256 of its text. */
export interface Provenance {
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
  /** The version of this program. */
  readonly tool: string;
}

/** A document of an instrument. What participants read is in their language, the others are in English with the instrument's words in it. */
export function sheetOf(kind: Kind, making: Making): Sheet {
  const { view, provenance } = making;
  const { id, metadata } = view.instrument;
  const language = view.language ?? metadata.language ?? "en";
  const title = metadata.title?.languages.get(language) ?? metadata.title?.own ?? id;
  return {
    title: kind === "questionnaire" ? title : `${TITLES[kind]}: ${title}`,
    language: languageOf(kind === "questionnaire" ? language : "en"),
    ...stampOf(id, metadata, provenance),
    blocks: blocksOf(kind, making),
  };
}

const TITLES = { codebook: "Codebook", "scoring-appendix": "Scoring", methods: "Methods" } as const;

function blocksOf(kind: Kind, { view, compiled, codes, provenance }: Making): readonly Block[] {
  switch (kind) {
    case "questionnaire":
      return questionnaire(view, codes);
    case "codebook":
      return codebook(view);
    case "scoring-appendix":
      return scoringAppendix(view, compiled);
    case "methods":
      return methods(view, provenance.tool);
  }
}

/** A sheet of another kind of document: the form of a Delphi round, a topic guide. */
export function plainSheet(
  { id, metadata }: { readonly id: string; readonly metadata: Metadata },
  blocks: readonly Block[],
  provenance: Provenance,
  wanted: string | undefined,
): Sheet {
  const language = wanted ?? metadata.language ?? "en";
  const title = metadata.title?.languages.get(language) ?? metadata.title?.own ?? id;
  return { title, language: languageOf(language), ...stampOf(id, metadata, provenance), blocks };
}

/** The version, and the content by its hash: with it anyone can tell whether a file at hand is the one that was printed from. */
export function stampOf(id: string, { version }: Metadata, { files, tool }: Provenance): Pick<Sheet, "stamp" | "origin"> {
  const named = `${id}, ${version === undefined ? "no version" : `version ${version}`}`;
  return {
    stamp: `${named}, SHA-256 ${files.map(({ sha256 }) => sha256.slice(0, 16)).join(" ")}`,
    origin: [`${named}. Made with Scalewright ${tool} from:`, ...files.map(({ file, sha256 }) => `${file}, SHA-256 of its text ${sha256}`)],
  };
}

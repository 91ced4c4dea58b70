import { dirname, resolve } from "node:path";
import type { Analysis } from "../../analysis/analysis.ts";
import { Engine } from "../../analysis/engine.ts";
import { readInstrument } from "../../analysis/readInstrument.ts";
import type { Instrument, LookupTable } from "../../model/instrument.ts";
import type { Problem } from "../../problem.ts";
import { type Lookup, normLookup } from "../../scoring/norms.ts";
import { type CompiledInstrument, compileInstrument, type ScoringOptions } from "../../scoring/pipeline.ts";
import { instrumentGraph, type PossibleRange, possibleRange } from "../../scoring/range.ts";
import { hostOf, type ReadDocument } from "../check/read-documents.ts";
import { readOneDocument } from "../check/read-one-document.ts";
import { readCsv } from "../data/read-csv.ts";
import { readFile } from "../files/read-file.ts";
import type { World } from "../world.ts";
import { scoresWithErrors } from "./scores-with-errors.ts";

/** An instrument ready to be scored. */
export interface LoadedInstrument {
  readonly document: ReadDocument;
  readonly analysis: Analysis;
  readonly compiled: CompiledInstrument;
  readonly scoring: ScoringOptions;
  /** The proved range of a score. */
  readonly rangeOf: (score: string) => PossibleRange | undefined;
  /** Scores that have an error of their own or rest on one, with the errors. */
  readonly errors: ReadonlyMap<string, readonly Problem[]>;
}

export type Loaded =
  | { readonly loaded: LoadedInstrument }
  /** `other`: what was read where it is a document of another kind. */
  | { readonly wrong: string; readonly other?: Pick<LoadedInstrument, "document" | "analysis"> };

/** Reads one instrument for a command that needs one. */
export async function loadInstrument(word: string | undefined, world: World, stdinName?: string): Promise<Loaded> {
  const read = await readOneDocument(word, "an instrument", world, stdinName);
  if ("wrong" in read) return read;
  const { document } = read;
  return loadDocument(document, world.cwd);
}

/** Analyses and compiles an instrument that was read. */
export function loadDocument(document: ReadDocument, cwd: string): Loaded {
  const { analysis } = new Engine(document.text, hostOf(document, cwd));
  if (analysis.kind !== "instrument") {
    const wrong = `"${document.file}" is not an instrument${analysis.kind === undefined ? "" : ` but a ${analysis.kind}`}`;
    return { wrong, other: { document, analysis } };
  }
  return { loaded: { document, analysis, ...compile(analysis.instrument, document, cwd), errors: scoresWithErrors(analysis) } };
}

/** What scoring alone needs of an instrument. */
export type Scorable = Pick<LoadedInstrument, "compiled" | "scoring" | "rangeOf">;

/** Compiles an instrument that was analysed already, in another thread. */
export function loadChecked(document: ReadDocument, cwd: string): Scorable {
  return compile(readInstrument(document.text, hostOf(document, cwd)), document, cwd);
}

function compile(instrument: Instrument, document: ReadDocument, cwd: string): Scorable {
  const norms: ScoringOptions["norms"] = (table) => normsOf(table, document, cwd);
  const rangeOf = rangesOf(instrument, norms);
  const scoring: ScoringOptions = {
    norms,
    rangeOfScore: (id) => {
      const range = rangeOf(id);
      return range && { low: range.min, high: range.max, attainable: range.attainable };
    },
  };
  return { compiled: compileInstrument(instrument, scoring), scoring, rangeOf };
}

/** Ranges are proved with the tables of norms that stand in files, which the analysis of a document alone does not read. */
function rangesOf(instrument: Instrument, norms: ScoringOptions["norms"]): (score: string) => PossibleRange | undefined {
  const graph = instrumentGraph(instrument, { norms });
  const known = new Map<string, PossibleRange | undefined>();
  return (score) => {
    if (!known.has(score)) known.set(score, possibleRange(instrument, score, graph));
    return known.get(score);
  };
}

/** A table of norms in a CSV file beside the instrument; what is wrong with it is a finding of `check`. */
function normsOf(table: LookupTable, document: ReadDocument, cwd: string): Lookup | undefined {
  if (table.file === undefined) return undefined;
  const read = readFile(resolve(dirname(document.absolute ?? resolve(cwd, "stdin")), table.file), table.file);
  if ("failed" in read) return undefined;
  const csv = readCsv(read.bytes);
  if ("wrong" in csv) return undefined;
  const lookup = normLookup(table, csv.csv);
  return "problem" in lookup ? undefined : lookup;
}

import { dirname, resolve } from "node:path";
import { Engine } from "../../analysis/engine.ts";
import type { Study } from "../../model/study.ts";
import type { Problem } from "../../problem.ts";
import { hostOf, type ReadDocument } from "../check/read-documents.ts";
import { readOneDocument } from "../check/read-one-document.ts";
import { printConcise } from "../print/concise.ts";
import { makeReport } from "../print/report.ts";
import { type LoadedInstrument, loadInstrument } from "../score/load-instrument.ts";
import type { World } from "../world.ts";

/** A study that joins documents, with its findings. */
export interface LoadedJoined {
  readonly document: ReadDocument;
  readonly study: Study;
  readonly problems: readonly Problem[];
}

export async function loadJoined(
  word: string | undefined,
  world: World,
): Promise<{ readonly loaded: LoadedJoined } | { readonly wrong: string }> {
  const read = await readOneDocument(word, "a study", world);
  if ("wrong" in read) return read;
  const { document } = read;
  const { analysis } = new Engine(document.text, hostOf(document, world.cwd));
  if (!analysis.study) {
    const kind = analysis.kind === undefined ? "" : ` but ${analysis.kind === "instrument" ? "an" : "a"} ${analysis.kind}`;
    return { wrong: `"${document.file}" is not a study that joins documents${kind}` };
  }
  return { loaded: { document, study: analysis.study, problems: analysis.problems } };
}

/** The instrument of a document of the study, ready to be scored. */
export async function loadSurvey(
  { document, study }: LoadedJoined,
  name: string | undefined,
  world: World,
): Promise<{ readonly loaded: LoadedInstrument } | { readonly wrong: string }> {
  const found = name === undefined ? undefined : study.documents.get(name);
  if (!found) return { wrong: `the study has no document${name === undefined ? " for it" : ` "${name}"`}` };
  return loadInstrument(resolve(dirname(document.absolute ?? resolve(world.cwd, "stdin")), found.path), world);
}

/** The errors of the study, which must be mended before people are chosen or data leave by it. */
export function showJoinedErrors({ document, problems }: LoadedJoined, world: World): number {
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) world.err.write(printConcise(makeReport([{ file: document.file, text: document.text, problems: errors }])));
  return errors.length;
}

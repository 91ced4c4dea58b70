import { dirname, resolve } from "node:path";
import { Engine } from "../../analysis/engine.ts";
import type { Study } from "../../model/study.ts";
import type { Problem } from "../../problem.ts";
import { hostOf, type ReadDocument, readDocuments } from "../check/read-documents.ts";
import { discover } from "../files/discover.ts";
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
  if (word === undefined) return { wrong: "the file of a study is missing" };
  const found = discover([word], world.cwd);
  const [missing] = found.missing;
  if (missing !== undefined) return { wrong: missing };
  if (found.files.length !== 1) return { wrong: `"${word}" stands for ${found.files.length} documents; name one` };
  const read = await readDocuments(found.files, world, undefined);
  const [document] = read.documents;
  if (document === undefined) return { wrong: read.failed[0] ?? `cannot read "${word}"` };
  if (document.unreadable !== undefined) return { wrong: `${document.file}: ${document.unreadable.code}: ${document.unreadable.message}` };
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

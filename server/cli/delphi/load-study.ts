import { Engine } from "../../analysis/engine.ts";
import type { Delphi } from "../../model/delphi.ts";
import type { Problem, Range } from "../../problem.ts";
import type { Place } from "../../syntax/place.ts";
import { hostOf, type ReadDocument, readDocuments } from "../check/read-documents.ts";
import { discover } from "../files/discover.ts";
import type { World } from "../world.ts";

/** A Delphi study that was read, with its findings. */
export interface LoadedStudy {
  readonly document: ReadDocument;
  readonly study: Delphi;
  readonly problems: readonly Problem[];
  /** Offsets of a place in the text. */
  readonly range: (place: Place) => Range;
}

export async function loadStudy(
  word: string | undefined,
  world: World,
): Promise<{ readonly loaded: LoadedStudy } | { readonly wrong: string }> {
  if (word === undefined) return { wrong: "the file of a Delphi study is missing" };
  const found = discover([word], world.cwd);
  const [missing] = found.missing;
  if (missing !== undefined) return { wrong: missing };
  if (found.files.length !== 1) return { wrong: `"${word}" stands for ${found.files.length} documents; name one` };
  const read = await readDocuments(found.files, world, undefined);
  const [document] = read.documents;
  if (document === undefined) return { wrong: read.failed[0] ?? `cannot read "${word}"` };
  if (document.unreadable !== undefined) return { wrong: `${document.file}: ${document.unreadable.code}: ${document.unreadable.message}` };
  const { analysis } = new Engine(document.text, hostOf(document, world.cwd));
  if (!analysis.delphi)
    return {
      wrong: `"${document.file}" is not a Delphi study${analysis.kind === undefined ? "" : ` but ${analysis.kind === "instrument" ? "an" : "a"} ${analysis.kind}`}`,
    };
  return { loaded: { document, study: analysis.delphi, problems: analysis.problems, range: analysis.range } };
}

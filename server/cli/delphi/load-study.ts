import { Engine } from "../../analysis/engine.ts";
import type { Delphi } from "../../model/delphi.ts";
import type { Problem, Range } from "../../problem.ts";
import type { Place } from "../../syntax/place.ts";
import { hostOf, type ReadDocument } from "../check/read-documents.ts";
import { readOneDocument } from "../check/read-one-document.ts";
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
  const read = await readOneDocument(word, "a Delphi study", world);
  if ("wrong" in read) return read;
  const { document } = read;
  const { analysis } = new Engine(document.text, hostOf(document, world.cwd));
  if (!analysis.delphi)
    return {
      wrong: `"${document.file}" is not a Delphi study${analysis.kind === undefined ? "" : ` but ${analysis.kind === "instrument" ? "an" : "a"} ${analysis.kind}`}`,
    };
  return { loaded: { document, study: analysis.delphi, problems: analysis.problems, range: analysis.range } };
}

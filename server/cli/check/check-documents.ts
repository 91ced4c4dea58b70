import { Engine } from "../../analysis/engine.ts";
import type { Problem } from "../../problem.ts";
import type { CheckedFile } from "../print/report.ts";
import type { World } from "../world.ts";
import { hostOf, type ReadDocument, shownBeside } from "./read-documents.ts";

/** The findings of one document. */
export function checkDocument(document: ReadDocument, text: string, cwd: World["cwd"]): readonly Problem[] {
  if (document.unreadable !== undefined) return [document.unreadable];
  return new Engine(text, hostOf(document, cwd)).analysis.problems;
}

/** A document with those of its findings that are wanted, other files named as they are shown. */
export function checkedFile(document: ReadDocument, cwd: World["cwd"], wanted: (code: string) => boolean): CheckedFile {
  const problems = checkDocument(document, document.text, cwd)
    .filter((problem) => wanted(problem.code))
    .map((problem) => ({
      ...problem,
      related: problem.related.map((place) =>
        place.file === undefined ? place : { ...place, file: shownBeside(document.file, place.file) },
      ),
    }));
  return { file: document.file, text: document.text, problems };
}

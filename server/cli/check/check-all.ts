import type { Problem } from "../../problem.ts";
import type { CheckedFile } from "../print/report.ts";
import type { World } from "../world.ts";
import type { Cache } from "./cache.ts";
import { type ReadDocument, shownBeside } from "./read-documents.ts";

/** The findings of all documents that are wanted. The checker is loaded only where some document is not known from the cache. */
export async function checkAll(
  documents: readonly ReadDocument[],
  cwd: World["cwd"],
  wanted: (code: string) => boolean,
  cache: Cache | undefined,
): Promise<readonly CheckedFile[]> {
  const checked: CheckedFile[] = [];
  for (const document of documents) {
    const problems = cache?.get(document) ?? (await checkOne(document, cwd, cache));
    checked.push({ file: document.file, text: document.text, problems: problems.filter(({ code }) => wanted(code)).map(shown(document)) });
  }
  cache?.save();
  return checked;
}

async function checkOne(document: ReadDocument, cwd: World["cwd"], cache: Cache | undefined): Promise<readonly Problem[]> {
  const { checkDocument } = await import("./check-documents.ts");
  const read = new Map<string, string | undefined>();
  const problems = checkDocument(document, document.text, cwd, cache && ((path, text) => read.set(path, text)));
  cache?.set(document, problems, read);
  return problems;
}

/** Names other files as they are shown. */
function shown(document: ReadDocument): (problem: Problem) => Problem {
  return (problem) => ({
    ...problem,
    related: problem.related.map((place) =>
      place.file === undefined ? place : { ...place, file: shownBeside(document.file, place.file) },
    ),
  });
}

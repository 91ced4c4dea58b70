import type { Problem } from "../../problem.ts";
import type { CheckedFile } from "../print/report.ts";
import type { World } from "../world.ts";
import type { Cache } from "./cache.ts";
import type { Checked } from "./check-documents.ts";
import { keepHeapSmall } from "./keep-heap-small.ts";
import { Beside, type ReadDocument, shownBeside } from "./read-documents.ts";

/** Findings that are looked for beside those of the check itself. */
export type FindMore = (document: ReadDocument) => Checked;

/** The findings of all documents that are wanted. The checker is loaded only where some document is not known from the cache. */
export async function checkAll(
  documents: readonly ReadDocument[],
  cwd: World["cwd"],
  wanted: (code: string) => boolean,
  cache: Cache | undefined,
  findMore?: FindMore,
): Promise<readonly CheckedFile[]> {
  const checked: CheckedFile[] = [];
  const beside = new Beside();
  const keepSmall = keepHeapSmall(documents.length);
  for (const document of documents) {
    keepSmall();
    const found = cache?.get(document) ?? (await checkOne(document, cwd, cache, beside));
    const more = document.isSettings ? undefined : findMore?.(document);
    const silenced = [...found.silenced, ...(more?.silenced ?? [])].filter(({ problem }) => wanted(problem.code));
    const problems = [...found.problems, ...(more?.problems ?? [])].filter(({ code }) => wanted(code)).map(shown(document));
    if (document.isSettings && problems.length === 0) continue;
    checked.push({
      file: document.file,
      text: document.text,
      problems,
      silenced: silenced.map(({ problem, reason }) => ({ problem: shown(document)(problem), by: "comment" as const, reason })),
    });
  }
  cache?.save();
  return checked;
}

async function checkOne(document: ReadDocument, cwd: World["cwd"], cache: Cache | undefined, beside: Beside): Promise<Checked> {
  const { checkDocument } = await import("./check-documents.ts");
  const read = new Map<string, string | undefined>();
  const checked = checkDocument(document, document.text, cwd, cache && ((path, text) => read.set(path, text)), beside);
  cache?.set(document, checked, read);
  return checked;
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

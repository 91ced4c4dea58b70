import type { Person } from "../../scoring/person.ts";
import { csvRow } from "../data/csv-write.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import { progressOf } from "./progress.ts";
import { rowsOf } from "./rows.ts";
import type { Job, WriteRows, WrittenRows } from "./score-file.ts";

/** Something that is collected over all people beside the scores. */
export interface Extra {
  add(person: Person): void;
  finish(): string | undefined;
}

/** So many characters are put together before they are written. */
const PENDING = 1 << 16;

/** Scores a file person by person, for what is said about groups and samples. */
export async function writePeople(job: Job, write: WriteRows): Promise<WrittenRows> {
  const { batch, data, findings, given } = job;
  const extras = await extrasOf(job);
  const ids = job.id === undefined ? undefined : duplicateIds(job.id.column, findings);
  const progress = progressOf(data.size, job.world, given.flag("quiet"));
  let rows = 0;
  let pending = "";
  for (const { cells, line } of rowsOf(data.stream, findings.add)) {
    rows++;
    ids?.(cells[job.id?.at ?? 0] ?? "", line);
    const person = batch.person(cells, (finding) => findings.add({ ...finding, line }));
    for (const extra of extras) extra.add(person);
    const own = batch.outputs.map(({ score, cell }) => {
      const result = person.result(score);
      return result === undefined ? "" : cell(result);
    });
    pending += csvRow([...batch.kept.map((at) => cells[at] ?? ""), ...own]);
    if (pending.length < PENDING) continue;
    const wrong = write(pending);
    if (wrong !== undefined) return { wrong };
    pending = "";
    progress.show(rows);
  }
  progress.end();
  const wrong = write(pending);
  if (wrong !== undefined) return { wrong };
  for (const extra of extras) {
    const wrong = extra.finish();
    if (wrong !== undefined) return { wrong };
  }
  return { rows };
}

async function extrasOf({ given, loaded, world }: Job): Promise<readonly Extra[]> {
  const extras: Extra[] = [];
  const groups = given.text("groups");
  if (groups !== undefined) extras.push((await import("./group-file.ts")).groupFile(loaded, groups, world));
  if (given.flag("summary")) extras.push((await import("./print-summary.ts")).summaryPrinter(loaded, given.flag("helpers"), world));
  return extras;
}

import { Engine } from "../../analysis/engine.ts";
import { answer } from "../../checklist/answer.ts";
import type { GivenDocument } from "../../checklist/checklist.ts";
import { CHECKLISTS } from "../../checklist/lists.ts";
import { readRatings } from "../../delphi/readRatings.ts";
import { reportOnRatings, type StudyReport } from "../../delphi/studyReport.ts";
import type { Arguments } from "../arguments.ts";
import { hostOf, readDocuments } from "../check/read-documents.ts";
import { readTable } from "../delphi/read-table.ts";
import { discover } from "../files/discover.ts";
import { writeResult } from "../files/write-result.ts";
import { nearest } from "../nearest.ts";
import { EXIT, refuse, type World } from "../world.ts";
import { type Page, printChecklist } from "./print-checklist.ts";

/** `checklist NAME FILE…`. What is missing is no fault of the documents, so that the exit code is 0. */
export async function runChecklist(given: Arguments, world: World): Promise<number> {
  const [name, ...files] = given.operands;
  const known = CHECKLISTS.map(({ id }) => id);
  const list = CHECKLISTS.find(({ id }) => id === name?.toLowerCase());
  if (!list) {
    const near = name === undefined ? undefined : nearest(name, known);
    const hint = near === undefined ? `known are ${known.join(", ")}` : `did you mean "${near}"?`;
    return refuse(world, `${name === undefined ? "checklist needs the name of one" : `there is no checklist "${name}"`}: ${hint}`);
  }
  if (files.length === 0) return refuse(world, `checklist ${list.id} needs at least one document\nSee: scalewright checklist --help`);
  const found = discover(files, world.cwd);
  const [missing] = found.missing;
  if (missing !== undefined) return refuse(world, missing);
  const read = await readDocuments(found.files, world, undefined);
  const [failed] = read.failed;
  if (failed !== undefined) return refuse(world, failed);
  const pages: Page[] = read.documents.flatMap((document) =>
    document.unreadable
      ? []
      : [{ file: document.file, text: document.text, analysis: new Engine(document.text, hostOf(document, world.cwd)).analysis }],
  );
  if (!pages.some(({ analysis }) => list.about.includes(analysis.kind)))
    return refuse(
      world,
      `${list.id} is held against ${list.about.map((kind) => KINDS[kind ?? ""] ?? kind).join(" or ")}, and none was given`,
    );
  const report = await reportOf(given.text("ratings"), pages, world);
  if (report && "wrong" in report) return refuse(world, report.wrong);
  const wrong = writeResult(
    printChecklist(answer(list, pages, report?.report), pages, given.text("format") ?? "text"),
    given.text("out"),
    world,
  );
  return wrong === undefined ? EXIT.fine : refuse(world, wrong);
}

const KINDS: Readonly<Record<string, string>> = {
  delphi: "a Delphi study",
  guide: "a topic guide",
  study: "a study",
  instrument: "an instrument",
};

async function reportOf(
  file: string | undefined,
  documents: readonly GivenDocument[],
  world: World,
): Promise<{ readonly report: StudyReport } | { readonly wrong: string } | undefined> {
  if (file === undefined) return undefined;
  const study = documents.find(({ analysis }) => analysis.delphi)?.analysis.delphi;
  if (!study) return { wrong: "--ratings needs a Delphi study among the documents" };
  const table = await readTable(file, world);
  if ("wrong" in table) return table;
  const read = readRatings(study, table.table);
  return "wrong" in read ? { wrong: `${file}: ${read.wrong}` } : { report: reportOnRatings(study, read.ratings) };
}

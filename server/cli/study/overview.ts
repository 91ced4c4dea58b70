import { instrumentOfPhase, type Study } from "../../model/study.ts";
import { coverageOf } from "../../study/coverage.ts";
import { leavingItems } from "../../study/leaving.ts";
import { cellsOf } from "../../study/variation.ts";
import { waveTable } from "../../study/waveTable.ts";
import type { Arguments } from "../arguments.ts";
import { csvRow } from "../data/csv-write.ts";
import { writeResult } from "../files/write-result.ts";
import { inColumns } from "../print/columns.ts";
import { EXIT, refuse, type World } from "../world.ts";
import { loadJoined } from "./load-joined.ts";

/** One table of the overview. */
interface Table {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** `study overview STUDY`: which items repeat in which wave, who is chosen, what leaves with linked data, and what guides cover of surveys. */
export async function overview([file, ...more]: readonly string[], given: Arguments, world: World): Promise<number> {
  if (more.length > 0) return refuse(world, "study overview needs one study\nSee: scalewright study --help");
  const loaded = await loadJoined(file, world);
  if ("wrong" in loaded) return refuse(world, loaded.wrong);
  const { study } = loaded.loaded;
  const tables = [wavesOf(study), samplesOf(study), ...linkageOf(study), ...coverageOfGuides(study)].filter((one) => one !== undefined);
  const wrong = writeResult(print(study, tables, given.text("format") ?? "text"), given.text("out"), world);
  return wrong === undefined ? EXIT.fine : refuse(world, wrong);
}

function wavesOf(study: Study): Table | undefined {
  const table = waveTable(study);
  if (!table) return undefined;
  const rows = table.rows.map(({ section, document, items, asked }) => [
    `${document}: ${section.id}`,
    String(items.length),
    ...asked.map((is) => (is ? "x" : "")),
    asked.filter((is) => is).length > 1 ? items.map(({ id }) => id).join(" ") : "",
  ]);
  return {
    name: "waves",
    title: "What is asked in which wave",
    rows: [["section", "items", ...table.waves.map(({ id }) => id), "repeated"], ...rows],
  };
}

function samplesOf(study: Study): Table | undefined {
  if (study.sampling.size === 0) return undefined;
  const rows = study.sampling.values().map((sample) => {
    const instrument = instrumentOfPhase(study, sample.from);
    const cells = instrument && cellsOf(instrument, sample);
    const kinds = cells?.counts.map(({ variation, count }) => `${variation.name} (${count})`).join(" x ") ?? "";
    return [
      sample.id,
      sample.from ?? "",
      sample.to ?? "",
      sample.consent ?? "",
      String(sample.target ?? ""),
      kinds,
      String(cells?.product ?? ""),
    ];
  });
  return { name: "sampling", title: "Who is chosen", rows: [["sample", "from", "to", "consent", "target", "varied by", "kinds"], ...rows] };
}

const linkageOf = (study: Study): readonly Table[] =>
  study.linkage.values().map((link) => ({
    name: `linkage ${link.id}`,
    title: `What leaves with ${link.id}`,
    rows: [
      ["name", "becomes", "privacy"],
      ...leavingItems(study, link).map(({ name, item, as, to }) => [
        name,
        to === undefined ? as : `${as}: ${to.replaceAll("_", " ")}`,
        item ? (item.privacy ?? "").replaceAll("_", " ") : "column of the other data",
      ]),
    ],
  }));

const coverageOfGuides = (study: Study): readonly (Table | undefined)[] =>
  study.documents.values().map(({ id, document }) => {
    const coverage = document?.guide && coverageOf(document.guide);
    if (!coverage) return undefined;
    return {
      name: `coverage ${id}`,
      title: `What ${id} covers of ${document?.guide?.about?.path ?? "the survey"}`,
      rows: [
        ["construct", ...coverage.columns.map((column) => column.id)],
        ...coverage.constructs.map((construct, i) => [construct.id, ...(coverage.cells[i] ?? []).map((is) => (is ? "x" : ""))]),
      ],
    };
  });

function print(study: Study, tables: readonly Table[], format: string): string {
  if (format === "json")
    return `${JSON.stringify({ version: 1, study: study.id, tables: tables.map(({ name, rows: [head, ...rows] }) => ({ name, columns: head, rows })) })}\n`;
  if (format === "csv")
    return tables.map(({ name, rows }) => rows.map((row, i) => csvRow([i === 0 ? "table" : name, ...row])).join("")).join("\n");
  const documents = study.documents.values().map(({ id, path, document }) => [id, path, document?.kind ?? "cannot be read"]);
  const phases = study.phases.values().map(({ id, document, after }) => [id, document ?? "", after === undefined ? "" : `after ${after}`]);
  const all: readonly Table[] = [
    { name: "documents", title: "Documents", rows: documents },
    { name: "phases", title: "Phases", rows: phases },
    ...tables,
  ];
  return all
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => `${title}\n${inColumns(rows)}`)
    .join("\n");
}

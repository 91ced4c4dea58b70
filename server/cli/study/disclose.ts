import type { Linkage, Study } from "../../model/study.ts";
import { type Disclosure, disclosureOf, leaving, placeOf } from "../../study/disclosure.ts";
import { linkedInstruments, SMALLEST_GROUP } from "../../study/phases.ts";
import type { Arguments } from "../arguments.ts";
import { csvRow } from "../data/csv-write.ts";
import { type ReadTable, readTable } from "../delphi/read-table.ts";
import { writeOutput } from "../files/output-file.ts";
import { writeResult } from "../files/write-result.ts";
import { inColumns } from "../print/columns.ts";
import { EXIT, refuse, type World } from "../world.ts";
import { loadJoined, showJoinedErrors } from "./load-joined.ts";

/** `study disclose STUDY DATA`: combinations of what is said of people that fewer share than the smallest group. Exit 1 where there are some. */
export async function disclose([file, data, ...more]: readonly string[], given: Arguments, world: World): Promise<number> {
  if (data === undefined || more.length > 0)
    return refuse(world, "study disclose needs a study and one file of data\nSee: scalewright study --help");
  const study = await loadJoined(file, world);
  if ("wrong" in study) return refuse(world, study.wrong);
  const link = linkageOf(study.loaded.study, given.text("linkage"));
  if (typeof link === "string") return refuse(world, link);
  const read = await readTable(data, world);
  if ("wrong" in read) return refuse(world, read.wrong);
  const { table } = read;
  const columns = columnsOf(study.loaded.study, link, table, given.texts("column"));
  if (typeof columns === "string") return refuse(world, `"${data}" ${columns}`);
  const found = disclosureOf(table, columns, link, given.whole("smallest") ?? link.smallestGroup ?? SMALLEST_GROUP);
  const named = identifiersIn(link, table);
  const extract = given.text("extract");
  if (extract !== undefined) {
    if (extract === data || extract === file) return refuse(world, `"${extract}" is read and would be overwritten`);
    const made = leaving(table, link);
    const wrong = writeOutput(extract, world.cwd, [made.header, ...made.rows].map(csvRow).join(""));
    if (wrong !== undefined) return refuse(world, wrong);
  }
  // Data that leave by the extract leave without what names a person.
  const left = extract === undefined ? named : [];
  const wrong = writeResult(print(found, left, given.text("format") ?? "text"), given.text("out"), world);
  if (wrong !== undefined) return refuse(world, wrong);
  return showJoinedErrors(study.loaded, world) + found.small.length + left.length > 0 ? EXIT.findings : EXIT.fine;
}

function linkageOf({ linkage }: Study, id: string | undefined): Linkage | string {
  const known = linkage.ids().join(", ");
  if (id !== undefined) return linkage.get(id) ?? `the study has no linkage "${id}"${known === "" ? "" : `: known are ${known}`}`;
  const [first, second] = linkage.values();
  if (second) return `the study has several linkages: say with --linkage which, ${known}`;
  return first ?? { id: "", key: [], remove: [], coarsen: [] };
}

/** What people can be recognised by: the columns asked for, else those that are made coarser and the indirect identifiers of the surveys. */
function columnsOf(study: Study, link: Linkage, table: ReadTable, asked: readonly string[]): readonly string[] | string {
  const wanted = asked.flatMap((word) => word.split(",")).map((word) => word.trim());
  const lacking = wanted.filter((name) => placeOf(table, name) < 0);
  if (lacking.length > 0) return `has no column ${lacking.map((name) => `"${name}"`).join(", ")}`;
  if (wanted.length > 0) return wanted;
  const indirect = linkedInstruments(study, link).flatMap(({ items }) =>
    items.values().flatMap(({ id, privacy }) => (privacy === "indirect_identifier" || privacy === "special_category" ? [id] : [])),
  );
  const gone = new Set([...link.remove, ...link.key, ...link.coarsen.filter(({ to }) => to === "drop").map(({ name }) => name)]);
  const names = [...new Set([...link.coarsen.map(({ name }) => name), ...indirect])].filter((name) => !gone.has(name));
  const there = names.filter((name) => placeOf(table, name) >= 0);
  return there.length > 0 ? there : "has no column that the study says people can be recognised by: name them with --column";
}

/** Columns that name a person and should not be in what leaves. */
const identifiersIn = ({ remove, key }: Linkage, table: ReadTable): readonly string[] =>
  [...remove, ...key].filter((name) => placeOf(table, name) >= 0);

function print(found: Disclosure, named: readonly string[], format: string): string {
  if (format === "json")
    return `${JSON.stringify({
      version: 1,
      columns: found.columns,
      people: found.people,
      combinations: found.combinations,
      smallest_group: found.smallest,
      identifiers: named,
      exposed: found.exposed,
      small: found.small.map(({ values, count }) => ({
        values: Object.fromEntries(found.columns.map((column, i) => [column, values[i] ?? ""])),
        n: count,
      })),
      without: found.without,
    })}\n`;
  const rows = found.small.map(({ values, count }) => [String(count), ...values]);
  if (format === "csv") return [["n", ...found.columns], ...rows].map(csvRow).join("");
  const lines = named.map((name) => `"${name}" names people and is still in the file\n`);
  const head = `${found.people} people, ${found.combinations} combinations of ${found.columns.join(", ")}; smallest group ${found.smallest}\n`;
  if (found.small.length === 0) return `${lines.join("")}${head}every combination has at least ${found.smallest} people\n`;
  const without = found.without.map(({ column, exposed }) => `  without ${column}: ${exposed} people\n`);
  return `${lines.join("")}${head}${found.small.length} combinations have fewer, with ${found.exposed} people in them\n${inColumns([["n", ...found.columns], ...rows])}${without.length > 0 ? `people in small combinations\n${without.join("")}` : ""}`;
}

import { documentOfWave, type Study } from "../../model/study.ts";
import { parseDay, printDay, type WaveDates, waveDates } from "../../study/calendar.ts";
import type { Arguments } from "../arguments.ts";
import { csvRow } from "../data/csv-write.ts";
import { dataFindings } from "../data/data-findings.ts";
import { readTable } from "../delphi/read-table.ts";
import { writeResult } from "../files/write-result.ts";
import { inColumns } from "../print/columns.ts";
import { EXIT, refuse, type World } from "../world.ts";
import { loadJoined } from "./load-joined.ts";
import { personColumn } from "./person-column.ts";

/** When one person is due in one wave. */
interface Line {
  readonly person: string;
  readonly wave: string;
  readonly dates: WaveDates;
}

/** `study calendar STUDY [ANSWERS]`: when each person is due in each wave, counted from the anchor. */
export async function calendar([file, data, ...more]: readonly string[], given: Arguments, world: World): Promise<number> {
  const start = given.text("start");
  if (more.length > 0 || (data === undefined) === (start === undefined))
    return refuse(
      world,
      "study calendar needs a study, and a file with the day that each person began or --start DATE\nSee: scalewright study --help",
    );
  const study = await loadJoined(file, world);
  if ("wrong" in study) return refuse(world, study.wrong);
  const { waves } = study.loaded.study;
  if (!waves || waves.at.size === 0) return refuse(world, `"${study.loaded.document.file}" has no waves`);
  const on = given.text("on");
  const day = on === undefined ? undefined : parseDay(on);
  if (on !== undefined && day === undefined) return refuse(world, `--on needs a day such as 2026-02-23, not "${on}"`);
  const found = await anchorsOf(study.loaded.study, data, start, given, world);
  if ("wrong" in found) return refuse(world, found.wrong);
  const lines = found.anchors
    .flatMap(({ person, anchor }) =>
      waves.at.values().flatMap((wave): Line[] => {
        const dates = waveDates(wave, anchor);
        return dates ? [{ person, wave: wave.id, dates }] : [];
      }),
    )
    .filter(({ dates }) => day === undefined || (dates.from <= day && day <= dates.to));
  const wrong = writeResult(print(lines, given.text("format") ?? "text"), given.text("out"), world);
  if (wrong !== undefined) return refuse(world, wrong);
  return found.errors > 0 ? EXIT.findings : EXIT.fine;
}

interface Anchors {
  readonly anchors: readonly { readonly person: string; readonly anchor: number }[];
  readonly errors: number;
}

async function anchorsOf(
  study: Study,
  data: string | undefined,
  start: string | undefined,
  given: Arguments,
  world: World,
): Promise<Anchors | { readonly wrong: string }> {
  if (data === undefined) {
    const day = parseDay(start ?? "");
    if (day === undefined) return { wrong: `--start needs a day such as 2026-02-23, not "${start}"` };
    return { anchors: [{ person: "", anchor: day }], errors: 0 };
  }
  const name = study.waves?.anchor;
  if (name === undefined) return { wrong: `the waves of the study have no "anchor"` };
  const read = await readTable(data, world);
  if ("wrong" in read) return read;
  const { table } = read;
  const column = table.header.findIndex((one) => one.trim().toLowerCase() === name.toLowerCase());
  if (column < 0) return { wrong: `"${data}" has no column "${name}", from which the waves are counted` };
  const first = study.waves?.at.values()[0];
  const document = study.waves && first && documentOfWave(study.waves, first);
  const items = document === undefined ? undefined : study.documents.get(document)?.document?.instrument.items;
  const id = personColumn(table.header, given.text("id"), (one) => items?.has(one) ?? one === name);
  if (typeof id === "string") return { wrong: `"${data}": ${id}` };
  const findings = dataFindings(table.file, world, undefined);
  if ("failed" in findings) return { wrong: findings.failed };
  const anchors = table.rows.flatMap((row, i) => {
    const text = (row[column] ?? "").trim();
    const anchor = parseDay(text);
    if (anchor !== undefined) return [{ person: (row[id] ?? "").trim(), anchor }];
    const message = text === "" ? `"${name}" is empty: this person has no calendar` : `"${text}" is no day such as 2026-02-23`;
    findings.add({
      code: "answer-outside-response",
      severity: text === "" ? "warning" : "error",
      message,
      column: name,
      line: table.lines[i],
    });
    return [];
  });
  findings.finish();
  return { anchors, errors: findings.errors };
}

function print(lines: readonly Line[], format: string): string {
  const cells = lines.map(({ person, wave, dates: { due, from, to } }) => [person, wave, ...[due, from, to].map(printDay)]);
  if (format === "json")
    return `${JSON.stringify({
      version: 1,
      calendar: cells.map(([person, wave, due, from, to]) => ({ person, wave, due, from, to })),
    })}\n`;
  const head = ["person", "wave", "due", "from", "to"];
  return format === "csv" ? [head, ...cells].map(csvRow).join("") : inColumns([head, ...cells], "");
}

import type { Sample, Study } from "../../model/study.ts";

import { namesOf } from "../../model/wholeNames.ts";
import { batchOf } from "../../scoring/batch.ts";
import { condition } from "../../scoring/formula.ts";
import type { Person } from "../../scoring/person.ts";
import { type Candidate, type ChosenSample, chooseSample } from "../../study/chooseSample.ts";
import type { Arguments } from "../arguments.ts";
import { dataFindings } from "../data/data-findings.ts";
import { type ReadTable, readTable } from "../delphi/read-table.ts";
import { writeResult } from "../files/write-result.ts";
import type { LoadedInstrument } from "../score/load-instrument.ts";
import { EXIT, refuse, type World } from "../world.ts";
import { categoriesOfPeople } from "./categories.ts";
import { loadJoined, loadSurvey, showJoinedErrors } from "./load-joined.ts";
import { personColumn } from "./person-column.ts";
import { printSample, type SampleReport } from "./print-sample.ts";

/** `study sample STUDY RESPONSES`: who of those who answered may be invited, and whom to invite so that they differ as declared. */
export async function sample([file, data, ...more]: readonly string[], given: Arguments, world: World): Promise<number> {
  if (data === undefined || more.length > 0)
    return refuse(world, "study sample needs a study and one file of answers\nSee: scalewright study --help");
  const study = await loadJoined(file, world);
  if ("wrong" in study) return refuse(world, study.wrong);
  // People must not be invited by a plan that is at fault.
  if (showJoinedErrors(study.loaded, world) > 0) {
    refuse(world, "nobody was chosen: mend the errors of the study first");
    return EXIT.findings;
  }
  const wanted = sampleOf(study.loaded.study, given.text("sample"));
  if (typeof wanted === "string") return refuse(world, wanted);
  const survey = await loadSurvey(study.loaded, study.loaded.study.phases.get(wanted.from ?? "")?.document, world);
  if ("wrong" in survey) return refuse(world, survey.wrong);
  const read = await readTable(data, world);
  if ("wrong" in read) return refuse(world, read.wrong);
  const found = choose(wanted, survey.loaded, read.table, given, world);
  if ("wrong" in found) return refuse(world, found.wrong);
  const wrong = writeResult(printSample(found.report, given.text("format") ?? "text"), given.text("out"), world);
  return wrong === undefined ? (found.errors > 0 ? EXIT.findings : EXIT.fine) : refuse(world, wrong);
}

function sampleOf({ sampling }: Study, id: string | undefined): Sample | string {
  const known = sampling.ids().join(", ");
  if (id !== undefined) return sampling.get(id) ?? `the study has no sample "${id}"${known === "" ? "" : `: known are ${known}`}`;
  const [first, second] = sampling.values();
  if (!first) return "the study chooses nobody: it has no sampling";
  return second ? `the study has several samples: say with --sample which, ${known}` : first;
}

function choose(
  wanted: Sample,
  { compiled }: LoadedInstrument,
  table: ReadTable,
  given: Arguments,
  world: World,
): { readonly report: SampleReport; readonly errors: number } | { readonly wrong: string } {
  const id = personColumn(table.header, given.text("id"), (name) => compiled.instrument.items.has(name));
  if (typeof id === "string") return { wrong: `"${table.file}": ${id}` };
  const batch = batchOf(compiled, table.header);
  const lacking = neededColumns(
    wanted,
    compiled.instrument.items.ids(),
    batch.columns.map(({ item }) => item.id),
  );
  if (lacking.length > 0) return { wrong: `"${table.file}" has no column ${lacking.map((name) => `"${name}"`).join(", ")}` };
  const findings = dataFindings(table.file, world, undefined);
  if ("failed" in findings) return { wrong: findings.failed };
  const seen = new Set<string>();
  const people: { readonly id: string; readonly person: Person }[] = [];
  for (const [i, row] of table.rows.entries()) {
    const line = table.lines[i];
    const name = (row[id] ?? "").trim();
    if (name === "" || seen.has(name)) {
      const message = name === "" ? "this row names nobody" : `"${name}" has answered already: only the first row counts`;
      findings.add({ code: "duplicate-row-id", severity: "error", message, line });
      continue;
    }
    seen.add(name);
    people.push({ id: name, person: batch.person(row, (finding) => findings.add({ ...finding, line })) });
  }
  findings.finish();
  const may = wanted.eligible && condition(compiled.instrument, compiled.lookup, wanted.eligible);
  const eligible = may ? people.filter(({ person }) => may(person) === true) : people;
  const variations = categoriesOfPeople(
    wanted.varyBy,
    compiled.instrument,
    people.map(({ person }) => person),
  );
  const candidates = eligible.map(
    ({ id: name, person }): Candidate => ({ id: name, categories: variations.map(({ categoryOf }) => categoryOf(person)) }),
  );
  const seed = given.whole("seed") ?? 1;
  const target = wanted.target ?? candidates.length;
  const made: ChosenSample = chooseSample(candidates, target, wanted.reserve ?? 0, seed);
  if (!wanted.eligible && !given.flag("quiet"))
    world.err.write(`scalewright: "${wanted.id}" has no "eligible": everybody who answered may be chosen, whatever he or she agreed to\n`);
  return {
    report: {
      sample: wanted,
      seed,
      people: people.length,
      candidates,
      ...made,
      variations: variations.map(({ name, categories }) => ({ name, categories })),
    },
    errors: findings.errors,
  };
}

/** Columns without which nobody can be chosen as declared. */
function neededColumns({ eligible, varyBy }: Sample, items: readonly string[], there: readonly string[]): readonly string[] {
  const named = new Set(varyBy.map(({ name }) => name));
  if (eligible) for (const { id } of namesOf(eligible)) named.add(id);
  return items.filter((item) => named.has(item) && !there.includes(item));
}

import type { Sample } from "../../model/study.ts";
import type { Candidate, ChosenSample } from "../../study/chooseSample.ts";
import { csvRow } from "../data/csv-write.ts";
import { inColumns } from "../print/columns.ts";

/** Who was chosen, and from whom. */
export interface SampleReport extends ChosenSample {
  readonly sample: Sample;
  readonly seed: number;
  /** How many answered. */
  readonly people: number;
  /** Those who may be chosen. */
  readonly candidates: readonly Candidate[];
  readonly variations: readonly { readonly name: string; readonly categories: readonly string[] }[];
}

export function printSample(report: SampleReport, format: string): string {
  if (format === "json") return printJson(report);
  return format === "csv" ? printCsv(report) : printText(report);
}

/** Everyone who may be chosen, the chosen first. */
function linesOf({ chosen, reserve, candidates }: SampleReport): readonly { readonly as: string; readonly candidate: Candidate }[] {
  const taken = new Set([...chosen, ...reserve]);
  return [
    ...chosen.map((candidate) => ({ as: "chosen", candidate })),
    ...reserve.map((candidate) => ({ as: "reserve", candidate })),
    ...candidates.filter((one) => !taken.has(one)).map((candidate) => ({ as: "eligible", candidate })),
  ];
}

const NOT_KNOWN = "not known";

function printCsv(report: SampleReport): string {
  const rows = linesOf(report).map(({ as, candidate }, i) => [
    candidate.id,
    as,
    as === "eligible" ? "" : String(i + 1),
    ...candidate.categories.map((one) => one ?? ""),
  ]);
  return [["person", "as", "order", ...report.variations.map(({ name }) => name)], ...rows].map(csvRow).join("");
}

function printJson(report: SampleReport): string {
  const { sample, seed, people, candidates } = report;
  return `${JSON.stringify({
    version: 1,
    sample: sample.id,
    seed,
    answered: people,
    eligible: candidates.length,
    target: sample.target ?? null,
    reserve: sample.reserve ?? 0,
    variations: countsOf(report),
    people: linesOf(report).map(({ as, candidate }) => ({
      id: candidate.id,
      as,
      categories: Object.fromEntries(report.variations.map(({ name }, i) => [name, candidate.categories[i] ?? null])),
    })),
  })}\n`;
}

/** How many are eligible and chosen of each kind. */
function countsOf({ variations, candidates, chosen, reserve }: SampleReport) {
  return variations.map(({ name, categories }, i) => {
    const count = (some: readonly Candidate[], category: string | undefined) => some.filter((one) => one.categories[i] === category).length;
    const kinds: readonly (string | undefined)[] = candidates.some((one) => one.categories[i] === undefined)
      ? [...categories, undefined]
      : categories;
    return {
      name,
      categories: kinds.map((category) => ({
        category: category ?? NOT_KNOWN,
        eligible: count(candidates, category),
        chosen: count(chosen, category),
        reserve: count(reserve, category),
      })),
    };
  });
}

function printText(report: SampleReport): string {
  const { sample, seed, people, candidates, chosen, reserve } = report;
  const short = sample.target !== undefined && chosen.length < sample.target ? `, ${sample.target - chosen.length} fewer than wanted` : "";
  const head = `${sample.id}: ${people} answered, ${candidates.length} may be invited, ${chosen.length} chosen${short}, ${reserve.length} in reserve (seed ${seed})`;
  const tables = countsOf(report).map(
    ({ name, categories }) =>
      `\n${inColumns([
        [name, "eligible", "chosen", "reserve"],
        ...categories.map((one) => [one.category, ...[one.eligible, one.chosen, one.reserve].map(String)]),
      ])}`,
  );
  const lines = linesOf(report)
    .filter(({ as }) => as !== "eligible")
    .map(({ as, candidate }, i) => [String(i + 1), candidate.id, as, ...candidate.categories.map((one) => one ?? NOT_KNOWN)]);
  return `${head}\n${tables.join("")}\n${inColumns([["", "person", "as", ...report.variations.map(({ name }) => name)], ...lines])}`;
}

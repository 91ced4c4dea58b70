import { consensusRule, writtenConsensus } from "../../delphi/consensusRule.ts";
import { firstRatingScale } from "../../delphi/firstRatingScale.ts";
import { ruleInWords } from "../../delphi/ruleInWords.ts";
import { type Simulated, simulatePanels } from "../../delphi/simulatePanels.ts";
import type { Arguments } from "../arguments.ts";
import { csvRow } from "../data/csv-write.ts";
import { writeResult } from "../files/write-result.ts";
import { EXIT, refuse, type World } from "../world.ts";
import { showErrors } from "./decide.ts";
import { loadStudy } from "./load-study.ts";

const PANELS = 1000;

/** `delphi simulate STUDY`: how often the rule of the study decides what, on statements of known opinion. */
export async function simulate([file, ...more]: readonly string[], given: Arguments, world: World): Promise<number> {
  if (more.length > 0) return refuse(world, "delphi simulate takes one study\nSee: scalewright delphi --help");
  const format = given.text("format") ?? "text";
  if (format !== "text" && format !== "csv") return refuse(world, `delphi simulate prints text or csv, not ${format}`);
  const loaded = await loadStudy(file, world);
  if ("wrong" in loaded) return refuse(world, loaded.wrong);
  const { study } = loaded.loaded;
  const scale = firstRatingScale(study);
  const round = study.rounds.find(({ number }) => number === (study.decideAfter?.[0] ?? study.rounds.at(-1)?.number));
  const written = writtenConsensus(study, round);
  if (!scale || !written) return refuse(world, "the study has no rule of consensus, or no scale to rate on");
  const rule = consensusRule(study, written, scale);
  const panels = given.whole("panels") ?? PANELS;
  const found = simulatePanels(study, rule, scale, panels, given.whole("seed") ?? 1);
  if (!found) return refuse(world, "say how many panellists each group has: target and minimum");
  const text = format === "csv" ? printCsv(found) : `${ruleInWords(rule, scale)}\n\n${printText(found, panels)}`;
  const wrong = writeResult(text, given.text("out"), world);
  if (wrong !== undefined) return refuse(world, wrong);
  return showErrors(loaded.loaded, world) > 0 ? EXIT.findings : EXIT.fine;
}

const COLUMNS = ["include", "exclude", "carry", "undecidable"] as const;

function printText(found: readonly Simulated[], panels: number): string {
  const head = ["opinion (upper/middle/lower)", "panel", ...COLUMNS];
  const rows = found.map(({ opinion, size, decisions }) => [
    size === "minimum" ? `${opinion.upper}/${opinion.middle}/${opinion.lower}` : "",
    size,
    ...COLUMNS.map((column) => (decisions[column] === 0 ? "-" : `${((100 * decisions[column]) / panels).toFixed(1)}%`)),
  ]);
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  return `How often ${panels} panels drawn by chance decide so, by what all people think\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function printCsv(found: readonly Simulated[]): string {
  const rows = found.map(({ opinion, size, decisions }) =>
    csvRow([opinion.upper, opinion.middle, opinion.lower, size, ...COLUMNS.map((column) => decisions[column])].map(String)),
  );
  return csvRow(["upper", "middle", "lower", "panel", ...COLUMNS]) + rows.join("");
}

import type { Delphi, Stability, Stop } from "../model/delphi.ts";
import { printExact } from "../number/print.ts";

/** When ratings count as stable, as the end of a sentence: "the share of panellists whose rating moved to another band is below 15%". */
export function stabilityInWords({ measure, compare }: Stability): string {
  const percent = measure.startsWith("percent") || measure === "net_change" ? "%" : "";
  return `${MEASURES[measure]}${compare === undefined ? "" : ` is ${WORDS[compare.word]} ${printExact(compare.at)}${percent}`}`;
}

const MEASURES: Readonly<Record<Stability["measure"], string>> = {
  net_change: "the net change of ratings",
  percent_changed: "the share of panellists who changed their rating",
  percent_changed_band: "the share of panellists whose rating moved to another band",
  wilcoxon: "the P value of Wilcoxon's signed-rank test",
  mcnemar: "the P value of McNemar's test",
  kappa: "weighted kappa",
  chi_square: "the P value of the chi-square test",
  cv_difference: "the difference of the coefficients of variation",
};
const WORDS = { at_least: "at least", above: "above", at_most: "at most", below: "below", equals: "exactly" } as const;

/** When a study ends, as the end of a sentence: "after 3 rounds or as soon as every statement is included, excluded or stable". */
export function stopInWords(stop: Stop): string {
  switch (stop.kind) {
    case "rounds":
      return `after ${stop.rounds} ${stop.rounds === 1 ? "round" : "rounds"}`;
    case "all_items":
      return `as soon as every statement is ${joined(
        stop.states.map((state) => STATES[state]),
        "or",
      )}`;
    default:
      return stop.conditions
        .map((one) => ("conditions" in one && stop.conditions.length > 1 ? `(${stopInWords(one)})` : stopInWords(one)))
        .join(stop.kind === "all" ? " and " : " or ");
  }
}

const STATES = { include: "included", exclude: "excluded", stable: "stable" } as const;

/** What becomes of statements without consensus after the last round, as a sentence without its point. */
export const UNDECIDED_IN_WORDS: Readonly<Record<NonNullable<Delphi["undecided"]>, string>> = {
  consensus_meeting: "What has no consensus after the last round goes to a consensus meeting",
  report: "What has no consensus after the last round is reported as such",
  exclude: "What has no consensus after the last round is excluded",
};

/** "a, b and c" */
export function joined(parts: readonly string[], joint: "and" | "or"): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${joint} ${parts.at(-1)}`;
}

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

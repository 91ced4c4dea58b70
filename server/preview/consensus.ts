import { ruleSummaries } from "../delphi/ruleSummary.ts";
import type { Delphi, Stop } from "../model/delphi.ts";
import { at, type Context, stop } from "./context.ts";
import { renderDecisions } from "./delphi/decisions.ts";
import { renderLedger } from "./delphi/ledgerTable.ts";
import { renderRule } from "./delphi/rule.ts";
import { digits } from "./digits.ts";
import { renderFacts } from "./factList.ts";
import { renderHeading } from "./heading.ts";
import { type Html, html } from "./html.ts";
import { spoken } from "./scores/spoken.ts";
import { quotedWording } from "./wording.ts";

/** What counts as consensus: the rule in a sentence and as the ratings that it needs, who rates, when it ends, and what became of the statements. */
export function renderConsensus(context: Context, study: Delphi): Html {
  const rules = ruleSummaries(study);
  return html`<div class="reviewer consensus" lang="en" dir="ltr">
${renderHeading(context)}<section class="part"><h2${at(context, study, "consensus")}>Consensus</h2>
${rules.map((rule) => renderRule(context, study, rule, rules))}${rules.length === 0 && html`<p class="note">The study does not say what counts as consensus.</p>`}</section>
<section class="part"><h2>Course</h2>
${renderFacts(context, study, [
  { name: "Declared", property: "consensus", content: study.consensus?.declared },
  { name: "Decided after", property: "decideAfter", content: study.decideAfter && roundsInWords(study.decideAfter) },
  { name: "Stable where", property: "stability", content: stabilityInWords(study) },
  { name: "Ends", property: "stop", content: study.stop && stopInWords(study.stop) },
  { name: "Left open", property: "undecided", content: study.undecided && UNDECIDED[study.undecided] },
])}</section>
${renderPanel(context, study)}${renderLedger(context, study)}${renderDecisions(context, study)}</div>
`;
}

const UNDECIDED = {
  consensus_meeting: "What has no consensus after the last round goes to a consensus meeting",
  report: "What has no consensus after the last round is reported as such",
  exclude: "What has no consensus after the last round is excluded",
} as const;

function roundsInWords(rounds: readonly number[]): string {
  const [last, ...others] = [...rounds].reverse();
  return others.length === 0 ? `round ${last}` : `rounds ${others.reverse().join(", ")} and ${last}`;
}

const MEASURES: Readonly<Record<string, string>> = {
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

function stabilityInWords({ stability }: Delphi): string | undefined {
  if (stability === undefined) {
    return undefined;
  }
  const { measure, compare } = stability;
  const percent = measure.startsWith("percent") || measure === "net_change" ? "%" : "";
  return `${MEASURES[measure] ?? spoken(measure)}${compare === undefined ? "" : ` is ${WORDS[compare.word]} ${digits(compare.at)}${percent}`}`;
}

const STATES = { include: "included", exclude: "excluded", stable: "stable" } as const;

function stopInWords(stop: Stop): string {
  switch (stop.kind) {
    case "rounds":
      return `after ${stop.rounds} ${stop.rounds === 1 ? "round" : "rounds"}`;
    case "all_items":
      return `as soon as every statement is ${stop.states.map((state) => STATES[state]).join(" or ")}`;
    default:
      return stop.conditions
        .map((one) => ("conditions" in one && stop.conditions.length > 1 ? `(${stopInWords(one)})` : stopInWords(one)))
        .join(stop.kind === "all" ? " and " : " or ");
  }
}

function renderPanel(context: Context, study: Delphi): Html | undefined {
  const { groups, membership } = study.panel;
  if (groups.size === 0) {
    return undefined;
  }
  return html`<section class="part"><h2>Panel</h2>
<ul class="plain">${groups.values().map((group) => {
    const numbers = [
      group.target === undefined ? "" : `${group.target} wanted`,
      group.minimum === undefined ? "" : `at least ${group.minimum}`,
    ].filter((part) => part !== "");
    return html`<li${stop(context, group)}>${group.label === undefined ? group.id : quotedWording(context, group.label)} <code>${group.id}</code>${numbers.length > 0 && `: ${numbers.join(", ")}`}${group.affected && html` <span class="badge">affected</span>`}</li>`;
  })}</ul>
${membership !== undefined && html`<p class="note"${at(context, study.panel, "membership")}>${membership === "exactly_one" ? "Everyone belongs to exactly one group" : "Everyone counts in one group, though several may fit"}</p>`}</section>
`;
}

import { joined, stabilityInWords, stopInWords, UNDECIDED_IN_WORDS } from "../delphi/courseInWords.ts";
import { ruleSummaries } from "../delphi/ruleSummary.ts";
import type { Delphi } from "../model/delphi.ts";
import { at, type Context, stop } from "./context.ts";
import { renderDecisions } from "./delphi/decisions.ts";
import { renderLedger } from "./delphi/ledgerTable.ts";
import { renderRule } from "./delphi/rule.ts";
import { renderFacts } from "./factList.ts";
import { renderHeading } from "./heading.ts";
import { type Html, html } from "./html.ts";
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
  { name: "Stable where", property: "stability", content: study.stability && stabilityInWords(study.stability) },
  { name: "Ends", property: "stop", content: study.stop && stopInWords(study.stop) },
  { name: "Left open", property: "undecided", content: study.undecided && UNDECIDED_IN_WORDS[study.undecided] },
])}</section>
${renderPanel(context, study)}${renderLedger(context, study)}${renderDecisions(context, study)}</div>
`;
}

const roundsInWords = (rounds: readonly number[]): string =>
  `${rounds.length === 1 ? "round" : "rounds"} ${joined(rounds.map(String), "and")}`;

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

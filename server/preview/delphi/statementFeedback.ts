import { POOLED } from "../../delphi/decideStatement.ts";
import type { GroupFeedback, RoundFeedback } from "../../delphi/feedback.ts";
import { type Feedback, ratingResponse } from "../../model/delphi.ts";
import { exact } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import { roundTo } from "../../number/round.ts";
import { at, type Context, inEnglish } from "../context.ts";
import { type Html, html } from "../html.ts";
import { plainWording } from "../wording.ts";
import { drawRatings } from "./drawRatings.ts";

/** What the panel sees of a statement's ratings in the round before, group by group. A group of too few is not shown. */
export function renderFeedback(context: Context, id: string, feedback: RoundFeedback, panellist: string | undefined): Html | undefined {
  const statement = feedback.statements.find((one) => one.id === id);
  if (statement === undefined) {
    return undefined;
  }
  const own = feedback.panellists.find((one) => one.id === panellist)?.own.get(id);
  const label = `Round ${feedback.round}`;
  return html`<div class="feedback"${inEnglish(context)}>${
    feedback.shows.own &&
    html`<p class="own">Your rating in round ${feedback.round}: <strong>${own === undefined ? "none" : labelOf(context, id, own)}</strong></p>`
  }${statement.groups.map((group) => {
    const name = nameOf(context, group.scope);
    if (group.shown === undefined) {
      return html`<div class="group"><p>${name}: too few ratings to be shown</p></div>`;
    }
    const words = measuresOf(group);
    return html`<div class="group"><p>${name}, ${group.rated} ratings${words !== "" && `: ${words}`}</p>${
      group.shown.distribution !== undefined && drawRatings(statement.scale, group.shown.distribution, `${label}, ${name}`, own)
    }</div>`;
  })}</div>
`;
}

/** What will stand there as soon as there are ratings. */
export function renderPlannedFeedback(context: Context, round: { readonly feedback?: Feedback }, before: number): Html | undefined {
  const { feedback } = round;
  if (feedback === undefined) {
    return undefined;
  }
  const parts = [feedback.own ? "their own rating" : "", ...feedback.show.map((word) => SHOWN[word] ?? word)].filter((part) => part !== "");
  const whose = feedback.by === "group" ? ", for each group" : ", of the whole panel";
  return html`<p class="note feedback-planned"${inEnglish(context)}${at(context, round, "feedback")}>With each statement panellists see of round ${before}: ${parts.join(", ")}${feedback.show.length > 0 && whose}</p>
`;
}

const SHOWN: Readonly<Record<string, string>> = {
  median: "the median",
  mean: "the mean",
  sd: "the standard deviation",
  iqr: "the middle half of the ratings",
  distribution: "how the ratings spread",
};

export function nameOf(context: Context, scope: string): string {
  if (scope === POOLED) {
    return "All";
  }
  return plainWording(context, context.delphi?.panel.groups.get(scope)?.label) || scope;
}

function measuresOf({ shown }: GroupFeedback): string {
  const parts = [
    shown?.median && `median ${printed(shown.median)}`,
    shown?.mean && `mean ${printed(shown.mean)}`,
    shown?.sd && `standard deviation ${printed(shown.sd)}`,
    shown?.quartiles && `middle half ${printed(shown.quartiles[0])} to ${printed(shown.quartiles[1])}`,
  ];
  return parts.filter((part) => typeof part === "string").join(", ");
}

/** A code that is no rating is told by its label. */
function labelOf(context: Context, id: string, code: string): string {
  const { delphi } = context;
  const statement = delphi?.statements.get(id);
  const response = delphi && statement && ratingResponse(delphi, statement);
  const label = response?.unable?.code === code ? response.unable.label : response?.options.find((option) => option.code === code)?.label;
  return plainWording(context, label) || code;
}

const HUNDREDTH = exact(1, 100);
const printed = (value: Parameters<typeof printExact>[0]): string => printExact(roundTo(value, HUNDREDTH, "half_even"));

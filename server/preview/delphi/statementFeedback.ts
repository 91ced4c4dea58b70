import { POOLED } from "../../delphi/decideStatement.ts";
import type { GroupFeedback, RoundFeedback } from "../../delphi/feedback.ts";
import type { Phrases } from "../../language/phrases.ts";
import { type Feedback, ratingResponse } from "../../model/delphi.ts";
import { type Exact, exact } from "../../number/exact.ts";
import { roundTo } from "../../number/round.ts";
import { at, type Context } from "../context.ts";
import { type Html, html } from "../html.ts";
import { ownLanguage, phrase } from "../ownWords.ts";
import { plainWording } from "../wording.ts";
import { drawRatings } from "./drawRatings.ts";

/** What the panel sees of a statement's ratings in the round before, group by group. A group of too few is not shown. */
export function renderFeedback(context: Context, id: string, feedback: RoundFeedback, panellist: string | undefined): Html | undefined {
  const statement = feedback.statements.find((one) => one.id === id);
  if (statement === undefined) {
    return undefined;
  }
  const { phrases } = context;
  const own = feedback.panellists.find((one) => one.id === panellist)?.own.get(id);
  const label = phrases.text("ratingsOf", { number: feedback.round });
  const rating = html`<strong>${own === undefined ? phrases.text("noRating") : labelOf(context, id, own)}</strong>`;
  return html`<div class="feedback"${ownLanguage(context)}>${
    feedback.shows.own && html`<p class="own">${phrase(context, "ownRating", { number: feedback.round, rating })}</p>`
  }${statement.groups.map((group) => {
    const name = groupName(context, group.scope);
    if (group.shown === undefined) {
      return html`<div class="group"><p>${name}: ${phrases.text("tooFew")}</p></div>`;
    }
    const words = phrases.list([phrases.counted("ratingCount", group.rated), ...measuresOf(group, phrases)], "and");
    return html`<div class="group"><p>${name}: ${words}</p>${
      group.shown.distribution !== undefined && drawRatings(statement.scale, group.shown.distribution, `${label}, ${name}`, own)
    }</div>`;
  })}</div>
`;
}

/** What will stand there as soon as there are ratings. */
export function renderPlannedFeedback(context: Context, round: { readonly feedback?: Feedback }, before: number): Html | undefined {
  const { phrases } = context;
  const { feedback } = round;
  if (feedback === undefined) {
    return undefined;
  }
  const parts = [feedback.own ? phrases.text("yourOwnRating") : "", ...feedback.show.map((word) => measureName(phrases, word))];
  const shown = phrases.list(
    parts.filter((part) => part !== ""),
    "and",
  );
  return html`<p class="note feedback-planned"${ownLanguage(context)}${at(context, round, "feedback")}>${phrases.text("planned", { number: before, shown })}</p>
`;
}

/** What a study writes of a measure, in the words of the form. */
export function measureName(phrases: Phrases, word: string): string {
  switch (word) {
    case "median":
    case "mean":
    case "sd":
    case "distribution":
      return phrases.text(word);
    case "iqr":
      return phrases.text("middleHalf");
    default:
      return word;
  }
}

function groupName(context: Context, scope: string): string {
  return scope === POOLED ? context.phrases.text("everyone") : nameOf(context, scope);
}

export function nameOf(context: Context, scope: string): string {
  if (scope === POOLED) {
    return "All";
  }
  return plainWording(context, context.delphi?.panel.groups.get(scope)?.label) || scope;
}

function measuresOf({ shown }: GroupFeedback, phrases: Phrases): readonly string[] {
  const printed = (value: Exact): string => phrases.number(roundTo(value, HUNDREDTH, "half_even"));
  const parts = [
    shown?.median && `${phrases.text("median")} ${printed(shown.median)}`,
    shown?.mean && `${phrases.text("mean")} ${printed(shown.mean)}`,
    shown?.sd && `${phrases.text("sd")} ${printed(shown.sd)}`,
    shown?.quartiles &&
      `${phrases.text("middleHalf")} ${phrases.text("fromTo", { low: printed(shown.quartiles[0]), high: printed(shown.quartiles[1]) })}`,
  ];
  return parts.filter((part) => part !== undefined);
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

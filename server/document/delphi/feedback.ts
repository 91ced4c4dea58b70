import { POOLED } from "../../delphi/decideStatement.ts";
import { type GroupFeedback, type RoundFeedback, roundFeedback, SMALLEST_SHOWN } from "../../delphi/feedback.ts";
import { type Delphi, type Round, ratingResponse } from "../../model/delphi.ts";
import type { Exact } from "../../number/exact.ts";
import { exact } from "../../number/exact.ts";
import { roundTo } from "../../number/round.ts";
import type { Context } from "../../preview/context.ts";
import { ratedBefore } from "../../preview/delphi/askedStatements.ts";
import { measureName } from "../../preview/delphi/statementFeedback.ts";
import type { View } from "../../preview/view.ts";
import type { Block, Runs } from "../block.ts";
import type { PrintedPhrases } from "../printedPhrases.ts";
import { wordsOr } from "../words.ts";

/** What a round shows of the ratings of the round before, where there are any. */
export function feedbackFor({ rated }: View, round: Round, asked: readonly string[]): RoundFeedback | undefined {
  const before = ratedBefore(rated, round.number);
  const counts = before === undefined ? undefined : rated?.counts.get(before);
  if (rated === undefined || before === undefined || counts === undefined || round.feedback === undefined) return undefined;
  return roundFeedback(rated.ratings, before, counts, round.feedback, asked, SMALLEST_SHOWN);
}

/** What will stand beside the statements as soon as there are ratings. */
export function plannedFeedback(phrases: PrintedPhrases, study: Delphi, { number, feedback }: Round): readonly Block[] {
  const before = study.rounds.filter((round) => round.number < number).at(-1)?.number;
  if (feedback === undefined || before === undefined) return [];
  const shown = [feedback.own ? phrases.text("yourOwnRating") : "", ...feedback.show.map((word) => measureName(phrases, word))];
  const list = phrases.list(
    shown.filter((part) => part !== ""),
    "and",
  );
  return [{ kind: "paragraph", role: "note", content: phrases.say("planned", { number: before, shown: list }) }];
}

/** The own rating where a panellist is named, a line for it where none is, and how each group rated. */
export function statementFeedback(context: Context, phrases: PrintedPhrases, id: string, feedback: RoundFeedback): readonly Block[] {
  const statement = feedback.statements.find((one) => one.id === id);
  if (statement === undefined) return [];
  const points = statement.scale.points.map(({ code }) => code);
  const measures = MEASURES.filter((measure) => statement.groups.some(({ shown }) => shown?.[measure] !== undefined));
  const hasSpread = statement.groups.some(({ shown }) => shown?.distribution !== undefined);
  return [
    ...ownRating(context, phrases, id, feedback),
    {
      kind: "table",
      caption: phrases.say("ratingsOf", { number: feedback.round }),
      head: [
        phrases.say("group"),
        phrases.say("ratings"),
        ...measures.map((measure) => phrases.say(NAMES[measure])),
        ...(hasSpread ? points.map((code) => [phrases.run(code)]) : []),
      ],
      rows: statement.groups.map((group) => [
        groupName(context, phrases, group.scope),
        group.shown === undefined ? phrases.say("tooFew") : [phrases.run(String(group.rated))],
        ...measures.map((measure) => measured(phrases, group, measure)),
        ...(hasSpread ? points.map((_, place) => [phrases.run(String(group.shown?.distribution?.[place] ?? ""))]) : []),
      ]),
    },
  ];
}

const MEASURES = ["median", "mean", "sd", "quartiles"] as const;
const NAMES = { median: "median", mean: "mean", sd: "sd", quartiles: "middleHalf" } as const;

function measured(phrases: PrintedPhrases, { shown }: GroupFeedback, measure: (typeof MEASURES)[number]): Runs {
  const value = shown?.[measure];
  if (value === undefined) return [];
  if (!isEnds(value)) return [phrases.run(printed(phrases, value))];
  return phrases.say("fromTo", { low: printed(phrases, value[0]), high: printed(phrases, value[1]) });
}

const isEnds = (value: Exact | readonly [Exact, Exact]): value is readonly [Exact, Exact] => Array.isArray(value);
const HUNDREDTH = exact(1, 100);
const printed = (phrases: PrintedPhrases, value: Exact): string => phrases.number(roundTo(value, HUNDREDTH, "half_even"));

export function groupName(context: Context, phrases: PrintedPhrases, scope: string): Runs {
  if (scope === POOLED) return phrases.say("everyone");
  return wordsOr(context, context.delphi?.panel.groups.get(scope)?.label, phrases.run(scope));
}

/** Whose ratings are shown is said by name alone: nobody's are put on the form of another. */
function ownRating(context: Context, phrases: PrintedPhrases, id: string, feedback: RoundFeedback): readonly Block[] {
  const { panellist } = context.rated ?? {};
  if (!feedback.shows.own) return [];
  if (panellist === undefined)
    return [{ kind: "writing", lines: 1, short: true, before: phrases.say("ownRating", { number: feedback.round, rating: "" }) }];
  const code = feedback.panellists.find((one) => one.id === panellist)?.own.get(id);
  const rating = code === undefined ? phrases.say("noRating", {}, "strong") : labelOf(context, phrases, id, code);
  return [{ kind: "paragraph", content: phrases.say("ownRating", { number: feedback.round, rating }) }];
}

/** A code that is no rating is told by its label. */
function labelOf(context: Context, phrases: PrintedPhrases, id: string, code: string): Runs {
  const { delphi } = context;
  const statement = delphi?.statements.get(id);
  const response = delphi && statement && ratingResponse(delphi, statement);
  const label = response?.unable?.code === code ? response.unable.label : response?.options.find((option) => option.code === code)?.label;
  return wordsOr(context, label, phrases.run(code, "strong"), "strong");
}

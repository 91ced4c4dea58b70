import { capital, joined, stabilityInWords, stopInWords, UNDECIDED_IN_WORDS } from "../../delphi/courseInWords.ts";
import { POOLED } from "../../delphi/decideStatement.ts";
import { responseRates } from "../../delphi/responseRates.ts";
import { type RuleSummary, ruleSummaries } from "../../delphi/ruleSummary.ts";
import { type Delphi, ratingResponse, type Statement } from "../../model/delphi.ts";
import type { Response } from "../../model/instrument.ts";
import { digits } from "../../number/digits.ts";
import { type Context, contextOf } from "../../preview/context.ts";
import { roundLedgers } from "../../preview/delphi/roundLedgers.ts";
import { pointsOf } from "../../preview/points.ts";
import type { View } from "../../preview/view.ts";
import { plainWording } from "../../preview/wording.ts";
import type { Block, Runs } from "../block.ts";
import { licenceOf, sourceOf } from "../documentFacts.ts";
import { count } from "../methods.ts";
import { say, words, wordsOr } from "../words.ts";
import { feedbackInWords, openInWords, suggestionsInWords } from "./codebook.ts";

/**
 * What a Delphi study says of itself, under the words that CREDES (Palliative Medicine 2017;31:684-706) uses for the parts of a report. Nothing
 * is made up: what neither the document nor the ratings say is not said.
 */
export function delphiMethods(view: View, study: Delphi, tool: string): readonly Block[] {
  const context = contextOf(view);
  const { metadata } = study;
  const parts: readonly (readonly [string, Runs])[] = [
    ["Expert panel", panel(context, study)],
    ["Procedure", procedure(context, study)],
    ["Definition of consensus", consensus(study)],
    ["Results of each round", view.rated === undefined ? written(study) : results(context, study, view)],
    ["Statements dropped, merged or reworded", changed(context, study)],
    [
      "Computation",
      view.rated === undefined ? [] : [say(`Shares were compared as whole numbers, not as rounded percents, with Scalewright ${tool}.`)],
    ],
    ["Source", sourceOf(metadata) === "" ? [] : [say(sourceOf(metadata))]],
    ["Licence", licenceOf(metadata) === "" ? [] : [say(licenceOf(metadata))]],
  ];
  return [
    { kind: "heading", level: 1, content: [say("Methods: "), ...wordsOr(context, metadata.title, say(study.id))] },
    ...(metadata.description === undefined ? [] : [{ kind: "paragraph", content: words(context, metadata.description) } as const]),
    ...parts.flatMap(([name, content]): readonly Block[] =>
      content.length === 0 ? [] : [{ kind: "paragraph", content: [say(`${name}. `, "strong"), ...content] }],
    ),
    {
      kind: "paragraph",
      role: "note",
      content: [
        say(
          "The parts follow CREDES (Palliative Medicine 2017;31:684-706). What it asks for beyond them, such as how the panel was found, is for the authors to add: “scalewright checklist credes” lists it.",
        ),
      ],
    },
  ];
}

const ANONYMITY = {
  full: "Nobody could tell who gave which answer.",
  quasi: "Panellists did not see who gave which answer; those who ran the study did.",
  none: "Panellists saw who gave which answer.",
} as const;

function panel(context: Context, { panel: { groups, membership }, anonymity }: Delphi): Runs {
  const runs: Runs[] = groups.values().map(({ id, label, target, minimum, affected }): Runs => {
    const numbers = [target === undefined ? "" : `${target} wanted`, minimum === undefined ? "" : `at least ${minimum}`];
    const facts = [...numbers, affected ? "affected by the result" : ""].filter((part) => part !== "");
    return [say("“"), ...wordsOr(context, label, say(id)), say(`”${facts.length === 0 ? "" : ` (${facts.join(", ")})`}`)];
  });
  const listed = runs.flatMap((run, index) => (index === 0 ? run : [say(index === runs.length - 1 ? " and " : ", "), ...run]));
  const sentences = [
    membership === "exactly_one" && groups.size > 1 ? "Everyone belonged to exactly one group." : "",
    membership === "primary_of_many" ? "Everyone counted in one group, though several may have fitted." : "",
    anonymity === undefined ? "" : ANONYMITY[anonymity],
  ].filter((part) => part !== "");
  if (groups.size === 0) return sentences.length === 0 ? [] : [say(sentences.join(" "))];
  return [
    say(groups.size === 1 ? "The panel consisted of " : `The panel had ${groups.size} groups: `),
    ...listed,
    say(`. ${sentences.join(" ")}`.trimEnd()),
  ];
}

function procedure(context: Context, study: Delphi): Runs {
  const { rounds, statements } = study;
  const first = statements.values().filter(({ introduced }) => introduced === rounds[0]?.number).length;
  const later = statements.size - first;
  const added = later === 0 ? "" : `, to which ${later} ${later === 1 ? "was" : "were"} added later`;
  const planned = rounds.length === 0 ? "" : `The study has ${count(rounds.length, "round")}`;
  const began = statements.size === 0 ? "" : `${planned === "" ? "The study" : " and"} began with ${count(first, "statement")}${added}`;
  const begins = `${planned}${began}` === "" ? "" : `${planned}${began}. `;
  const scales = scalesOf(study).map((response) => scaleInWords(context, response));
  const each = rounds.flatMap((round): Runs => {
    const facts = [
      round.mode === undefined ? "" : MODES[round.mode],
      openInWords(round) === "" ? "" : `open ${openInWords(round).replace(/^(?=\d)/, "from ")}`,
      round.reminders.length === 0 ? "" : `reminders after ${joined(round.reminders.map(String), "and")} days`,
      round.ask === "undecided" ? "asked only what was undecided" : "",
      round.suggest === undefined ? "" : suggestionsInWords(round.suggest),
      round.feedback === undefined ? "" : `feedback: ${feedbackInWords(round)}`,
    ].filter((part) => part !== "");
    const aim: Runs = round.aim === undefined ? [] : [say(" (aim: "), ...words(context, round.aim), say(")")];
    return [say(`Round ${round.number}`), ...aim, say(`${facts.length === 0 ? "" : `: ${facts.join("; ")}`}. `)];
  });
  const rated = scales.length === 0 ? "" : `Statements were rated on ${joined(scales, "and")}. `;
  return begins === "" && rated === "" ? [] : [say(`${begins}${rated}`), ...each];
}

const MODES = { open: "open questions", rating: "ratings", mixed: "ratings and open questions", ranking: "rankings" } as const;

function scalesOf(study: Delphi): readonly Response[] {
  return [...new Set(study.statements.values().flatMap((statement) => ratingResponse(study, statement) ?? []))];
}

/** "a scale from 1 (“Not important”) to 9 (“Critical”) with the bands low 1 to 3, …" */
function scaleInWords(context: Context, response: Response): string {
  const points = (pointsOf(response) ?? []).filter(({ aside }) => !aside);
  const end = (index: number) => {
    const point = points.at(index);
    const label = point?.label && plainWording(context, point.label);
    return `${point?.code ?? ""}${label ? ` (“${label}”)` : ""}`;
  };
  const bands = [...response.bands].map(([name, [low, high]]) => `${name.replaceAll("_", " ")} ${digits(low)} to ${digits(high)}`);
  const scale = points.length > 1 ? `a scale from ${end(0)} to ${end(-1)}` : `“${response.id ?? "a scale"}”`;
  const unable =
    response.unable === undefined ? "" : `; “${plainWording(context, response.unable.label) || response.unable.code}” was no rating`;
  return `${scale}${bands.length === 0 ? "" : ` with the bands ${joined(bands, "and")}`}${unable}`;
}

function consensus(study: Delphi): Runs {
  const rules = ruleSummaries(study);
  const { declared } = study.consensus ?? {};
  const sentences = [
    declared === undefined ? "" : `The rule was written down on ${declared}.`,
    ...rules.map((rule) => ruleSentence(rule, rules)),
    study.decideAfter === undefined
      ? ""
      : `Decisions were made after ${study.decideAfter.length === 1 ? "round" : "rounds"} ${joined(study.decideAfter.map(String), "and")}.`,
    study.stability === undefined ? "" : `Ratings count as stable where ${stabilityInWords(study.stability)}.`,
    study.stop === undefined ? "" : `The study ends ${stopInWords(study.stop)}.`,
    study.undecided === undefined ? "" : `${UNDECIDED_IN_WORDS[study.undecided]}.`,
  ].filter((part) => part !== "");
  return sentences.length === 0 ? [] : [say(sentences.join(" "))];
}

function ruleSentence({ round, response, sentence }: RuleSummary, all: readonly RuleSummary[]): string {
  const isOneOfSeveral = all.filter((other) => other.round === round).length > 1;
  const where = [
    round === undefined ? "" : `after round ${round.number}`,
    isOneOfSeveral && response.id !== undefined ? `on the scale ${response.id}` : "",
  ].filter((part) => part !== "");
  return where.length === 0 ? sentence : `${capital(where.join(" "))}: ${sentence}`;
}

/** Who took part in each round, and what became of the statements; only from ratings. */
function results(context: Context, study: Delphi, { rated }: View): Runs {
  if (rated === undefined) return [];
  const rates = responseRates(rated.ratings);
  const sentences = roundLedgers(study, rated).flatMap(({ round, ledger, asked, isRated }) => {
    if (!isRated) return [];
    const [all, ...groups] = [...rates.filter((rate) => rate.round === round)].sort(
      (a, b) => Number(b.scope === POOLED) - Number(a.scope === POOLED),
    );
    const inGroups = groups.map(
      ({ scope, invited, returned }) =>
        `${returned} of ${invited} in “${plainWording(context, study.panel.groups.get(scope)?.label) || scope}”`,
    );
    const took = `${all?.returned ?? 0} of ${all?.invited ?? 0} invited${inGroups.length < 2 ? "" : ` (${joined(inGroups, "and")})`}`;
    const isDecided = rated.decisions.some((decision) => decision.round === round);
    const became = isDecided
      ? `: ${ledger.accepted} accepted, ${ledger.rejected} rejected, ${ledger.carried} carried`
      : ", nothing was decided";
    return [`Round ${round}: returned by ${took}; ${count(asked, "statement")} asked${became}.`];
  });
  return sentences.length === 0 ? [] : [say(sentences.join(" "))];
}

/** What the study itself says was decided, where there are no ratings. */
function written({ statements, rounds }: Delphi): Runs {
  const sentences = rounds.flatMap(({ number }) => {
    const decided = statements.values().filter((one) => one.decided?.after === number);
    const parts = (["include", "exclude", "undecided"] as const).flatMap((as) => {
      const many = decided.filter((one) => one.decided?.as === as).length;
      return many === 0 ? [] : [`${many} ${DECIDED[as]}`];
    });
    return parts.length === 0 ? [] : [`After round ${number}: ${joined(parts, "and")}.`];
  });
  return sentences.length === 0 ? [] : [say(sentences.join(" "))];
}

const DECIDED = { include: "included", exclude: "excluded", undecided: "without consensus" } as const;

function changed(context: Context, { statements }: Delphi): Runs {
  const sentence = (statement: Statement): Runs[] => {
    const { id, text, dropped, mergedInto, replaces, wording } = statement;
    const what = [
      dropped === undefined ? "" : `was dropped after round ${dropped.after}${dropped.reason === undefined ? "" : ` (${dropped.reason})`}`,
      mergedInto === undefined ? "" : `was merged into ${mergedInto}`,
      replaces.length === 0 ? "" : `replaced ${joined(replaces, "and")}`,
      wording.size === 0
        ? ""
        : `was reworded after ${wording.size === 1 ? "round" : "rounds"} ${joined([...wording.keys()].map(String), "and")}`,
    ].filter((part) => part !== "");
    return what.length === 0 ? [] : [[say("“"), ...wordsOr(context, text, say(id)), say(`” (${id}) ${joined(what, "and")}. `)]];
  };
  return statements.values().flatMap(sentence).flat();
}

import { capital, joined, stabilityInWords, stopInWords, UNDECIDED_IN_WORDS } from "../../delphi/courseInWords.ts";
import { ruleSummaries } from "../../delphi/ruleSummary.ts";
import { type Delphi, type Round, ratingResponse, type Statement } from "../../model/delphi.ts";
import type { Response } from "../../model/instrument.ts";
import { type Context, contextOf } from "../../preview/context.ts";
import { pointsOf } from "../../preview/points.ts";
import { responseInWords } from "../../preview/responseInWords.ts";
import { spoken } from "../../preview/scores/spoken.ts";
import type { View } from "../../preview/view.ts";
import type { Block, Runs } from "../block.ts";
import { documentFacts } from "../documentFacts.ts";
import { printedPhrases } from "../printedPhrases.ts";
import { code, say, words, wordsOr } from "../words.ts";
import { consensusBlocks } from "./consensusBlocks.ts";

/** Every statement of a Delphi study with its history, the codes that it is rated with, the columns of a file of ratings, the rounds and the rule. */
export function delphiCodebook(view: View, study: Delphi): readonly Block[] {
  const context = contextOf(view);
  const rules = ruleSummaries(study);
  return [
    { kind: "heading", level: 1, content: [say("Codebook: "), ...wordsOr(context, study.metadata.title, say(study.id))] },
    ...documentFacts(context, "Delphi study"),
    ...COLUMNS,
    ...panelBlocks(context, study),
    ...responsesOf(study).flatMap((response) => responseBlocks(context, response)),
    ...study.statementGroups.values().flatMap((group) => groupBlocks(context, study, group.id)),
    ...roundBlocks(context, study),
    ...(rules.length === 0 ? [] : consensusBlocks(context, rules, [say("Rule of consensus")], printedPhrases("en"))),
    ...courseBlocks(study),
  ];
}

const COLUMNS: readonly Block[] = [
  { kind: "heading", level: 2, content: [say("Columns of a file of ratings")] },
  {
    kind: "table",
    caption: [say("One row for each rating")],
    head: [[say("Column")], [say("What stands in it")]],
    rows: (
      [
        ["round", "the number of the round"],
        ["panellist", "who rated; the same in all rounds"],
        ["group", "the group of the panel; may be left out where there is only one"],
        ["statement", "the id of the statement"],
        ["rating", "the code that was chosen; empty: the round was returned and the statement not rated; NR: the round was not returned"],
      ] as const
    ).map(([name, what]) => [[code(name)], [say(what)]]),
  },
];

function panelBlocks(context: Context, { panel }: Delphi): readonly Block[] {
  const groups = panel.groups.values();
  if (groups.length === 0) return [];
  return [
    { kind: "heading", level: 2, content: [say("Panel")] },
    {
      kind: "table",
      caption: [say("Groups of the panel")],
      head: ["Code", "Group", "Wanted", "At least", "Affected by the result"].map((name) => [say(name)]),
      rows: groups.map(({ id, label, target, minimum, affected }) => [
        [code(id)],
        wordsOr(context, label, say(spoken(id))),
        [say(target === undefined ? "" : String(target))],
        [say(minimum === undefined ? "" : String(minimum))],
        [say(affected ? "yes" : "")],
      ]),
    },
  ];
}

function responsesOf(study: Delphi): readonly Response[] {
  const rounds = [undefined, ...study.rounds];
  const found = study.statements.values().flatMap((statement) => rounds.map((round) => ratingResponse(study, statement, round)));
  return [...new Set(found.filter((response) => response !== undefined))];
}

/** The codes of a scale with their words and the bands that they belong to. */
function responseBlocks(context: Context, response: Response): readonly Block[] {
  const points =
    pointsOf(response) ?? response.options.map((option) => ({ code: option.code, label: option.label, aside: option.missing }));
  const hasBands = response.bands.size > 0;
  const name: Runs = response.id === undefined ? [say("Scale")] : [say("Scale "), code(response.id)];
  return [
    { kind: "heading", level: 2, content: name },
    { kind: "paragraph", content: [say(`${capital(responseInWords(context, response))}.`)] },
    {
      kind: "table",
      caption: [say("Codes of "), ...(response.id === undefined ? [say("the scale")] : [code(response.id)])],
      head: [[say("Code")], [say("Label")], ...(hasBands ? [[say("Band")]] : []), [say("Counts as")]],
      rows: points.map((point) => [
        [code(point.code)],
        point.label === undefined ? [] : words(context, point.label),
        ...(hasBands ? [[say(point.aside ? "" : bandsOf(response, point.code))]] : []),
        [say(point.aside ? "no rating" : "a rating")],
      ]),
    },
  ];
}

function bandsOf({ bands }: Response, point: string): string {
  const value = Number(point);
  return [...bands]
    .filter(([, [low, high]]) => value >= low.valueOf() && value <= high.valueOf())
    .map(([name]) => spoken(name))
    .join(", ");
}

function groupBlocks(context: Context, study: Delphi, id: string): readonly Block[] {
  const group = study.statementGroups.get(id);
  const statements = study.statements.values().filter((statement) => statement.group === id);
  const response = typeof group?.response === "string" ? group.response : undefined;
  if (statements.length === 0) return [];
  return [
    { kind: "heading", level: 2, content: [say("Statements: "), ...wordsOr(context, group?.title, code(id))] },
    ...(group?.text === undefined ? [] : [{ kind: "paragraph", content: words(context, group.text) } as const]),
    {
      kind: "table",
      caption: [say("Statements of "), code(id), ...(response === undefined ? [] : [say(", rated on "), code(response)])],
      head: ["Code", "Statement", "Asked from", "What became of it"].map((name) => [say(name)]),
      rows: statements.map((statement) => [
        [code(statement.id)],
        wordsOr(context, statement.text, say("")),
        [say(`round ${statement.introduced}`)],
        historyOf(context, statement),
      ]),
    },
  ];
}

const DECIDED = { include: "included", exclude: "excluded", undecided: "no consensus" } as const;

/** Where a statement is from and what became of it, as the study says it. */
function historyOf(context: Context, { from, replaces, wording, minor, mergedInto, dropped, decided }: Statement): Runs {
  const parts: Runs[] = [];
  if (from !== undefined) {
    const by = from.suggestedBy === undefined ? "" : ` by ${from.suggestedBy} ${from.suggestedBy === 1 ? "panellist" : "panellists"}`;
    parts.push([say(`suggested${from.round === undefined ? "" : ` in round ${from.round}`}${by}`)]);
  }
  if (replaces.length > 0) parts.push([say(`replaces ${joined(replaces, "and")}`)]);
  for (const [round, text] of wording)
    parts.push([
      say(`up to round ${round} worded “`),
      ...words(context, text),
      say(minor ? "” (a small change that keeps its decision)" : "”"),
    ]);
  if (mergedInto !== undefined) parts.push([say(`merged into ${mergedInto}`)]);
  if (dropped !== undefined)
    parts.push([say(`dropped after round ${dropped.after}${dropped.reason === undefined ? "" : `: ${dropped.reason}`}`)]);
  if (decided !== undefined) parts.push([say(`${DECIDED[decided.as]} after round ${decided.after}`)]);
  return parts.flatMap((part, index) => (index === 0 ? part : [say("; "), ...part]));
}

function roundBlocks(context: Context, study: Delphi): readonly Block[] {
  if (study.rounds.length === 0) return [];
  return [
    { kind: "heading", level: 2, content: [say("Rounds")] },
    {
      kind: "table",
      caption: [say("Rounds of the study")],
      head: ["Round", "Kind", "Open", "Statements asked", "Feedback", "Aim"].map((name) => [say(name)]),
      rows: study.rounds.map((round) => [
        [say(String(round.number))],
        [say(round.mode ?? "")],
        [say(openInWords(round))],
        [say(askedInWords(study, round))],
        [say(feedbackInWords(round))],
        wordsOr(context, round.aim, say("")),
      ]),
    },
  ];
}

/** "2026-02-02 to 2026-02-23" */
export function openInWords({ opens, closes }: Round): string {
  if (opens !== undefined && closes !== undefined) return `${opens} to ${closes}`;
  return opens !== undefined ? `from ${opens}` : closes === undefined ? "" : `until ${closes}`;
}

function askedInWords(study: Delphi, round: Round): string {
  const parts = [
    round.ask === undefined ? "" : round.ask === "undecided" ? "those undecided" : "all",
    round.add === "suggested" ? "with those suggested" : "",
    round.suggest === undefined ? "" : suggestionsInWords(round.suggest),
  ];
  const first = round === study.rounds[0] && round.ask === undefined && round.mode !== "open" ? ["all"] : [];
  return [...first, ...parts.filter((part) => part !== "")].join("; ");
}

export function suggestionsInWords({ max, adoptIf }: NonNullable<Round["suggest"]>): string {
  const most = max === undefined ? "" : `up to ${max} `;
  return `${most}suggestions are taken${adoptIf === undefined ? "" : `, adopted where at least ${adoptIf} panellists make them`}`;
}

export function feedbackInWords({ feedback }: Round): string {
  if (feedback === undefined) return "";
  const parts = [feedback.own ? "own rating" : "", ...feedback.show.map((word) => SHOWN[word] ?? spoken(word))].filter(
    (part) => part !== "",
  );
  return `${joined(parts, "and")}${feedback.show.length === 0 ? "" : feedback.by === "group" ? " of each group" : " of the whole panel"}`;
}

const SHOWN: Readonly<Record<string, string>> = {
  sd: "standard deviation",
  iqr: "interquartile range",
  distribution: "distribution",
};

function courseBlocks({ consensus, decideAfter, stability, stop, undecided }: Delphi): readonly Block[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Rule declared", consensus?.declared],
    ["Decided after", decideAfter && `${decideAfter.length === 1 ? "round" : "rounds"} ${joined(decideAfter.map(String), "and")}`],
    ["Stable where", stability && stabilityInWords(stability)],
    ["Ends", stop && stopInWords(stop)],
    ["Left open", undecided && UNDECIDED_IN_WORDS[undecided]],
  ];
  const known = facts.flatMap(([name, content]) => (content === undefined ? [] : [{ name: [say(name)], content: [say(content)] }]));
  return known.length === 0
    ? []
    : [
        { kind: "heading", level: 2, content: [say("Course")] },
        { kind: "facts", facts: known },
      ];
}

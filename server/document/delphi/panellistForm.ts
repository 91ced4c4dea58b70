import { ruleSummaries } from "../../delphi/ruleSummary.ts";
import { type Delphi, type Round, ratingResponse, type Statement } from "../../model/delphi.ts";
import type { Instrument, Item, Section, Text } from "../../model/instrument.ts";
import { named } from "../../model/named.ts";
import { contextOf } from "../../preview/context.ts";
import { askedStatements } from "../../preview/delphi/askedStatements.ts";
import { statementItem } from "../../preview/delphi/statementItem.ts";
import type { View } from "../../preview/view.ts";
import type { Block } from "../block.ts";
import { type PrintedPhrases, printedPhrases } from "../printedPhrases.ts";
import { type Around, type Form, formNote, type Pages, questionnaire } from "../questionnaire.ts";
import { words } from "../words.ts";
import { consensusBlocks } from "./consensusBlocks.ts";
import { feedbackFor, plannedFeedback, statementFeedback } from "./feedback.ts";

/** One round of a Delphi study as a form for paper: the statements that it asks with the ratings of the round before, room for suggestions, and what counts as consensus. */
export function panellistForm(view: View, study: Delphi, wanted: number | undefined, codes: boolean): Pages {
  const round = study.rounds.find(({ number }) => number === wanted) ?? study.rounds[0];
  const phrases = printedPhrases(view.language ?? study.metadata.language ?? "en");
  if (round === undefined) return questionnaire({ ...view, instrument: asInstrument(view, study, undefined) }, codes);
  const instrument = asInstrument(view, study, round);
  const context = contextOf({ ...view, instrument });
  const feedback = feedbackFor(view, round, instrument.items.ids());
  const around: Around = {
    before: (form, { id }) => [
      ...newNote(form, study, round, study.statements.get(id)),
      ...(feedback === undefined ? [] : statementFeedback(context, phrases, id, feedback)),
    ],
    after: (form) => [...placeLine(form, round), { kind: "writing", lines: 1, short: false, before: phrases.say("remark") }],
  };
  const { blocks, remarks } = questionnaire({ ...view, instrument }, codes, around);
  const [title, ...statements] = blocks;
  const none = round.mode !== "open" && instrument.items.size === 0 ? [formNote({ phrases }, "nothingAsked")] : [];
  const summaries = ruleSummaries(study, phrases);
  const rule = summaries.some((one) => one.round === round)
    ? summaries.filter((one) => one.round === round)
    : summaries.filter((one) => one.round === undefined);
  return {
    blocks: [
      ...(title === undefined ? [] : [title]),
      { kind: "paragraph", content: phrases.say("round", { number: round.number, last: study.rounds.length }, "strong") },
      ...(round.aim === undefined ? [] : [{ kind: "paragraph", content: words(context, round.aim) } as const]),
      ...(round.closes === undefined
        ? []
        : [{ kind: "paragraph", content: phrases.say("returnBy", { date: phrases.day(round.closes) }) } as const]),
      ...(study.anonymity === undefined ? [] : [formNote({ phrases }, ANONYMITY[study.anonymity])]),
      ...(feedback === undefined ? plannedFeedback(phrases, study, round) : []),
      { kind: "writing", lines: 1, short: true, before: phrases.say("panellist") },
      ...none,
      ...(instrument.items.size === 0 ? [] : statements),
      ...suggestions(phrases, round),
      ...(rule.length === 0 ? [] : [{ kind: "page" } as const, ...consensusBlocks(context, rule, phrases.say("consensus"), phrases)]),
    ],
    remarks,
  };
}

const ANONYMITY = { full: "anonymousFull", quasi: "anonymousQuasi", none: "anonymousNone" } as const;

/** The statements of a round as items, in the sections of their groups. */
function asInstrument(view: View, study: Delphi, round: Round | undefined): Instrument {
  const asked = round === undefined || round.mode === "open" ? [] : askedStatements(study, round.number, view.rated);
  const groups = study.statementGroups.values().filter(({ id }) => asked.some(({ group }) => group === id));
  const items = asked.map(
    (statement): Item => ({
      ...statementItem(statement, round && textIn(statement, round.number)),
      response: round?.mode === "ranking" ? undefined : ratingResponse(study, statement, round),
    }),
  );
  return {
    id: study.id,
    metadata: study.metadata,
    responses: study.responses,
    sections: named(groups.map(({ id, title, text }): [string, Section] => [id, { id, title, text, layout: "list", randomise: false }])),
    items: named(items.map((item) => [item.id, item] as const)),
    scores: named([]),
    recodes: named([]),
    tables: named([]),
    effects: named([]),
    tests: named([]),
  };
}

/** The wording that a round asks: a former one up to the last round that it was rated in. */
function textIn({ text, wording: former }: Statement, round: number): Text | undefined {
  const last = [...former.keys()].sort((a, b) => a - b).find((number) => number >= round);
  return last === undefined ? text : former.get(last);
}

function newNote({ phrases }: Form, study: Delphi, round: Round, statement: Statement | undefined): readonly Block[] {
  if (statement?.introduced !== round.number || round === study.rounds[0]) return [];
  const by = statement.from?.suggestedBy;
  const suggested = by === undefined ? "" : ` ${phrases.counted("suggestedBy", by)}`;
  return [{ kind: "paragraph", role: "note", content: [phrases.run(`${phrases.text("newInRound")}${suggested}`)] }];
}

function placeLine({ phrases }: Form, { mode }: Round): readonly Block[] {
  return mode === "ranking" ? [{ kind: "writing", lines: 1, short: true, after: phrases.say("placeOf", {}, "emphasis") }] : [];
}

/** As many lines as suggestions are taken; five where no number is given. */
function suggestions(phrases: PrintedPhrases, { mode, suggest }: Round): readonly Block[] {
  if (suggest === undefined && mode !== "open" && mode !== "mixed") return [];
  const { max, adoptIf } = suggest ?? {};
  const rules = [
    phrases.text("suggest"),
    max === undefined ? "" : phrases.counted("suggestAtMost", max),
    adoptIf === undefined ? "" : phrases.counted("adoptedIf", adoptIf),
  ];
  return [
    { kind: "heading", level: 2, content: phrases.say("whatIsMissing") },
    { kind: "paragraph", role: "note", content: [phrases.run(rules.filter((part) => part !== "").join(" "))] },
    { kind: "writing", lines: Math.min(max ?? 5, MOST_LINES), short: false },
  ];
}

const MOST_LINES = 20;
